//! Requests in memory, and handlers that several tests use.

use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
};
use concentric::Request;
use http::{HeaderMap, request::Builder};
use tower::ServiceExt;

/// A complete response.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Reply {
    /// Returns the first value of a header, or an empty text.
    pub(crate) fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn text(&self) -> &str {
        str::from_utf8(&self.body).unwrap()
    }
}

/// Sends a request without a body.
pub(crate) async fn send(app: &Router, request: Builder) -> Reply {
    send_body(app, request, Body::empty()).await
}

/// Sends a `GET` without headers.
pub(crate) async fn get(app: &Router, path: &str) -> Reply {
    send(app, Request::get(path)).await
}

/// Sends a `GET` with one header.
pub(crate) async fn get_with(app: &Router, path: &str, name: &str, value: &str) -> Reply {
    send(app, Request::get(path).header(name, value)).await
}

pub(crate) async fn send_body(app: &Router, request: Builder, body: impl Into<Body>) -> Reply {
    let request = request.body(body.into()).unwrap();
    let response = app.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    Reply {
        status: parts.status.as_u16(),
        headers: parts.headers,
        body: to_bytes(body, usize::MAX).await.unwrap_or_default(),
    }
}

/// Sends requests until one is a 429. Returns how many were not, and the 429.
///
/// A slow machine may send more than the limit, since a rate limit allows further requests all the time.
pub(crate) async fn until_limited(app: &Router, request: impl Fn() -> Builder) -> (usize, Reply) {
    let mut allowed = 0;
    loop {
        let reply = send(app, request()).await;
        if reply.status == 429 {
            return (allowed, reply);
        }
        allowed += 1;
        assert!(allowed < 1_000, "no request is rejected");
    }
}

/// Returns a valid handshake of a WebSocket.
pub(crate) fn handshake() -> Builder {
    Request::get("/socket")
        .header("connection", "upgrade")
        .header("upgrade", "websocket")
        .header("sec-websocket-version", "13")
        .header("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==")
}

/// Returns the handshake that the page of another site sends to `shop.example.com`.
pub(crate) fn cross_site_handshake() -> Builder {
    let handshake = handshake().uri("/").header("host", "shop.example.com");
    let handshake = handshake.header("origin", "https://evil.example");
    handshake.header("sec-fetch-site", "cross-site")
}

/// Returns the code without what rustfmt changes: white space, and a comma before a bracket.
pub(crate) fn compact(code: &str) -> String {
    let mut code: String = code.split_whitespace().collect();
    for close in [')', ']', '}'] {
        code = code.replace(&format!(",{close}"), &close.to_string());
    }
    code
}

/// Returns the texts between backticks.
pub(crate) fn code(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

pub(crate) async fn index() -> &'static str {
    "Hello"
}

/// Returns the body of the request.
pub(crate) async fn echo(body: Bytes) -> Bytes {
    body
}

/// Returns a text that is worth compressing.
pub(crate) async fn long() -> String {
    "Hello ".repeat(200)
}
