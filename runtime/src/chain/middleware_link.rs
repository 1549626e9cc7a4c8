//! A middleware as a link of a chain.

use std::{future::Future, marker::PhantomData};

use axum::{extract::Request, response::Response};

use super::{link::Chain, middleware::Middleware, next::Next, target::Destination};
use crate::debug::opaque_debug;

/// A middleware around the rest of a chain. A call allocates nothing and clones nothing.
pub struct MiddlewareLink<M, R, E> {
    pub(crate) middleware: M,
    pub(crate) inner: E,
    requires: PhantomData<fn() -> R>,
}

impl<M, R, E> MiddlewareLink<M, R, E> {
    pub(crate) fn new(middleware: M, inner: E) -> Self {
        Self {
            middleware,
            requires: PhantomData,
            inner,
        }
    }
}

impl<S, M, R, E> Chain<S> for MiddlewareLink<M, R, E>
where
    S: Sync + 'static,
    M: Middleware<S, R>,
    R: 'static,
    E: Chain<S>,
{
    fn call<'a>(
        &'a self,
        to: Destination<'a, S>,
        req: Request,
    ) -> impl Future<Output = Response> + Send + 'a {
        self.middleware.handle(req, Next::new(&self.inner, to))
    }
}

opaque_debug! {
    MiddlewareLink<M, R, E>,
}
