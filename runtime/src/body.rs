//! `buffer`, which reads the body of a request and puts it back.

use std::mem;

use axum::{
    body::{Body, Bytes, HttpBody},
    extract::Request,
};
use http::{StatusCode, header};
use http_body_util::{BodyExt, LengthLimitError, Limited};

use crate::error::{HttpError, find_cause};

/// Reads the body of a request within `limit` bytes, returns it, and puts it back.
///
/// Inner middleware and the handler read the same bytes again. Trailers are dropped.
///
/// # Errors
///
/// - 413 if the body is longer than `limit`. If the `Content-Length` says so, nothing is read and the body is left
///   untouched.
/// - 413 if an outer layer limits the body further, such as tower-http's `RequestBodyLimitLayer`.
/// - 400 if the body ends early, with the cause as the source.
///
/// After an error while reading, the body of the request is empty.
///
/// # Examples
///
/// ```
/// use concentric::{HttpError, Next, Request, Response, buffer, middleware};
///
/// /// Rejects bodies that are not signed.
/// #[middleware]
/// async fn verify_signature(mut req: Request, next: Next) -> Result<Response, HttpError> {
///     let body = buffer(&mut req, 64 * 1024).await?;
///     if !body.starts_with(b"signed:") {
///         return Err(HttpError::forbidden("not signed"));
///     }
///     Ok(next.run(req).await)
/// }
/// ```
pub async fn buffer(req: &mut Request, limit: usize) -> Result<Bytes, HttpError> {
    let declared = req.headers().get(header::CONTENT_LENGTH);
    let declared = declared.and_then(|length| length.to_str().ok()?.parse().ok());
    let least = req.body().size_hint().lower().max(declared.unwrap_or(0));
    if least > limit as u64 {
        return Err(HttpError::of_status(StatusCode::PAYLOAD_TOO_LARGE));
    }
    let body = Limited::new(mem::take(req.body_mut()), limit);
    let bytes = match body.collect().await {
        Ok(collected) => collected.to_bytes(),
        Err(error) => {
            let status = match find_cause::<LengthLimitError>(&*error) {
                Some(_) => StatusCode::PAYLOAD_TOO_LARGE,
                None => StatusCode::BAD_REQUEST,
            };
            return Err(HttpError::of_status(status).with_source(error));
        }
    };
    *req.body_mut() = Body::from(bytes.clone());
    Ok(bytes)
}
