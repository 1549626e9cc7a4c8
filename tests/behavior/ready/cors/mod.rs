//! `Cors`.

mod application;
mod options;
mod order;
mod starlette;
mod vary;

use axum::{Router, routing::get};
use concentric::Cors;

use crate::support::{Reply, request, send_request};

const ORIGIN: (&str, &str) = ("origin", "https://example.org");
const COOKIE: (&str, &str) = ("cookie", "a=b");

/// Returns a plain router with this middleware.
fn plain(cors: Cors) -> Router {
    Router::new().route("/", get("handler")).layer(cors)
}

async fn ask(app: &Router, method: &str, path: &str, headers: &[(&'static str, &str)]) -> Reply {
    let mut request = request(method, path);
    for (name, value) in headers {
        request.headers_mut().append(*name, value.parse().unwrap());
    }
    send_request(app, request).await
}

/// Sends a preflight request for a method and, unless they are empty, for headers.
async fn preflight(cors: Cors, origin: &str, method: &str, requested: &str) -> Reply {
    let mut headers = vec![
        ("origin", origin),
        ("access-control-request-method", method),
    ];
    if !requested.is_empty() {
        headers.push(("access-control-request-headers", requested));
    }
    ask(&plain(cors), "OPTIONS", "/", &headers).await
}

/// Returns whether a request with this origin gets it as the allowed one.
async fn is_allowed(cors: Cors, origin: &str) -> bool {
    let reply = ask(&plain(cors), "GET", "/", &[("origin", origin)]).await;
    assert_eq!(reply.brief(), "200 handler");
    let allowed = reply.header("access-control-allow-origin");
    assert!(allowed.is_empty() || allowed == [origin], "{allowed:?}");
    !allowed.is_empty()
}

/// Returns the names of the CORS headers and of `Vary`.
fn cors_headers(reply: &Reply) -> Vec<&str> {
    let names = reply.headers.keys().map(http::HeaderName::as_str);
    names
        .filter(|name| name.starts_with("access-control-") || *name == "vary")
        .collect()
}
