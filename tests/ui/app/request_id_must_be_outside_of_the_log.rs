use axum::Router;
use concentric::app;
use tower_http::{
    request_id::{MakeRequestUuid, SetRequestIdLayer},
    trace::TraceLayer,
};

app! {
    fn site() -> Router with [TraceLayer::new_for_http(), SetRequestIdLayer::x_request_id(MakeRequestUuid)] {}
}

fn main() {}
