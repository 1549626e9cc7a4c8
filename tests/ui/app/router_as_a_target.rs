use axum::{Router, routing::get};
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        GET "/x" => Router::new().route("/", get(index)),
    }
}

fn main() {}
