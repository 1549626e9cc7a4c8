//! The response of an error as far as there is one.

use std::{cell::Cell, sync::OnceLock};

use axum::{body::Body, response::Response};
use http::HeaderMap;
use sync_wrapper::SyncWrapper;

use super::body_headers::{remove_body_headers, without_body_headers};

/// A box with the response of an error, which inner middleware and layers have worked on.
///
/// The response moves in and out as a whole: each outer middleware may turn it into an error and back.
#[derive(Default)]
pub(super) struct Draft {
    /// The headers, the extensions, and the body of the response that became this error. Without a body, the error has
    /// its own.
    pub(super) response: Option<Response<Option<SyncWrapper<Body>>>>,
    /// Whether the response still has the body that `try_run` found, and its extensions the facts of this error.
    pub(super) is_unchanged: bool,
    /// The headers without those of the carried body. Most middleware do not read them.
    own_headers: OnceLock<Box<HeaderMap>>,
}

impl Draft {
    /// Returns the response to change it. Starts with an empty one.
    pub(super) fn response_mut(&mut self) -> &mut Response<Option<SyncWrapper<Body>>> {
        self.own_headers.take();
        self.response.get_or_insert_default()
    }

    /// Takes the response out, so that the box can be used again.
    pub(super) fn take(&mut self) -> Option<Response<Option<SyncWrapper<Body>>>> {
        self.own_headers.take();
        self.is_unchanged = false;
        self.response.take()
    }

    /// Returns the headers without those of the carried body.
    pub(super) fn headers(&self) -> Option<&HeaderMap> {
        let response = self.response.as_ref()?;
        if response.body().is_none() {
            return Some(response.headers());
        }
        let own = self
            .own_headers
            .get_or_init(|| Box::new(without_body_headers(response.headers().clone())));
        Some(own)
    }

    /// Replaces the carried body by the error's own.
    pub(super) fn drop_body(&mut self) {
        if let Some(response) = &mut self.response
            && response.body_mut().take().is_some()
        {
            remove_body_headers(response.headers_mut());
        }
    }
}

/// A clone has no body.
impl Clone for Draft {
    fn clone(&self) -> Self {
        let response = self.response.as_ref().map(|response| {
            let mut clone = Response::new(None);
            *clone.extensions_mut() = response.extensions().clone();
            if let Some(headers) = self.headers() {
                clone.headers_mut().clone_from(headers);
            }
            clone
        });
        Self {
            response,
            ..Self::default()
        }
    }
}

thread_local! {
    /// An empty box of this thread. The middleware of an error turn its response into an error and back, one
    /// after the other, so one allocation is enough for all of them.
    static EMPTY: Cell<Option<Box<Draft>>> = const { Cell::new(None) };
}

impl Draft {
    /// Returns an empty box.
    pub(super) fn empty() -> Box<Self> {
        EMPTY
            .try_with(Cell::take)
            .ok()
            .flatten()
            .unwrap_or_default()
    }

    /// Keeps a box that is empty.
    pub(super) fn keep(self: Box<Self>) {
        // Without the thread-local, the thread is about to end.
        let _ = EMPTY.try_with(|empty| empty.set(Some(self)));
    }
}
