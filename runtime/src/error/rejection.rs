//! The rejection of an extractor as an error.

use std::{
    mem,
    pin::Pin,
    task::{Context, Poll, Waker},
};

use axum::{
    body::{Body, Bytes, HttpBody},
    response::{IntoResponse, Response},
};
use futures_util::{StreamExt, stream};
use http::header;
use http_body_util::{BodyStream, StreamBody};

use super::{body_headers::remove_body_headers, http_error::HttpError, origin::Origin};

/// Converts a rejection into the response of an error.
///
/// The text of a 4xx is the detail, and that of a 5xx is the source, since the client did not cause it. A body that is
/// not text stays as it is. A response that is not a 4xx or a 5xx, and one that is an error, do not change.
pub(crate) fn rejected(rejection: impl IntoResponse) -> Response {
    let mut response = rejection.into_response();
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error())
        || response.extensions().get::<HttpError>().is_some()
    {
        return response;
    }
    let mut error = HttpError::of_status(status);
    let content_type = response.headers().get(header::CONTENT_TYPE).cloned();
    let body = body_at_hand(response.body_mut());
    match (body, content_type) {
        (Some(body), content_type)
            if content_type
                .as_ref()
                .is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain")) =>
        {
            if !body.is_empty() {
                let text = String::from_utf8_lossy(&body).into_owned();
                error = if status.is_server_error() {
                    // Its origin is not known.
                    HttpError::caused(status, text.into(), Origin::unknown())
                } else {
                    HttpError::new(status, text)
                };
            }
            remove_body_headers(response.headers_mut());
            error.draft.get_or_insert_default().response = Some(response.map(|_| None));
            error.into_response()
        }
        (body, content_type) => {
            error.facts_mut().own = body.zip(content_type);
            response.extensions_mut().insert(error);
            response
        }
    }
}

/// Returns a body that is short and available at once, as that of a rejection is. Keeps it in its place.
fn body_at_hand(body: &mut Body) -> Option<Bytes> {
    const LIMIT: u64 = 64 * 1024;
    let length = body.size_hint().exact().filter(|&length| length <= LIMIT)?;
    if length == 0 {
        return Some(Bytes::new());
    }
    let mut cx = Context::from_waker(Waker::noop());
    let Poll::Ready(Some(first)) = Pin::new(&mut *body).poll_frame(&mut cx) else {
        return None;
    };
    if let Ok(frame) = &first
        && let Some(bytes) = frame.data_ref()
        && bytes.len() as u64 == length
    {
        let bytes = bytes.clone();
        *body = Body::from(bytes.clone());
        return Some(bytes);
    }
    let rest = BodyStream::new(mem::take(body));
    *body = Body::new(StreamBody::new(stream::iter([first]).chain(rest)));
    None
}
