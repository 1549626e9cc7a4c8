use axum::Router;
use concentric::app;

async fn index() {}

app! {
    site() -> Router {
        GET "/" => index,
    }
}

fn main() {
    let _: Router = site();
}
