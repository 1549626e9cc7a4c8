//! `Provides` and `Middleware`, the traits that `#[middleware]` or the user implements.

use std::{future::Future, sync::Arc};

use axum::{extract::Request, response::Response};

use super::{link::Chain, next::Next};
use crate::context::Types;

/// The types that a middleware provides, whatever the state of the application.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a middleware",
    label = "not a middleware",
    note = "write `#[middleware]` on an `async fn` that takes a `Request` and a `Next`"
)]
pub trait Provides: Send + Sync + 'static {
    /// The types that it provides to inner middleware and handlers, as a tuple.
    type Types: Types;
}

/// A middleware of an application with the state `S`.
///
/// [`#[middleware]`](macro@crate::middleware) implements it for a function. A hand-written
/// middleware can keep values between requests in its fields.
///
/// `R` is what the middleware requires. One that requires a `User` implements
/// `Middleware<S, Requires<User>>` and reads it from the request's extensions.
///
/// # Examples
///
/// ```
/// use std::sync::atomic::{AtomicU64, Ordering};
///
/// use axum::http::HeaderValue;
/// use concentric::{Provides, Chain, Middleware, Next, Request, Response};
///
/// /// Numbers the responses.
/// #[derive(Default)]
/// struct Count(AtomicU64);
///
/// impl Provides for Count {
///     type Types = ();
/// }
///
/// impl<S: Send + Sync + 'static> Middleware<S> for Count {
///     async fn handle<'a, E: Chain<S>>(
///         &'a self,
///         req: Request,
///         next: Next<'a, (), S, E>,
///     ) -> Response {
///         let mut response = next.run(req).await;
///         let count = self.0.fetch_add(1, Ordering::Relaxed);
///         response.headers_mut().insert("x-count", HeaderValue::from(count));
///         response
///     }
/// }
///
/// concentric::app! {
///     fn site() -> axum::Router with [Count::default()] {
///         GET "/" => async || "Hello",
///     }
/// }
/// # let _ = site();
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a middleware for the state `{S}`",
    label = "not a middleware here"
)]
pub trait Middleware<S, R = ()>: Provides {
    /// Answers the request, with or without running `next`.
    ///
    /// # Panics
    ///
    /// A panic goes to the outer middleware, where [`Next::try_run`] returns it as an error.
    fn handle<'a, E: Chain<S>>(
        &'a self,
        req: Request,
        next: Next<'a, Self::Types, S, E>,
    ) -> impl Future<Output = Response> + Send + 'a;
}

/// An [`Arc`] puts one instance into several lists.
impl<M: Provides> Provides for Arc<M> {
    type Types = M::Types;
}

impl<S: Sync + 'static, R, M: Middleware<S, R>> Middleware<S, R> for Arc<M> {
    fn handle<'a, E: Chain<S>>(
        &'a self,
        req: Request,
        next: Next<'a, Self::Types, S, E>,
    ) -> impl Future<Output = Response> + Send + 'a {
        M::handle(self, req, next)
    }
}
