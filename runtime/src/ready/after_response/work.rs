//! What work is, and what it may return.

use std::{future::Future, pin::Pin};

use crate::error::{BoxError, HttpError};

/// Work without its type.
pub(super) type Work = Pin<Box<dyn Future<Output = Result<(), HttpError>> + Send>>;

/// What the work of [`AfterResponse::run`](crate::AfterResponse::run) returns: `()`, or a `Result<(), E>` whose error
/// converts into a `Box<dyn Error + Send + Sync>`.
#[diagnostic::on_unimplemented(
    message = "work after a response cannot return `{Self}`",
    label = "expected `()` or `Result<(), E>`",
    note = "`E` must implement `std::error::Error`, or be an `HttpError`, an `anyhow::Error` or a `String`"
)]
pub trait WorkResult {
    /// Returns the error to report, if there is one.
    ///
    /// # Errors
    ///
    /// Returns the error of the work.
    fn into_result(self) -> Result<(), HttpError>;
}

impl WorkResult for () {
    fn into_result(self) -> Result<(), HttpError> {
        Ok(())
    }
}

impl<E: Into<BoxError>> WorkResult for Result<(), E> {
    fn into_result(self) -> Result<(), HttpError> {
        self.map_err(HttpError::internal)
    }
}

/// Boxes work.
pub(super) fn spawnable<F>(work: F) -> Work
where
    F: Future<Output: WorkResult> + Send + 'static,
{
    Box::pin(async { work.await.into_result() })
}
