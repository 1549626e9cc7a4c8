//! `Edge`: what happens to a request before the lists of its row run, and to the response after them.

use axum::response::Response;
use http::{HeaderValue, StatusCode, header::ALLOW};

use super::guard::Guard;

/// What happens to a request before the lists of its row run, and to the response after them.
#[derive(Clone, Default)]
pub(crate) struct Edge {
    /// Yields the request to the scope that owns its path.
    pub(crate) guard: Option<Guard>,
    /// The methods of the path, for the response to another one.
    pub(crate) allow: Option<HeaderValue>,
}

impl Edge {
    /// Adds `Allow` to a 405, which [RFC
    /// 9110](https://www.rfc-editor.org/rfc/rfc9110#name-405-method-not-allowed) requires, and to a success, such as the
    /// answer to `OPTIONS`. Another error does not tell the methods, such as a 404 that hides the route.
    pub(crate) fn with_allow(&self, mut response: Response) -> Response {
        let status = response.status();
        if let Some(allow) = &self.allow
            && (status == StatusCode::METHOD_NOT_ALLOWED || status.is_success())
        {
            let allowed = response.headers_mut().entry(ALLOW);
            allowed.or_insert_with(|| allow.clone());
        }
        response
    }
}
