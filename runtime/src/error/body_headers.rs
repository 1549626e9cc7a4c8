//! The headers that describe a body.

use http::{HeaderMap, header};

/// The headers that describe a body, which a new body invalidates.
const OF_BODY: [header::HeaderName; 5] = [
    header::CONTENT_ENCODING,
    header::CONTENT_LENGTH,
    header::CONTENT_RANGE,
    header::CONTENT_TYPE,
    header::TRANSFER_ENCODING,
];

/// Removes the headers that describe the body.
pub(crate) fn remove_body_headers(headers: &mut HeaderMap) {
    for name in OF_BODY {
        headers.remove(name);
    }
}

/// Returns the headers without those that describe the body.
pub(super) fn without_body_headers(mut headers: HeaderMap) -> HeaderMap {
    remove_body_headers(&mut headers);
    headers
}
