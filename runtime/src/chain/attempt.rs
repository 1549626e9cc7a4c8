//! The future behind `Next::try_run`, which separates errors and panics from responses.

use std::{
    future::Future,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    task::{Context, Poll},
};

use axum::response::Response;
use pin_project_lite::pin_project;

use crate::error::{HttpError, error_of};

pin_project! {
    /// A future that returns the response of another, or the error or panic that it ended in.
    #[project = AttemptStep]
    pub(crate) enum Attempt<F> {
        Running {
            #[pin]
            running: F,
        },
        Panicked {
            error: Option<HttpError>,
        },
    }
}

/// Starts a future and returns its response, or the error that it ended in.
///
/// `start` is caught as well, since a hand-written `handle` can panic before it returns its future.
pub(crate) fn attempt<F: Future<Output = Response>>(start: impl FnOnce() -> F) -> Attempt<F> {
    match catch_unwind(AssertUnwindSafe(start)) {
        Ok(running) => Attempt::Running { running },
        Err(panic) => Attempt::Panicked {
            error: Some(HttpError::panicked(panic)),
        },
    }
}

impl<F: Future<Output = Response>> Future for Attempt<F> {
    type Output = Result<Response, HttpError>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match self.project() {
            AttemptStep::Running { running } => {
                match catch_unwind(AssertUnwindSafe(|| running.poll(cx))) {
                    Ok(polled) => polled.map(error_of),
                    Err(panic) => Poll::Ready(Err(HttpError::panicked(panic))),
                }
            }
            AttemptStep::Panicked { error } => Poll::Ready(Err(error
                .take()
                .unwrap_or_else(|| HttpError::internal("polled after completion")))),
        }
    }
}
