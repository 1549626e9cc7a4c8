use axum::Router;
use concentric::app;
use tower::limit::RateLimitLayer;

app! {
    fn site() -> Router with [RateLimitLayer::new(1, std::time::Duration::from_secs(1))] {}
}

fn main() {}
