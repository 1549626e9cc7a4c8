//! Logs no request, without the feature `tracing`.

use axum::{extract::Request, response::Response};

#[cfg(feature = "ready")]
use super::{causes::Causes, http_error::HttpError};

pub(crate) fn mark_in_application(_: &mut Request) {}

pub(crate) fn is_in_application(_: &Request) -> bool {
    true
}

pub(crate) fn log_unread(_: &Response) {}

/// Writes an error of work that runs after a response, as std does for a panic: nothing else would tell of it.
#[cfg(feature = "ready")]
pub(crate) fn report_work(error: &HttpError) {
    let failed = "work after a response failed";
    match &error.facts.source {
        Some(source) => eprintln!("{failed}: {}", Causes(&**source)),
        None => eprintln!("{failed}: {error}"),
    }
}
