use axum::Router;
use concentric::{app, reject_cross_site};
use tower_http::cors::CorsLayer;

app! {
    fn site() -> Router with [reject_cross_site, CorsLayer::permissive()] {}
}

fn main() {}
