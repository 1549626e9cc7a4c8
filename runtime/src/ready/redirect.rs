//! Redirects that keep the method, the path and the query.

use std::borrow::Cow;

use axum::{
    extract::{OriginalUri, Request},
    response::{IntoResponse, Response},
};
use http::{HeaderValue, StatusCode, Uri, header, uri::PathAndQuery};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// What Starlette escapes in a `Location`. It escapes `\`, which browsers take for a slash.
const ESCAPED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Returns the URI that the client asked for. An outer router may have removed a prefix from the one of the request.
pub(super) fn requested_uri(req: &Request) -> &Uri {
    let original = req.extensions().get::<OriginalUri>();
    original.map_or(req.uri(), |original| &original.0)
}

/// Returns the path and the query that the client asked for. It begins with a slash.
pub(super) fn requested_path(req: &Request) -> Cow<'_, str> {
    let path = requested_uri(req).path_and_query();
    match path.map_or("", PathAndQuery::as_str) {
        path if path.starts_with('/') => path.into(),
        // The absolute form, such as `http://example.com?page=2`.
        query if query.starts_with('?') => format!("/{query}").into(),
        // `OPTIONS *`, and the target of a `CONNECT`, have no path.
        _ => "/".into(),
    }
}

/// Returns a 307, which keeps the method and the body.
pub(super) fn redirect(to: &str) -> Response {
    let headers = [(header::LOCATION, location(to))];
    (StatusCode::TEMPORARY_REDIRECT, headers).into_response()
}

/// Returns a valid `Location`.
pub(super) fn location(to: &str) -> HeaderValue {
    let escaped = utf8_percent_encode(to, ESCAPED).to_string();
    // Only visible characters of ASCII are left.
    HeaderValue::try_from(escaped).unwrap_or(HeaderValue::from_static("/"))
}
