//! An error as a response, and a response as an error.

use std::{
    mem,
    sync::{Arc, OnceLock},
};

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use sync_wrapper::SyncWrapper;

use super::http_error::{HttpError, Inner};

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
    }
}

/// Keeps the error in the extensions as a mark.
impl IntoResponse for HttpError {
    fn into_response(mut self) -> Response {
        let inner = &mut *self.0;
        let mut response = Response::new(match inner.carried.take() {
            Some(body) => body.into_inner(),
            None => inner.facts.body(&mut inner.headers),
        });
        *response.status_mut() = inner.facts.status;
        *response.headers_mut() = mem::take(&mut inner.headers);
        *response.extensions_mut() = mem::take(&mut inner.extensions);
        let extensions = response.extensions_mut();
        let is_marked = extensions
            .get::<Self>()
            .is_some_and(|mark| Arc::ptr_eq(&mark.0.facts, &inner.facts));
        if !is_marked {
            inner.own_headers = OnceLock::new();
            extensions.insert(self);
        }
        response
    }
}

/// Returns the error that became this response. Returns the response itself if it is not an error, or
/// if its status has changed.
pub(crate) fn error_of(response: Response) -> Result<Response, HttpError> {
    let facts = match response.extensions().get::<HttpError>() {
        Some(mark) if mark.status() == response.status() => Arc::clone(&mark.0.facts),
        _ => return Ok(response),
    };
    let (parts, body) = response.into_parts();
    Err(HttpError(Box::new(Inner {
        facts,
        headers: parts.headers,
        own_headers: OnceLock::new(),
        carried: Some(SyncWrapper::new(body)),
        extensions: parts.extensions,
    })))
}

/// Marks a 5xx that is not an error and reaches a tower layer from inside, with its status.
#[derive(Clone)]
struct FromInside(StatusCode);

/// Marks a 5xx that reaches a tower layer from inside, so that it is told from one of the layer.
pub(crate) fn mark_inside(response: &mut Response) {
    let status = response.status();
    if status.is_server_error() && response.extensions().get::<HttpError>().is_none() {
        response.extensions_mut().insert(FromInside(status));
    }
}

/// Marks a 5xx that a tower layer made on its own as an error.
pub(crate) fn mark_layer_error(mut response: Response) -> Response {
    let status = response.status();
    if status.is_server_error() {
        let extensions = response.extensions_mut();
        let is_from_inside = extensions.get::<HttpError>().is_some()
            || extensions
                .get::<FromInside>()
                .is_some_and(|&FromInside(inside)| inside == status);
        if !is_from_inside {
            extensions.insert(HttpError::of_status(status));
        }
    }
    response
}
