//! Middleware for all requests.

use std::{
    fmt,
    sync::atomic::{AtomicU64, Ordering},
};

use axum::http::{HeaderName, HeaderValue, Method, header};
use concentric::{Next, Provided, Request, Response, middleware};
use tower_http::cors::{Any, CorsLayer};

use crate::error::AppError;

/// The number of a request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RequestId(u64);

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

/// Provides a `RequestId`, which the client finds in `x-request-id`.
#[middleware]
pub(crate) async fn request_id(
    #[config] last: &AtomicU64,
    req: Request,
    next: Next<RequestId>,
) -> Response {
    let id = RequestId(last.fetch_add(1, Ordering::Relaxed) + 1);
    let mut response = next.provide(id).run(req).await;
    if let Ok(value) = id.to_string().try_into() {
        response.headers_mut().insert("x-request-id", value);
    }
    response
}

/// Logs each request and its status.
#[middleware]
pub(crate) async fn log_requests(id: Provided<RequestId>, req: Request, next: Next) -> Response {
    let line = format!("{} {}", req.method(), req.uri());
    let response = next.run(req).await;
    tracing::info!("{line} {} request_id={}", response.status(), *id);
    response
}

/// Tells browsers what not to do with a response.
#[middleware]
pub(crate) async fn security_headers(req: Request, next: Next) -> Response {
    const HEADERS: [(HeaderName, &str); 3] = [
        (header::CONTENT_SECURITY_POLICY, "default-src 'self'"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
    ];
    let mut response = next.run(req).await;
    for (name, value) in HEADERS {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Rejects these user agents.
#[middleware]
pub(crate) async fn block_user_agents(
    #[config] blocked: &[String],
    req: Request,
    next: Next,
) -> Result<Response, AppError> {
    let agent = req.headers().get(header::USER_AGENT);
    let is_blocked = |agent: &HeaderValue| blocked.iter().any(|blocked| agent == blocked);
    if agent.is_some_and(is_blocked) {
        return Err(AppError::Blocked);
    }
    Ok(next.run(req).await)
}

/// Rejects requests that may change something.
#[middleware]
pub(crate) async fn reject_writes(req: Request, next: Next) -> Result<Response, AppError> {
    match *req.method() {
        Method::GET | Method::HEAD | Method::OPTIONS => Ok(next.run(req).await),
        _ => Err(AppError::ReadOnly),
    }
}

/// Lets the pages of all other sites read.
pub(crate) fn cors() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET])
}
