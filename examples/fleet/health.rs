//! Whether this process can serve requests.

use axum::{
    extract::State,
    http::{HeaderValue, StatusCode, header::RETRY_AFTER},
};
use concentric::{HttpError, Next, Request, Response, Shutdown, middleware};
use fred::{clients::Client, interfaces::ClientLike};

/// Says whether a load balancer should send requests to this process.
pub(crate) async fn ready(
    shutdown: Shutdown,
    State(redis): State<Client>,
) -> Result<StatusCode, HttpError> {
    if shutdown.is_draining() {
        return Err(HttpError::new(StatusCode::SERVICE_UNAVAILABLE, "draining"));
    }
    redis.ping::<()>(None).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Adds `Retry-After` to 503 errors.
#[middleware]
pub(crate) async fn retry_later(req: Request, next: Next) -> Result<Response, HttpError> {
    let result = next.try_run(req).await;
    result.map_err(|error| match error.status() {
        StatusCode::SERVICE_UNAVAILABLE => {
            error.with_header(RETRY_AFTER, HeaderValue::from_static("1"))
        }
        _ => error,
    })
}
