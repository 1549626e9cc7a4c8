//! `Chain`, the trait of every link.

use std::future::Future;

use axum::{extract::Request, response::Response};

use super::target::Destination;

/// The inner middleware and the handler, seen from a middleware.
///
/// A hand-written [`Middleware`](crate::Middleware) names it as the bound of its `Next` and calls
/// none of its methods. It cannot be implemented outside of this crate.
pub trait Chain<S>: Sized + Send + Sync + 'static {
    /// Passes the request through the remaining links to its destination.
    #[doc(hidden)]
    fn call<'a>(
        &'a self,
        to: Destination<'a, S>,
        req: Request,
    ) -> impl Future<Output = Response> + Send + 'a;
}
