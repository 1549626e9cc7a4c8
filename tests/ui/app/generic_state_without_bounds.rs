use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site<S>(state: S) -> Router {
        GET "/" => index,
    }
}

fn main() {}
