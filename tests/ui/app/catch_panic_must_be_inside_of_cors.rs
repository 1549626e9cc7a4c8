use axum::Router;
use concentric::app;
use tower_http::{catch_panic::CatchPanicLayer, cors::CorsLayer};

app! {
    fn site() -> Router with [CatchPanicLayer::new(), CorsLayer::permissive()] {}
}

fn main() {}
