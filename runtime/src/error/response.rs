//! An error as a response, and a response as an error.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use http::StatusCode;

use super::{draft::Draft, http_error::HttpError};

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

/// Marks the response with the error in its extensions.
impl IntoResponse for HttpError {
    fn into_response(self) -> Response {
        let Self { facts, mut draft } = self;
        let Draft {
            mut parts, body, ..
        } = draft
            .as_deref_mut()
            .and_then(Option::take)
            .unwrap_or_default();
        let body = match body {
            Some(body) => body.into_inner(),
            None => facts.body(&mut parts.headers),
        };
        parts.status = facts.status;
        match parts.extensions.get_mut::<Self>() {
            Some(mark) => *mark = Self { facts, draft },
            None => _ = parts.extensions.insert(Self { facts, draft }),
        }
        Response::from_parts(parts, body)
    }
}

/// Returns the error that became this response. Returns the response itself if it is not an error, or
/// if its status has changed.
pub(crate) fn error_of(mut response: Response) -> Result<Response, HttpError> {
    let status = response.status();
    let (facts, draft) = match response.extensions_mut().get_mut::<HttpError>() {
        Some(mark) if mark.status() == status => (Arc::clone(&mark.facts), mark.draft.take()),
        _ => return Ok(response),
    };
    let mut draft = draft.unwrap_or_default();
    let (parts, body) = response.into_parts();
    *draft = Some(Draft::new(parts, Some(body)));
    let draft = Some(draft);
    Err(HttpError { facts, draft })
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
