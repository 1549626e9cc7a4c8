//! The type of a background task and of its result.

use std::{future::Future, pin::Pin};

use crate::error::{BoxError, HttpError};

/// A background task without its type.
pub(super) type Task = Pin<Box<dyn Future<Output = Result<(), HttpError>> + Send>>;

/// What a background task of [`AfterResponse::run`](crate::AfterResponse::run) returns: `()`, or a `Result<(), E>` whose error
/// converts into a `Box<dyn Error + Send + Sync>`.
#[diagnostic::on_unimplemented(
    message = "a background task cannot return `{Self}`",
    label = "expected `()` or `Result<(), E>`",
    note = "`E` must implement `std::error::Error`, or be an `HttpError`, an `anyhow::Error` or a `String`"
)]
pub trait TaskResult {
    /// Returns the error to report, if there is one.
    ///
    /// # Errors
    ///
    /// Returns the error of the task.
    fn into_result(self) -> Result<(), HttpError>;
}

impl TaskResult for () {
    fn into_result(self) -> Result<(), HttpError> {
        Ok(())
    }
}

impl<E: Into<BoxError>> TaskResult for Result<(), E> {
    fn into_result(self) -> Result<(), HttpError> {
        self.map_err(HttpError::internal)
    }
}
