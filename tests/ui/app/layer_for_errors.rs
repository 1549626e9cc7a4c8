use axum::{BoxError, Router, error_handling::HandleErrorLayer, http::StatusCode};
use concentric::app;

app! {
    fn site() -> Router with [HandleErrorLayer::new(async |_: BoxError| StatusCode::BAD_GATEWAY)] {}
}

fn main() {}
