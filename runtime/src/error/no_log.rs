//! Logs no request, without the feature `tracing`.

use axum::{extract::Request, response::Response};

#[cfg(feature = "ready")]
use super::{causes::Causes, http_error::HttpError};

pub(crate) fn mark_in_application(_: &mut Request) {}

pub(crate) fn is_in_application(_: &Request) -> bool {
    true
}

pub(crate) fn log_unread(_: &Response) {}

/// Writes an error of a background task, as std does for a panic: nothing else would tell of it.
#[cfg(feature = "ready")]
pub(crate) fn report_task(error: &HttpError) {
    let failed = "background task failed";
    match &error.facts.source {
        Some(source) => eprintln!("{failed}: {}", Causes(&**source)),
        None => eprintln!("{failed}: {error}"),
    }
}
