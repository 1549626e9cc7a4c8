use axum::Router;
use concentric::app;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};

app! {
    fn site() -> Router with [
        PropagateRequestIdLayer::x_request_id(),
        SetRequestIdLayer::x_request_id(MakeRequestUuid),
    ] {}
}

fn main() {}
