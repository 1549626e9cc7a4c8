//! Logs the sources that no middleware has read.

use axum::{extract::Request, response::Response};

use super::{causes::Causes, http_error::HttpError};

/// Marks a request that is in an application, which logs: all of its lists may still read the source.
#[derive(Clone)]
struct InApplication;

/// Marks a request that goes to a router, which may be that of another application.
pub(crate) fn mark_in_application(req: &mut Request) {
    req.extensions_mut().insert(InApplication);
}

/// Returns whether a request is marked.
pub(crate) fn is_in_application(req: &Request) -> bool {
    req.extensions().get::<InApplication>().is_some()
}

/// Logs the error of a 5xx, unless something has read its source or it is logged already.
pub(crate) fn log_unread(response: &Response) {
    if response.status().is_server_error()
        && let Some(error) = response.extensions().get::<HttpError>()
        && let Some(source) = &error.facts.source
        && error.status() == response.status()
        && !error.facts.source_read.set()
    {
        tracing::error!(
            target: "concentric",
            status = error.status().as_u16(),
            source = %Causes(&**source),
            "request failed"
        );
    }
}

/// Logs an error of a background task.
#[cfg(feature = "ready")]
pub(crate) fn report_task(error: &HttpError) {
    let failed = "background task failed";
    match &error.facts.source {
        Some(source) => {
            tracing::error!(target: "concentric", source = %Causes(&**source), "{failed}");
        }
        None => tracing::error!(target: "concentric", %error, "{failed}"),
    }
}
