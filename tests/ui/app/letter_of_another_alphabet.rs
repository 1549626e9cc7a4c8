use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        GЕT "/" => index,
    }
}

fn main() {
    let _: Router = site();
}
