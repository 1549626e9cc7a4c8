//! Other errors as an `HttpError`, and an `HttpError` as the error of a program.

use std::{
    any::Any,
    error::Error,
    fmt, mem,
    panic::{AssertUnwindSafe, catch_unwind},
};

use http::StatusCode;

use super::{facts::BoxError, http_error::HttpError};

impl<E: Error + Send + Sync + 'static> From<E> for HttpError {
    fn from(error: E) -> Self {
        Self::internal(error)
    }
}

impl HttpError {
    /// Converts a panic into a 500 whose source has the message of the panic.
    pub(crate) fn panicked(panic: Box<dyn Any + Send>) -> Self {
        let error = Self::internal(match panic_message(&*panic) {
            Some(message) => format!("panicked: {message}"),
            None => "panicked".to_owned(),
        });
        // The payload of a panic is any value, so it may panic when it is dropped, and so may the payload of that panic.
        if let Err(second) = catch_unwind(AssertUnwindSafe(|| drop(panic))) {
            mem::forget(second);
        }
        error
    }

    /// Converts the error of a tower layer or of a mounted service.
    pub(crate) fn from_service(error: BoxError) -> Self {
        Self::caused(service_status(&*error), error)
    }
}

/// Returns the status for the error of a service: 504 if tower's timeout caused it, 503 if its load
/// shedding did, and otherwise 500.
#[cfg(feature = "tower-errors")]
fn service_status(error: &(dyn Error + 'static)) -> StatusCode {
    use tower::{load_shed::error::Overloaded, timeout::error::Elapsed};

    let mut status = StatusCode::INTERNAL_SERVER_ERROR;
    let mut cause = Some(error);
    while let Some(error) = cause {
        if error.is::<Elapsed>() {
            status = StatusCode::GATEWAY_TIMEOUT;
        } else if error.is::<Overloaded>() {
            status = StatusCode::SERVICE_UNAVAILABLE;
        }
        cause = error.source();
    }
    status
}

/// Returns 500: without the feature `tower-errors`, the types of tower's errors are unknown.
#[cfg(not(feature = "tower-errors"))]
fn service_status(_: &(dyn Error + 'static)) -> StatusCode {
    StatusCode::INTERNAL_SERVER_ERROR
}

/// Returns the message of a panic, if it has one.
pub(crate) fn panic_message(panic: &(dyn Any + Send)) -> Option<&str> {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str))
}

/// An [`HttpError`] that implements [`Error`].
struct AsError(HttpError);

impl fmt::Display for AsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for AsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl Error for AsError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source().map(|source| source as _)
    }
}

impl From<HttpError> for Box<dyn Error + Send + Sync> {
    fn from(error: HttpError) -> Self {
        Box::new(AsError(error))
    }
}

impl From<HttpError> for Box<dyn Error + Send> {
    fn from(error: HttpError) -> Self {
        Box::new(AsError(error))
    }
}

impl From<HttpError> for Box<dyn Error> {
    fn from(error: HttpError) -> Self {
        Box::new(AsError(error))
    }
}

#[cfg(feature = "anyhow")]
#[cfg_attr(docsrs, doc(cfg(feature = "anyhow")))]
impl From<HttpError> for anyhow::Error {
    fn from(error: HttpError) -> Self {
        Self::new(AsError(error))
    }
}
