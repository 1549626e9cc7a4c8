use axum::Router;
use concentric::app;
use tower_http::{decompression::RequestDecompressionLayer, limit::RequestBodyLimitLayer};

app! {
    fn site() -> Router with [RequestBodyLimitLayer::new(1000), RequestDecompressionLayer::new()] {}
}

fn main() {}
