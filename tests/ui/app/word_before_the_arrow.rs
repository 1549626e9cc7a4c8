use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        GET "/" name "home" => index,
    }
}

fn main() {
    let _: Router = site();
}
