//! The requests to each application.

use std::{
    future::Future,
    hint::black_box,
    pin::pin,
    task::{Context, Poll, Waker},
};

use axum::{
    Router,
    body::Body,
    extract::Request as HttpRequest,
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    response::Response,
};
use tower::Service;

use crate::{App, sizes::ROUTES_OF_A_PART};

/// What a request asks for.
#[derive(Clone, Copy)]
pub enum Request {
    /// A route in the middle of the table, which has a parameter.
    Matched,
    /// A path without a route, whose first segment has some.
    Unmatched,
    /// The path of the same route with another method.
    WrongMethod,
}

impl Request {
    pub const ALL: [Self; 3] = [Self::Matched, Self::Unmatched, Self::WrongMethod];

    /// Returns the method and the path.
    pub fn line(self, routes: usize) -> (Method, String) {
        // An odd route has a parameter.
        let route = (routes / 2) | 1;
        let part = route / ROUTES_OF_A_PART;
        let item = format!("/part-{part}/item-{route}/7");
        match self {
            Self::Matched => (Method::GET, item),
            Self::Unmatched => (Method::GET, format!("/part-{part}/nothing")),
            Self::WrongMethod => (Method::POST, item),
        }
    }

    fn make(self, routes: usize) -> HttpRequest {
        let (method, path) = self.line(routes);
        let mut request = HttpRequest::new(Body::empty());
        *request.method_mut() = method;
        *request.uri_mut() = path.parse().unwrap_or_else(|_| Uri::from_static("/"));
        let headers: &mut HeaderMap = request.headers_mut();
        headers.insert(header::HOST, HeaderValue::from_static("localhost:8000"));
        headers.insert(header::ACCEPT, HeaderValue::from_static("*/*"));
        request
    }
}

/// Returns this number of requests.
pub fn prepare(app: &App, request: Request, count: usize) -> Vec<HttpRequest> {
    (0..count).map(|_| request.make(app.routes)).collect()
}

/// Answers all requests and drops the responses. callgrind measures this function.
#[inline(never)]
pub fn measured_calls(router: &mut Router, requests: Vec<HttpRequest>) {
    for request in requests {
        drop(black_box(call(router, request)));
    }
}

/// Answers some requests, so that one-time setup is not measured.
pub fn warm_up(app: &App, router: &mut Router, request: Request) {
    for request in prepare(app, request, 20) {
        drop(call(router, request));
    }
}

/// Returns the status of the response.
pub fn status(app: &App, router: &mut Router, request: Request) -> StatusCode {
    call(router, request.make(app.routes)).status()
}

#[inline(always)]
fn call(router: &mut Router, request: HttpRequest) -> Response {
    now(router.call(request)).unwrap_or_else(|never| match never {})
}

/// Returns the output of a future that never waits.
fn now<F: Future>(future: F) -> F::Output {
    let mut cx = Context::from_waker(Waker::noop());
    match pin!(future).poll(&mut cx) {
        Poll::Ready(output) => output,
        Poll::Pending => unreachable!("nothing in these applications waits"),
    }
}
