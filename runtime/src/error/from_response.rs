//! Tells an error from other responses, and gets it back from its response.

use std::{
    borrow::Cow,
    future::Future,
    mem,
    pin::pin,
    task::{Context, Poll, Waker},
};

use axum::{
    body::{Body, Bytes, HttpBody, to_bytes},
    response::{IntoResponse, Response},
};
use http::{StatusCode, header};

use crate::error::{HttpError, JSON};

/// Marks a response as the rejection of an extractor, with its status and the length of its body.
#[derive(Clone, Copy)]
struct Rejected(StatusCode, Option<u64>);

/// Converts a rejection into a response, and marks it as one.
pub(crate) fn rejected(rejection: impl IntoResponse) -> Response {
    let mut response = rejection.into_response();
    let rejected = Rejected(response.status(), response.size_hint().exact());
    response.extensions_mut().insert(rejected);
    response
}

/// Returns the error that became this response. Returns the response itself if it is not an error, or
/// if an inner middleware has changed its status or its body.
pub(crate) fn error_of(mut response: Response) -> Result<Response, HttpError> {
    let status = response.status();
    let extensions = response.extensions();
    let mut error = if let Some(error) = extensions.get::<HttpError>() {
        let length = error.body().len() as u64;
        if error.status() != status || !has_length(&response, Some(length)) {
            return Ok(response);
        }
        match response.extensions_mut().remove::<HttpError>() {
            Some(error) => error,
            None => return Ok(response),
        }
    } else if let Some(&Rejected(own, length)) = extensions.get::<Rejected>() {
        let is_error = status.is_client_error() || status.is_server_error();
        if !is_error || own != status || !has_length(&response, length) {
            return Ok(response);
        }
        rejection_of(&mut response)
    } else {
        return Ok(response);
    };
    // The body is written anew, so the length and the encoding of the old one do not apply.
    let mut headers = mem::take(response.headers_mut());
    for name in [
        header::CONTENT_ENCODING,
        header::CONTENT_LENGTH,
        header::CONTENT_RANGE,
        header::TRANSFER_ENCODING,
    ] {
        headers.remove(name);
    }
    if headers.get(header::CONTENT_TYPE) == Some(&JSON) {
        headers.remove(header::CONTENT_TYPE);
    }
    error.0.headers = headers;
    Err(error)
}

/// Returns whether the body still has this length. A body that a layer has encoded counts as unchanged.
fn has_length(response: &Response, length: Option<u64>) -> bool {
    response.headers().contains_key(header::CONTENT_ENCODING)
        || length.is_none()
        || response.size_hint().exact() == length
}

/// Converts a rejection into an error. Its text is the detail for a 4xx, and the source for a 5xx. A body
/// that is not text is kept as it is.
fn rejection_of(response: &mut Response) -> HttpError {
    let mut error = HttpError::of_status(response.status());
    let body_type = response.headers_mut().remove(header::CONTENT_TYPE);
    let Some(body) = body_at_hand(mem::take(response.body_mut())) else {
        return error;
    };
    if let Some(body_type) = body_type
        && !body_type.as_bytes().starts_with(b"text/plain")
    {
        error.0.body = Some((body, body_type));
        return error;
    }
    let text = String::from_utf8_lossy(&body).into_owned();
    if text.is_empty() {
        return error;
    }
    if response.status().is_server_error() {
        return error.with_source(text);
    }
    error.0.detail = Cow::Owned(text);
    error
}

/// Returns a body that is short and available at once, as the body of a rejection is.
fn body_at_hand(body: Body) -> Option<Bytes> {
    const LIMIT: usize = 64 * 1024;
    let mut cx = Context::from_waker(Waker::noop());
    match pin!(to_bytes(body, LIMIT)).poll(&mut cx) {
        Poll::Ready(Ok(bytes)) => Some(bytes),
        _ => None,
    }
}
