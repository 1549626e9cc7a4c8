//! Other errors as an `HttpError`.

use std::{
    any::Any,
    error::Error,
    mem,
    panic::{AssertUnwindSafe, catch_unwind},
};

use http::StatusCode;

use super::{as_error::AsError, facts::BoxError, http_error::HttpError, origin::Origin};

impl<E: Error + Send + Sync + 'static> From<E> for HttpError {
    #[cfg_attr(feature = "ready", track_caller)]
    fn from(error: E) -> Self {
        Self::internal(error)
    }
}

impl HttpError {
    /// Creates a 500 with the detail "Internal Server Error". The client does not see the source.
    ///
    /// Use it for sources that `?` does not convert because they do not implement [`std::error::Error`]: a
    /// message, or an error of `anyhow`. An `HttpError` that was converted into a `Box<dyn Error + Send + Sync>` comes back
    /// with its own status.
    #[must_use]
    #[cfg_attr(feature = "ready", track_caller)]
    pub fn internal(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        let origin = Origin::of(&source);
        match source.into().downcast::<AsError>() {
            Ok(error) => error.0,
            Err(source) => Self::caused(StatusCode::INTERNAL_SERVER_ERROR, source, origin),
        }
    }

    /// Converts a panic into a 500 whose source has the message of the panic.
    pub(crate) fn panicked(panic: Box<dyn Any + Send>) -> Self {
        let message = match panic_message(&*panic) {
            Some(message) => format!("panicked: {message}"),
            None => "panicked".to_owned(),
        };
        let origin = Origin::of_panic();
        let error = Self::caused(StatusCode::INTERNAL_SERVER_ERROR, message.into(), origin);
        // The payload of a panic is any value, so it may panic when it is dropped, and so may the payload of that panic.
        if let Err(second) = catch_unwind(AssertUnwindSafe(|| drop(panic))) {
            mem::forget(second);
        }
        error
    }

    /// Converts the error of a tower layer or of a mounted service.
    pub(crate) fn from_service(error: BoxError) -> Self {
        Self::caused(service_status(&*error), error, Origin::unknown())
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
