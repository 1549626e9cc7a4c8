//! The work of all contenders, and the code that the contenders on axum share.

use std::sync::Arc;

use axum::{
    Extension, Router,
    body::{Body, to_bytes},
    extract::{Request, State},
    response::Response,
};
use http::{HeaderName, HeaderValue};
use tower::Service;

use crate::subject::{App, REQUEST_HEADERS, Reply, Subject, TRACE, now, subject};

/// The state of the applications.
#[derive(Clone)]
pub struct Shop(pub Arc<u64>);

impl Shop {
    pub fn new() -> Self {
        Self(Arc::new(7000))
    }
}

/// The value that a middleware provides, a different type for each.
#[derive(Clone)]
pub struct Value<const K: usize>(pub u64);

impl<const K: usize> Value<K> {
    pub fn of(shop: &Shop) -> Self {
        Self(*shop.0 + K as u64)
    }
}

/// The name of the header to read and set.
pub const TRACE_NAME: HeaderName = HeaderName::from_static(TRACE);

/// Reads the header.
pub fn trace_of(req: &Request) -> Option<HeaderValue> {
    req.headers().get(TRACE_NAME).cloned()
}

/// Sets the header.
pub fn set_trace(response: &mut Response, trace: Option<HeaderValue>) {
    if let Some(trace) = trace {
        response.headers_mut().insert(TRACE_NAME, trace);
    }
}

/// The handler for middleware that provide nothing.
pub async fn hello() -> &'static str {
    "hello"
}

/// The handler for an empty list of middleware that would provide a value.
pub async fn state(State(shop): State<Shop>) -> String {
    shop.0.to_string()
}

/// The handler for middleware that provide a value.
pub async fn value(Extension(value): Extension<Value<0>>) -> String {
    value.0.to_string()
}

/// Returns an axum router that can be called as `axum::serve` does.
pub fn router(router: Router) -> Box<dyn Subject> {
    at(router, "/")
}

/// Returns the same for requests to this path.
pub fn at(router: Router, path: &'static str) -> Box<dyn Subject> {
    with(router, path, &[])
}

/// Returns the same for requests with these headers, too.
pub fn with(
    router: Router,
    path: &'static str,
    headers: &'static [(&'static str, &'static str)],
) -> Box<dyn Subject> {
    let router = router.with_state(());
    subject(Site {
        router,
        path,
        headers,
    })
}

struct Site {
    router: Router,
    path: &'static str,
    headers: &'static [(&'static str, &'static str)],
}

impl App for Site {
    type Request = Request;
    type Response = Response;

    fn request(&self) -> Request {
        let mut request = Request::new(Body::empty());
        *request.uri_mut() = http::Uri::from_static(self.path);
        for &(name, value) in REQUEST_HEADERS.iter().chain(self.headers) {
            let value = HeaderValue::from_static(value);
            request.headers_mut().insert(name, value);
        }
        request
    }

    fn call(&mut self, request: Request) -> Response {
        now(self.router.call(request)).unwrap_or_else(|never| match never {})
    }

    fn read(response: Response) -> Reply {
        let (parts, body) = response.into_parts();
        let trace = parts.headers.get(TRACE_NAME);
        let body = now(to_bytes(body, usize::MAX)).unwrap_or_default();
        Reply {
            status: parts.status.as_u16(),
            trace: trace.map(|trace| String::from_utf8_lossy(trace.as_bytes()).into_owned()),
            body: String::from_utf8_lossy(&body).into_owned(),
        }
    }
}
