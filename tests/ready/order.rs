//! The list of the section "Order", with the rules of the features.

use axum::{Router, body::Body, http::StatusCode};
use concentric::{Request, Response, app};
use http::header::{AUTHORIZATION, SET_COOKIE};
use tower_http::{
    auth::AsyncRequireAuthorizationLayer,
    catch_panic::CatchPanicLayer,
    compression::CompressionLayer,
    cors::CorsLayer,
    csrf::CsrfLayer,
    decompression::RequestDecompressionLayer,
    limit::RequestBodyLimitLayer,
    request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer},
    sensitive_headers::{SetSensitiveRequestHeadersLayer, SetSensitiveResponseHeadersLayer},
    trace::TraceLayer,
};

use crate::support::{echo, send, send_body};

/// Accepts each token.
async fn authorize(req: Request) -> Result<Request, Response> {
    if req.headers().contains_key(AUTHORIZATION) {
        return Ok(req);
    }
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::UNAUTHORIZED;
    Err(response)
}

app! {
    fn api() -> Router with [
        SetSensitiveRequestHeadersLayer::new([AUTHORIZATION]),
        SetRequestIdLayer::x_request_id(MakeRequestUuid),
        TraceLayer::new_for_http(),
        SetSensitiveResponseHeadersLayer::new([SET_COOKIE]),
        PropagateRequestIdLayer::x_request_id(),
        CorsLayer::permissive(),
        CatchPanicLayer::new(),
        CompressionLayer::new(),
        CsrfLayer::new(),
        AsyncRequireAuthorizationLayer::new(authorize),
        RequestDecompressionLayer::new(),
        RequestBodyLimitLayer::new(1_000_000),
    ] {
        POST "/" => echo,
    }
}

#[tokio::test]
async fn a_rejection_has_the_headers_of_the_outer_layers() {
    let app = api();
    let reply = send(&app, Request::post("/")).await;
    assert_eq!(reply.status, 401);
    assert_eq!(reply.header("access-control-allow-origin"), "*");
    assert_eq!(reply.header("x-request-id").len(), 36);
    let request = Request::post("/").header("authorization", "Bearer x");
    assert_eq!(send_body(&app, request, "Hello").await.text(), "Hello");
    let request = Request::post("/").header("authorization", "Bearer x");
    assert_eq!(
        send_body(&app, request, vec![0; 1_000_001]).await.status,
        413
    );
}
