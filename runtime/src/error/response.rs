//! An error as a response, and a response as an error.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use http::StatusCode;

use super::http_error::{HttpError, Inner, bare_parts};

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
    fn into_response(self) -> Response {
        let Inner {
            facts,
            mut parts,
            carried,
            is_marked,
            ..
        } = *self.0;
        let body = match carried {
            Some(body) => body.into_inner(),
            None => facts.body(&mut parts.headers),
        };
        if !is_marked {
            parts.status = facts.status;
            let mark = Self(Box::new(Inner::new(facts, bare_parts())));
            parts.extensions.insert(mark);
        }
        Response::from_parts(parts, body)
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
    Err(HttpError(Box::new(Inner::carrying(facts, parts, body))))
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
