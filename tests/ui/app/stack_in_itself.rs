use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        stack browser = [..browser],
        GET "/" => index with [..browser],
    }
}

fn main() {
    let _: Router = site();
}
