//! Redirects that keep the method, the path and the query.

use axum::{
    extract::{OriginalUri, Request},
    response::{IntoResponse, Response},
};
use http::{HeaderValue, StatusCode, Uri, header, uri::PathAndQuery};

use crate::error::HttpError;

/// Returns the URI that the client asked for. An outer router may have removed a prefix from the one of the request.
pub(super) fn requested_uri(req: &Request) -> &Uri {
    let original = req.extensions().get::<OriginalUri>();
    original.map_or(req.uri(), |original| &original.0)
}

/// Returns the path and the query that the client asked for. It begins with a slash.
pub(super) fn requested_path(req: &Request) -> &str {
    let path = requested_uri(req).path_and_query();
    // `OPTIONS *`, and the target of a `CONNECT`, have no path.
    path.map(PathAndQuery::as_str)
        .filter(|path| path.starts_with('/'))
        .unwrap_or("/")
}

/// Returns a 307, which keeps the method and the body.
pub(super) fn redirect(location: &str) -> Response {
    match HeaderValue::from_str(location) {
        Ok(location) => (
            StatusCode::TEMPORARY_REDIRECT,
            [(header::LOCATION, location)],
        )
            .into_response(),
        // A path with a character outside of ASCII.
        Err(_) => HttpError::bad_request("invalid path").into_response(),
    }
}
