//! The functions that the generated code of `#[middleware]` calls.

use std::{
    fmt::{self, Debug},
    future::{Future, Pending, pending},
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll, ready},
};

use axum::response::{IntoResponse, Response};
use pin_project_lite::pin_project;

use crate::{debug::opaque_debug, diagnostics::IsMiddlewareResponse};

pin_project! {
    /// A future that converts the output of another to a response. It is written by hand since an
    /// `async` block nests deeper, as the `chain` module explains.
    pub struct Respond<F> {
        #[pin]
        future: F,
    }
}

/// Converts the output of a future to a response.
pub fn respond<F>(future: F) -> Respond<F> {
    Respond { future }
}

/// Stands for a value of a type in unreachable code, which only tells rustc the type.
#[must_use]
pub fn never<T>() -> T {
    unreachable!("the generated code around `never` does not run")
}

/// The return type of a function under `#[middleware]`.
pub struct Answers<T>(PhantomData<fn() -> T>);

/// Returns a marker for the return type of a function.
#[must_use]
pub fn answers<T>() -> Answers<T> {
    Answers(PhantomData)
}

/// The return type [`Response`] itself.
///
/// `(&answers).__respond(future)` finds this method before those of the traits.
impl Answers<Response> {
    /// Returns the future unchanged.
    pub fn __respond<F: Future<Output = Response>>(&self, future: F) -> F {
        future
    }
}

/// Any other return type, which is converted to a response.
///
/// `(&answers).__respond(future)` finds this trait before [`BrokenKind`].
pub trait AnyKind {
    /// Converts the output of the future to a response.
    fn __respond<F>(&self, future: F) -> Respond<F> {
        respond(future)
    }
}
impl<T: IntoResponse> AnyKind for Answers<T> {}

/// A return type that is not a response, which has been reported.
pub trait BrokenKind {
    /// Returns nothing.
    fn __respond<F>(&self, _: F) -> Pending<Response> {
        pending()
    }
}
impl<T> BrokenKind for &Answers<T> {}

impl<F: Future<Output: IsMiddlewareResponse>> Future for Respond<F> {
    type Output = Response;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Response> {
        let output = ready!(self.project().future.poll(cx));
        Poll::Ready(output.into_response())
    }
}

/// A config of a middleware, as its `Debug` shows it.
#[derive(Debug)]
pub struct Shown<'a, T: ?Sized>(pub &'a T);

/// A config that implements `Debug`.
///
/// `(&&config).shown()` finds this trait before [`OpaqueConfig`].
pub trait DebugConfig {
    /// Returns the config.
    fn shown(&self) -> &dyn Debug;
}
impl<T: Debug> DebugConfig for &Shown<'_, T> {
    fn shown(&self) -> &dyn Debug {
        self.0
    }
}

/// Any other config, such as a closure.
pub trait OpaqueConfig {
    /// Returns a placeholder.
    fn shown(&self) -> &dyn Debug {
        &Opaque
    }
}
impl<T: ?Sized> OpaqueConfig for Shown<'_, T> {}

struct Opaque;

impl Debug for Opaque {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("..")
    }
}

opaque_debug! {
    Answers<T>,
}
