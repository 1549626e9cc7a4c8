//! The headers that describe a body.

use http::{HeaderMap, HeaderName, header};

/// The headers that describe the bytes of a body. A response without a body has none of them.
const OF_BODY: [HeaderName; 5] = [
    header::CONTENT_ENCODING,
    header::CONTENT_LENGTH,
    header::CONTENT_RANGE,
    header::CONTENT_TYPE,
    header::TRANSFER_ENCODING,
];

/// The headers that describe what a body represents. A 304 has them without a body.
const OF_REPRESENTATION: [HeaderName; 6] = [
    header::ACCEPT_RANGES,
    header::CONTENT_DISPOSITION,
    header::CONTENT_LANGUAGE,
    header::CONTENT_LOCATION,
    header::ETAG,
    header::LAST_MODIFIED,
];

/// Removes the headers that describe the bytes of the body.
pub(super) fn remove_length_and_type(headers: &mut HeaderMap) {
    for name in OF_BODY {
        headers.remove(name);
    }
}

/// Removes the headers that describe the body, which a new body invalidates.
pub(crate) fn remove_body_headers(headers: &mut HeaderMap) {
    remove_length_and_type(headers);
    for name in OF_REPRESENTATION {
        headers.remove(name);
    }
}

/// Returns the headers without those that describe the body.
pub(super) fn without_body_headers(mut headers: HeaderMap) -> HeaderMap {
    remove_body_headers(&mut headers);
    headers
}
