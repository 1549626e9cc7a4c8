//! `Edge`: what happens to a request before the lists of its row run, and to the response after them.

use axum::{extract::Request, response::Response};
use http::{HeaderValue, StatusCode, header::ALLOW};

use super::guard::Guard;
use crate::error::{is_in_application, log_unread, mark_in_application, without_length};

/// What happens to a request before the lists of its row run, and to the response after them.
#[derive(Clone, Default)]
pub(crate) struct Edge {
    /// Yields the request to the scope that owns its path.
    pub(crate) guard: Option<Guard>,
    /// The methods of the path, for the response to another one.
    pub(crate) allow: Option<HeaderValue>,
    /// Whether the lists wrap a router, which may be that of an application.
    pub(crate) wraps_a_router: bool,
}

/// A request at the edge.
#[derive(Clone, Copy)]
pub(crate) struct Entered {
    /// Whether the row yields it.
    pub(crate) yields: bool,
    /// Whether no outer application logs what nobody handles.
    is_outermost: bool,
}

impl Edge {
    /// Looks at a request before the lists run.
    #[inline]
    pub(crate) fn enter(&self, req: &mut Request) -> Entered {
        let is_outermost = !is_in_application(req);
        if self.wraps_a_router {
            mark_in_application(req);
        }
        Entered {
            yields: self.guard.as_ref().is_some_and(|guard| guard.yields(req)),
            is_outermost,
        }
    }

    /// Completes the response of the lists.
    #[inline]
    pub(crate) fn leave(&self, entered: Entered, response: &mut Response) {
        // There is nothing to do for most responses.
        if response.status() != StatusCode::OK || self.allow.is_some() {
            self.complete(entered, response);
        }
    }

    fn complete(&self, entered: Entered, response: &mut Response) {
        without_length(response);
        if entered.is_outermost {
            log_unread(response);
        }
        if let Some(allow) = &self.allow {
            add_allow(allow, response);
        }
    }
}

/// Adds `Allow` to a 405, which [RFC 9110](https://www.rfc-editor.org/rfc/rfc9110#name-405-method-not-allowed)
/// requires, and to a success, such as the answer to `OPTIONS`. Another error does not tell the methods, such as a 404
/// that hides the route.
fn add_allow(allow: &HeaderValue, response: &mut Response) {
    let status = response.status();
    if status == StatusCode::METHOD_NOT_ALLOWED || status.is_success() {
        let allowed = response.headers_mut().entry(ALLOW);
        allowed.or_insert_with(|| allow.clone());
    }
}
