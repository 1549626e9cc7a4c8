//! `Run`, which lets a helper function take a `Next` of any type.

use std::future::Future;

use axum::{extract::Request, response::Response};

use super::{
    link::Chain,
    next::{Next, NextWith},
};
use crate::{context::Types, error::HttpError};

/// A [`Next`] that can be run, as an argument of a helper function.
///
/// `#[middleware]` fills in the parameters of a `Next` in the signature of the middleware only. A
/// function that a middleware passes its `Next` to takes `impl Run`.
///
/// The `Next` of a middleware that provides nothing implements it, and so does the result of
/// [`Next::provide`]. It cannot be implemented outside of this crate.
///
/// # Examples
///
/// ```
/// use concentric::{Next, Request, Response, Run, middleware};
///
/// /// Runs a request with the header that inner services read.
/// async fn run_as(tenant: &str, mut req: Request, next: impl Run) -> Response {
///     if let Ok(tenant) = tenant.parse() {
///         req.headers_mut().insert("x-tenant", tenant);
///     }
///     next.run(req).await
/// }
///
/// #[middleware]
/// async fn set_tenant(req: Request, next: Next) -> Response {
///     run_as("acme", req, next).await
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be run",
    label = "not a `Next`, or one whose value is not provided yet",
    note = "provide the value first: `next.provide(value)`"
)]
pub trait Run: Sized + Send + sealed::Sealed {
    /// Runs the inner middleware and the handler, as [`Next::run`] does.
    ///
    /// # Panics
    ///
    /// Panics where an inner middleware or the handler panics.
    fn run(self, req: Request) -> impl Future<Output = Response> + Send;

    /// Runs the inner middleware and the handler, as [`Next::try_run`] does.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`Next::try_run`].
    fn try_run(self, req: Request) -> impl Future<Output = Result<Response, HttpError>> + Send;
}

mod sealed {
    pub trait Sealed {}
}

impl<S, E> sealed::Sealed for Next<'_, (), S, E> {}
impl<P: Types, S, E> sealed::Sealed for NextWith<'_, P, S, E> {}

impl<S: Sync + 'static, E: Chain<S>> Run for Next<'_, (), S, E> {
    fn run(self, req: Request) -> impl Future<Output = Response> + Send {
        self.run(req)
    }

    fn try_run(self, req: Request) -> impl Future<Output = Result<Response, HttpError>> + Send {
        self.try_run(req)
    }
}

impl<P, S, E> Run for NextWith<'_, P, S, E>
where
    P: Types<Value: Send>,
    S: Sync + 'static,
    E: Chain<S>,
{
    fn run(self, req: Request) -> impl Future<Output = Response> + Send {
        self.run(req)
    }

    fn try_run(self, req: Request) -> impl Future<Output = Result<Response, HttpError>> + Send {
        self.try_run(req)
    }
}
