//! The handler and the middleware of all applications.

use axum::{extract::Request, middleware, response::Response};
use concentric::Next;

/// The handler of every route.
pub async fn hello() -> &'static str {
    "hello"
}

/// The middleware in an `app!`.
#[concentric::middleware]
pub async fn pass(req: Request, next: Next) -> Response {
    next.run(req).await
}

/// The middleware in plain axum.
pub async fn plain_pass(req: Request, next: middleware::Next) -> Response {
    next.run(req).await
}
