//! The response of an error as far as there is one.

use std::sync::OnceLock;

use axum::body::Body;
use http::{HeaderMap, Response, response::Parts};
use sync_wrapper::SyncWrapper;

use super::facts::{remove_body_headers, without_body_headers};

/// The response of an error, which inner middleware and layers have worked on.
pub(super) struct Draft {
    /// The headers and the extensions. The status is that of the facts.
    pub(super) parts: Parts,
    /// The body of the response that became this error. Without it, the error has its own body.
    pub(super) body: Option<SyncWrapper<Body>>,
    /// The headers without those of the carried body. Most middleware do not read them.
    pub(super) own_headers: OnceLock<Box<HeaderMap>>,
}

impl Draft {
    pub(super) fn new(parts: Parts, body: Option<Body>) -> Self {
        Self {
            parts,
            body: body.map(SyncWrapper::new),
            own_headers: OnceLock::new(),
        }
    }

    /// Returns the headers without those of the carried body.
    pub(super) fn headers(&self) -> &HeaderMap {
        if self.body.is_none() {
            return &self.parts.headers;
        }
        self.own_headers
            .get_or_init(|| Box::new(without_body_headers(self.parts.headers.clone())))
    }

    /// Replaces the carried body by the error's own.
    pub(super) fn drop_body(&mut self) {
        if self.body.take().is_some() {
            remove_body_headers(&mut self.parts.headers);
        }
    }
}

impl Default for Draft {
    fn default() -> Self {
        Self::new(Response::new(()).into_parts().0, None)
    }
}
