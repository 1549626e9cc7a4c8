use axum::{
    Router,
    http::{HeaderName, header::AUTHORIZATION},
};
use concentric::app;
use tower_http::{sensitive_headers::SetSensitiveRequestHeadersLayer, trace::TraceLayer};

const SECRETS: [HeaderName; 1] = [AUTHORIZATION];

app! {
    fn site() -> Router with [TraceLayer::new_for_http(), SetSensitiveRequestHeadersLayer::new(SECRETS)] {}
}

fn main() {}
