use axum::Router;
use concentric::app;
use tower_http::{cors::CorsLayer, validate_request::ValidateRequestHeaderLayer};

app! {
    fn site() -> Router with [ValidateRequestHeaderLayer::accept("application/json")] {
        scope "/api" with [CorsLayer::permissive()] {}
    }
}

fn main() {}
