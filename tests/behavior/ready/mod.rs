//! The ready middleware.

mod after_response;
mod by_host;
mod cors;
mod debug_errors;
mod host;
mod https_redirect;
mod redirect_slashes;
mod reject_cross_site;
mod security_headers;
mod trusted_hosts;

use axum::body::Body;
use concentric::Request;

/// Returns a request without a body, with these headers.
fn request_with(method: &str, uri: &str, headers: &[(&str, &str)]) -> Request {
    let request = Request::builder().method(method).uri(uri);
    let request = headers.iter().fold(request, |request, (name, value)| {
        request.header(*name, *value)
    });
    request.body(Body::empty()).unwrap()
}
