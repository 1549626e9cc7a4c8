//! An application with the quickstart's routes, and others that any method reaches.

pub(crate) mod answer;
pub(crate) mod cookies;
mod streams;

use std::{io, panic};

use axum::{
    Json, Router,
    http::{HeaderValue, Method, header},
    response::AppendHeaders,
};
use concentric::{HttpError, Next, Request, Response, app, middleware};
use serde_json::{Value, json};

use self::{
    cookies::{set_cookies, show_cookies},
    streams::{open_socket, send_events},
};
use crate::{
    pages::ALLOWED,
    policy::{Middleware, Policy},
};

/// The header that `/protected` requires.
pub(crate) const TOKEN: (&str, &str) = ("authorization", "Bearer valid_token");

app! {
    /// The list is that of the quickstart, with either CORS middleware.
    pub(crate) fn api(policy: &Policy, middleware: Middleware) -> Router
    with [policy.cors() if middleware == Middleware::Cors else policy.cors_layer(), handle_errors] {
        GET "/" => Json(json!({ "Hello": "World" })),
        GET "/protected" => Json(json!({ "message": "This is a protected route" }))
            with [authenticate],
        GET "/error" => async || HttpError::from(io::Error::other("This is a sample error")),
        GET "/panic" => raise_panic,

        ANY "/any" => name_method,
        GET "/cached" => ([("cache-control", "max-age=60")], "cached"),
        GET "/cookies" => show_cookies,
        POST "/cookies/{prefix}" => set_cookies,
        GET "/events" => send_events,
        GET "/socket" => open_socket,
        GET "/guarded" => open_socket
            with [concentric::reject_cross_site().trust_origin(ALLOWED[1])],
    }
}

#[middleware]
async fn handle_errors(req: Request, next: Next) -> Result<Response, HttpError> {
    next.try_run(req).await
}

#[middleware]
async fn authenticate(req: Request, next: Next) -> Result<Response, HttpError> {
    let token = req.headers().get(header::AUTHORIZATION);
    if token.is_none_or(|token| token != TOKEN.1) {
        return Err(HttpError::unauthorized("Unauthorized")
            .with_header(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer")));
    }
    Ok(next.run(req).await)
}

/// Panics without a message in the log, which would have a backtrace for each request.
async fn raise_panic() -> Json<Value> {
    panic::resume_unwind(Box::new("This is a sample panic"))
}

/// The headers of a response of `/any`.
pub(crate) const HEADERS: [(&str, &str); 3] = [
    ("cache-control", "no-store"),
    ("x-total-count", "3"),
    ("x-hidden", "yes"),
];

async fn name_method(method: Method) -> (AppendHeaders<[(&'static str, &'static str); 3]>, String) {
    (AppendHeaders(HEADERS), method.to_string())
}
