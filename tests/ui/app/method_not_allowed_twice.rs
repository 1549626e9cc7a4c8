use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        method_not_allowed => index,
        GET "/" => index,
        method_not_allowed => index,
    }
}

fn main() {
    let _: Router = site();
}
