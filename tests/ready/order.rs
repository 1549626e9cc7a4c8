//! The list of the section "Order", which all order rules accept.

use std::{net::SocketAddr, time::Duration};

use axum::{Router, extract::ConnectInfo};
use concentric::{
    AfterResponse, AfterResponseLayer, Cors, HttpError, Next, Provided, ProxyHeaders, Request,
    Response, after_response, app, debug_errors, https_redirect, map_source, middleware,
    problem_details, provides, proxy_headers, redirect_slashes, reject_cross_site,
    security_headers, trusted_hosts,
};
use http::{
    StatusCode,
    header::{AUTHORIZATION, COOKIE, SET_COOKIE},
    request::Builder,
};
use tower_governor::{GovernorLayer, governor::GovernorConfig};
use tower_http::{
    compression::CompressionLayer,
    decompression::RequestDecompressionLayer,
    limit::RequestBodyLimitLayer,
    request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer},
    sensitive_headers::{SetSensitiveRequestHeadersLayer, SetSensitiveResponseHeadersLayer},
    timeout::TimeoutLayer,
    trace::TraceLayer,
};
use tower_sessions::{MemoryStore, Session, SessionManagerLayer};

use crate::support::{Reply, send, send_body, until_limited};

#[derive(Clone)]
struct User(String);

/// Rejects requests without an `Authorization`.
#[middleware(inside(Cors))]
async fn authenticate(
    session: Provided<Session>,
    req: Request,
    next: Next<User>,
) -> Result<Response, HttpError> {
    let name = req.headers().get(AUTHORIZATION);
    let name = name.and_then(|name| name.to_str().ok());
    let name = name.ok_or_else(|| HttpError::unauthorized("log in first"))?;
    session.insert("name", name).await?;
    let user = User(name.to_owned());
    Ok(next.provide(user).run(req).await)
}

async fn order(
    user: Provided<User>,
    after: Provided<AfterResponse>,
    body: String,
) -> Result<String, HttpError> {
    after.run(async { Ok::<_, HttpError>(()) });
    match &*body {
        "file" => Ok(std::fs::read_to_string("no/such/file")?),
        "wait" => std::future::pending().await,
        _ => Ok(format!("{} {body}", user.0.0)),
    }
}

app! {
    fn api(after: AfterResponseLayer, store: MemoryStore) -> Router with [
        // See each request and each response.
        SetSensitiveRequestHeadersLayer::new([AUTHORIZATION, COOKIE]),
        SetRequestIdLayer::x_request_id(MakeRequestUuid),
        TraceLayer::new_for_http(),
        SetSensitiveResponseHeadersLayer::new([SET_COOKIE]),
        PropagateRequestIdLayer::x_request_id(),
        security_headers(),
        after,
        // Shape the response.
        CompressionLayer::new(),
        debug_errors(api::ROUTES) if cfg!(debug_assertions),
        problem_details,
        // Reject requests, the cheapest check first.
        proxy_headers(ProxyHeaders::XForwarded),
        Cors::origins(["https://shop.example.com"]),
        trusted_hosts(["example.com", "*.example.com"]),
        https_redirect,
        redirect_slashes(api::ROUTES),
        GovernorLayer::new(GovernorConfig::default()),
        reject_cross_site(),
        // Limit what may wait.
        TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, Duration::from_secs(10)),
        provides::<Session>(SessionManagerLayer::new(store)),
        authenticate,
        // Read the body, for known users only.
        RequestDecompressionLayer::new(),
        RequestBodyLimitLayer::new(1_000_000),
        map_source::<std::io::Error>(StatusCode::SERVICE_UNAVAILABLE),
    ] {
        POST "/orders" => order,
    }
}

fn site() -> Router {
    api(after_response(), MemoryStore::default())
}

/// Returns an order by a page of the allowed origin, over HTTPS in front of the proxy.
fn post(path: &str) -> Builder {
    over("https", path)
}

fn over(scheme: &str, path: &str) -> Builder {
    Request::post(path)
        .header("x-forwarded-proto", scheme)
        .extension(ConnectInfo(SocketAddr::from(([10, 0, 0, 1], 80))))
        .header("host", "example.com")
        .header("origin", "https://shop.example.com")
        .header("sec-fetch-site", "same-origin")
        .header("accept-encoding", "gzip")
}

