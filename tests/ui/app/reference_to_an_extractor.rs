use axum::{Router, http::HeaderMap};
use concentric::app;

async fn show(_: &HeaderMap) {}

app! {
    fn site() -> Router {
        GET "/" => show,
    }
}

fn main() {}
