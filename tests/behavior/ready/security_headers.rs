//! `security_headers` sets helmet's headers.

use axum::{Router, routing::get};
use concentric::{HttpError, app, security_headers};

use super::panic_of;
use crate::support::send;

app! {
    fn site() -> Router with [security_headers()] {
        GET "/" => async || (),
        GET "/own" => async || [("x-frame-options", "DENY"), ("x-xss-protection", "")],
        GET "/error" => async || HttpError::conflict("taken"),
    }
}

const HELMET: &str = "\
200
content-length: 0
content-security-policy: default-src 'self';base-uri 'self';font-src 'self' https: data:;form-action 'self';\
frame-ancestors 'self';img-src 'self' data:;object-src 'none';script-src 'self';script-src-attr 'none';\
style-src 'self' https: 'unsafe-inline';upgrade-insecure-requests
cross-origin-opener-policy: same-origin
cross-origin-resource-policy: same-origin
origin-agent-cluster: ?1
referrer-policy: no-referrer
strict-transport-security: max-age=31536000; includeSubDomains
x-content-type-options: nosniff
x-dns-prefetch-control: off
x-download-options: noopen
x-frame-options: SAMEORIGIN
x-permitted-cross-domain-policies: none
x-xss-protection: 0

";

#[tokio::test]
async fn security_headers_sets_the_defaults_of_helmet() {
    assert_eq!(send(&site(), "GET", "/").await, HELMET);
    let plain = Router::new()
        .route("/", get(async || ()))
        .layer(security_headers());
    assert_eq!(send(&plain, "GET", "/").await, HELMET);
}

#[tokio::test]
async fn security_headers_covers_errors_and_unmatched_paths() {
    for path in ["/error", "/nope"] {
        let reply = send(&site(), "GET", path).await;
        assert_eq!(reply.headers.len(), 12 + 2, "{path}");
    }
}

#[tokio::test]
async fn security_headers_keeps_the_headers_of_the_response() {
    let reply = send(&site(), "GET", "/own").await;
    assert_eq!(reply.header("x-frame-options"), ["DENY"]);
    assert_eq!(reply.header("x-xss-protection"), [""]);
    assert_eq!(reply.header("referrer-policy"), ["no-referrer"]);
}

#[tokio::test]
async fn set_replaces_or_adds_a_header_and_without_removes_one() {
    let base = security_headers();
    let changed = base
        .clone()
        .set("X-Frame-Options", "DENY")
        .set("permissions-policy", "camera=()")
        .without("Referrer-Policy");
    let app = |headers| Router::new().route("/", get("")).layer(headers);
    let reply = send(&app(changed), "GET", "/").await;
    assert_eq!(reply.header("x-frame-options"), ["DENY"]);
    assert_eq!(reply.header("permissions-policy"), ["camera=()"]);
    assert_eq!(reply.header("referrer-policy"), [""; 0]);
    // A change of a clone is not one of the original.
    let reply = send(&app(base), "GET", "/").await;
    assert_eq!(reply.header("x-frame-options"), ["SAMEORIGIN"]);
    assert_eq!(reply.header("permissions-policy"), [""; 0]);
    assert_eq!(reply.header("referrer-policy"), ["no-referrer"]);
}

#[test]
fn an_invalid_header_and_an_unknown_name_panic() {
    assert_eq!(
        panic_of(|| security_headers().set("x frame", "DENY")),
        "`x frame: DENY` is not a valid header"
    );
    assert_eq!(
        panic_of(|| security_headers().set("x-frame-options", "DENY\n")),
        "`x-frame-options: DENY\n` is not a valid header"
    );
    assert_eq!(
        panic_of(|| security_headers().without("x-frame-option")),
        "`security_headers` sets no header `x-frame-option`\nwrite the name of one that it sets"
    );
}