fn signed_in(path: &str) -> Builder {
    post(path).header("authorization", "Ada")
}

/// Asserts the status, and that the page of another origin can read the response and knows its id.
#[track_caller]
fn assert_readable(reply: &Reply, status: u16) {
    assert_eq!(reply.status, status, "{reply:?}");
    let allowed = reply.header("access-control-allow-origin");
    assert_eq!(allowed, "https://shop.example.com");
    assert_eq!(reply.header("x-request-id").len(), 36);
    assert_eq!(reply.header("x-content-type-options"), "nosniff");
}

/// Returns the kind and the encoding of a body.
fn form(reply: &Reply) -> [&str; 2] {
    ["content-type", "content-encoding"].map(|name| reply.header(name))
}

#[tokio::test]
async fn a_request_passes_the_list() {
    let reply = send_body(&site(), signed_in("/orders"), "tea").await;
    assert_readable(&reply, 200);
    assert_eq!(reply.text(), "Ada tea");
    assert!(reply.header("set-cookie").contains("Secure"), "{reply:?}");
}

#[tokio::test]
async fn an_error_is_a_compressed_problem_document() {
    let problem = ["application/problem+json", "gzip"];
    let mut cross_site = post("/orders");
    let headers = cross_site.headers_mut().unwrap();
    headers.insert("sec-fetch-site", "cross-site".parse().unwrap());
    headers.insert("origin", "https://evil.example".parse().unwrap());
    let mut other_host = post("/orders");
    let headers = other_host.headers_mut().unwrap();
    headers.insert("host", "evil.example".parse().unwrap());
    for (request, status) in [
        (post("/orders"), 401),
        (post("/nothing"), 401),
        (signed_in("/nothing"), 404),
        (cross_site, 403),
        (other_host.uri("/orders"), 400),
    ] {
        let reply = send(&site(), request).await;
        assert_eq!((reply.status, form(&reply)), (status, problem));
    }
    let reply = send(&site(), post("/orders")).await;
    assert_readable(&reply, 401);
}

app! {
    fn outermost() -> Router with [problem_details, CompressionLayer::new()] {}
}

#[tokio::test]
async fn a_problem_document_outside_of_the_compression_is_not_compressed() {
    let reply = send(&outermost(), post("/nothing")).await;
    assert_eq!(form(&reply), ["application/problem+json", ""]);
}

#[tokio::test]
async fn a_body_over_the_limit_is_a_413() {
    let stated = signed_in("/orders").header("content-length", "1000001");
    // The extractor returns the first one, and the layer builds the second one itself.
    for (request, kind) in [
        (signed_in("/orders"), "application/problem+json"),
        (stated, "text/plain; charset=utf-8"),
    ] {
        let reply = send_body(&site(), request, vec![0; 1_000_001]).await;
        assert_readable(&reply, 413);
        assert_eq!(form(&reply)[0], kind);
    }
}

#[tokio::test]
async fn a_page_of_another_origin_can_follow_the_redirects() {
    for (request, location) in [
        (over("http", "/orders"), "https://example.com/orders"),
        (signed_in("/orders/"), "/orders"),
    ] {
        let reply = send(&site(), request).await;
        assert_readable(&reply, 307);
        assert_eq!(reply.header("location"), location);
    }
}

#[tokio::test]
async fn the_rate_limit_counts_requests_without_a_user() {
    let (allowed, reply) = until_limited(&site(), || post("/orders")).await;
    assert!(allowed >= 8, "{allowed}");
    assert_readable(&reply, 429);
    // The layer builds this response, so it is not an `HttpError`.
    assert_ne!(form(&reply)[0], "application/problem+json");
}

#[tokio::test(start_paused = true)]
async fn an_error_of_the_server_is_a_page_during_development() {
    for (body, status) in [("file", 503), ("wait", 504)] {
        let reply = send_body(&site(), signed_in("/orders"), body).await;
        assert_readable(&reply, status);
        assert_eq!(form(&reply), ["text/plain; charset=utf-8", "gzip"]);
    }
}
