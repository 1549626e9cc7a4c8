use axum::Router;
use concentric::app;

async fn old() {}
async fn new() {}

app! {
    fn site() -> Router {
        GET "/" => new if cfg!(debug_assertions) else old,
    }
}

fn main() {}
