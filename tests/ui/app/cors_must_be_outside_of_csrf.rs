use axum::Router;
use concentric::app;
use tower_http::{cors::CorsLayer, csrf::CsrfLayer};

app! {
    fn site() -> Router with [CsrfLayer::new(), CorsLayer::permissive()] {}
}

fn main() {}
