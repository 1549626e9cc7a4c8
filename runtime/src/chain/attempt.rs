//! Tells an error or a panic from a response.

use std::{
    any::Any,
    future::Future,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    task::{Context, Poll},
};

use axum::response::Response;
use pin_project_lite::pin_project;

use crate::error::{HttpError, error_of};

pin_project! {
    /// Tells an error or a panic from a response.
    #[project = AttemptStep]
    pub(crate) enum Attempt<F> {
        Running {
            #[pin]
            running: F,
        },
        Panicked {
            panic: Option<Box<dyn Any + Send>>,
        },
    }
}

/// The response of a future, or the error that it stands for or ended in.
pub(crate) fn attempt<F: Future<Output = Response>>(start: impl FnOnce() -> F) -> Attempt<F> {
    match catch_unwind(AssertUnwindSafe(start)) {
        Ok(running) => Attempt::Running { running },
        Err(panic) => Attempt::Panicked { panic: Some(panic) },
    }
}

impl<F: Future<Output = Response>> Future for Attempt<F> {
    type Output = Result<Response, HttpError>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let panic = match self.project() {
            AttemptStep::Running { running } => {
                match catch_unwind(AssertUnwindSafe(|| running.poll(cx))) {
                    Ok(polled) => return polled.map(error_of),
                    Err(panic) => panic,
                }
            }
            AttemptStep::Panicked { panic } => panic.take().unwrap_or_else(|| Box::new(())),
        };
        Poll::Ready(Err(HttpError::panicked(&*panic)))
    }
}
