//! An error as a response, and a response as an error.

use std::{convert::Infallible, sync::Arc};

use axum::{
    body::{Body, Bytes, HttpBody},
    response::{IntoResponse, Response},
};
use futures_util::stream;
use http::{StatusCode, header::CONTENT_LENGTH};
use sync_wrapper::SyncWrapper;

use super::{draft::Draft, facts::Facts, http_error::HttpError};

impl HttpError {
    /// Makes the response of an error an ordinary one, which outer middleware get as an `Ok`.
    ///
    /// The client sees no difference. A response that is not an error does not change.
    ///
    /// # Examples
    ///
    /// ```
    /// use concentric::{HttpError, Next, Request, Response, middleware};
    ///
    /// /// Keeps a 404 from outer error handlers.
    /// #[middleware]
    /// async fn settle_404(req: Request, next: Next) -> Response {
    ///     let mut response = next.run(req).await;
    ///     if response.status() == 404 {
    ///         HttpError::settle(&mut response);
    ///     }
    ///     response
    /// }
    /// ```
    pub fn settle(response: &mut Response) {
        response.extensions_mut().remove::<Self>();
        // Otherwise it would be a 5xx that an outer layer has made.
        mark_inside(response);
    }
}

/// Marks the response with the error in its extensions.
impl IntoResponse for HttpError {
    fn into_response(self) -> Response {
        let Self { facts, draft } = self;
        match draft {
            Some(draft) if draft.is_unchanged => unchanged(draft),
            Some(mut draft) => marked(facts, draft.take().unwrap_or_default()),
            None => marked(facts, Response::default()),
        }
    }
}

/// Returns the response that an error was made of, which has its mark.
fn unchanged(mut draft: Box<Draft>) -> Response {
    let response = draft.take().unwrap_or_default();
    let response = response.map(|body| body.map_or_else(Body::empty, SyncWrapper::into_inner));
    draft.keep();
    response
}

/// Returns the response of an error that is new or has changed.
fn marked(facts: Arc<Facts>, response: Response<Option<SyncWrapper<Body>>>) -> Response {
    let (mut parts, body) = response.into_parts();
    let body = match body {
        Some(body) => body.into_inner(),
        None => facts.body(&mut parts.headers),
    };
    parts.status = facts.status;
    parts.extensions.insert(HttpError { facts, draft: None });
    Response::from_parts(parts, body)
}

/// Returns the error that became this response. Returns the response itself if it is not an error, or
/// if its status has changed.
pub(crate) fn error_of(response: Response) -> Result<Response, HttpError> {
    let facts = match response.extensions().get::<HttpError>() {
        Some(mark) if mark.status() == response.status() => Arc::clone(&mark.facts),
        _ => return Ok(response),
    };
    let mut draft = Draft::empty();
    draft.response = Some(response.map(|body| Some(SyncWrapper::new(body))));
    draft.is_unchanged = true;
    let draft = Some(draft);
    Err(HttpError { facts, draft })
}

/// Removes the length of a 204 or a 304 without a body, and keeps axum from adding one.
/// [RFC 9110](https://www.rfc-editor.org/rfc/rfc9110#name-content-length) forbids it in a 204, and in a 304 it would be the length
/// of another response. hyper removes it only from a 204 to another method than HEAD.
#[inline]
pub(crate) fn without_length(response: &mut Response) {
    let status = response.status();
    if matches!(status, StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED)
        && response.body().size_hint().exact() == Some(0)
    {
        let length = response.headers().get(CONTENT_LENGTH);
        // An inner router has added `0`. Another length of a 304 is that of the response to a GET.
        if status == StatusCode::NO_CONTENT || length.is_some_and(|length| length == "0") {
            response.headers_mut().remove(CONTENT_LENGTH);
        }
        *response.body_mut() = of_unknown_length();
    }
}

/// Keeps axum from adding a `Content-Length: 0` to the response of a service to a HEAD, whose body an inner router may have
/// removed. A length that the router knows is in the headers already.
#[inline]
pub(crate) fn without_length_of_head(response: &mut Response) {
    if response.body().size_hint().exact() == Some(0)
        && !response.headers().contains_key(CONTENT_LENGTH)
    {
        *response.body_mut() = of_unknown_length();
    }
}

/// Returns an empty body to which axum adds no length.
fn of_unknown_length() -> Body {
    Body::from_stream(stream::empty::<Result<Bytes, Infallible>>())
}

/// Marks a 5xx that is not an error and reaches a tower layer from inside, with its status.
#[derive(Clone)]
struct FromInside(StatusCode);

/// Marks a 5xx that reaches a tower layer from inside, so that it is told from one of the layer.
#[inline]
pub(crate) fn mark_inside(response: &mut Response) {
    if response.status().is_server_error() {
        mark_inside_5xx(response);
    }
}

#[cold]
fn mark_inside_5xx(response: &mut Response) {
    let status = response.status();
    if response.extensions().get::<HttpError>().is_none() {
        response.extensions_mut().insert(FromInside(status));
    }
}

/// Marks a 5xx without a body that a tower layer made on its own as an error.
#[inline]
pub(crate) fn mark_layer_error(response: &mut Response) {
    if response.status().is_server_error() {
        mark_layer_5xx(response);
    }
}

#[cold]
fn mark_layer_5xx(response: &mut Response) {
    let status = response.status();
    let is_empty = response.body().size_hint().exact() == Some(0);
    let extensions = response.extensions_mut();
    let is_from_inside = extensions.get::<HttpError>().is_some()
        || extensions
            .get::<FromInside>()
            .is_some_and(|&FromInside(inside)| inside == status);
    if is_empty && !is_from_inside {
        extensions.insert(HttpError::of_status(status));
    }
}
