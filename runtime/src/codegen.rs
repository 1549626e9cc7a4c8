//! What the code of a function under `#[middleware]` calls.

use std::{
    future::Future,
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll, ready},
};

use axum::response::{IntoResponse, Response};
use pin_project_lite::pin_project;

use crate::diagnostics::IsMiddlewareResponse;

pin_project! {
    /// A future whose output becomes a response.
    pub struct Respond<F> {
        #[pin]
        future: F,
    }
}

/// The output of a future, as a response.
pub fn respond<F>(future: F) -> Respond<F> {
    Respond { future }
}

/// A value of a type, where nothing comes to: it says what the type is.
#[must_use]
pub fn never<T>() -> T {
    unreachable!("the code around it does not run")
}

/// What a function is written to return.
pub struct Answers<T>(PhantomData<fn() -> T>);

/// What a function is written to return.
#[must_use]
pub fn answers<T>() -> Answers<T> {
    Answers(PhantomData)
}

/// A response.
///
/// `(&&answers).__respond(future)` finds this trait before [`AnyKind`], as with the kinds of an entry.
pub trait ResponseKind {
    /// The future as it is.
    fn __respond<F: Future<Output = Response>>(&self, future: F) -> F {
        future
    }
}
impl ResponseKind for &Answers<Response> {}

/// Anything else, which becomes a response.
pub trait AnyKind {
    /// The output of the future, as a response.
    fn __respond<F>(&self, future: F) -> Respond<F> {
        respond(future)
    }
}
impl<T> AnyKind for Answers<T> {}

impl<F: Future<Output: IsMiddlewareResponse>> Future for Respond<F> {
    type Output = Response;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Response> {
        let output = ready!(self.project().future.poll(cx));
        Poll::Ready(output.into_response())
    }
}
