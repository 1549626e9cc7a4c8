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
