//! Links that a request can skip: entries under an `if`, and entries that `without` excludes.

use std::future::Future;

use axum::{extract::Request, response::Response};
use futures_util::future::Either;

use super::{
    boxed_chain::BoxedChain, link::Chain, middleware::Middleware, middleware_link::MiddlewareLink,
    next::Next, target::Destination,
};
use crate::debug::opaque_debug;

/// A middleware around the rest of a chain. A request skips it if its condition is false or the
/// route excludes it.
pub struct SkippableMiddleware<M, R, E> {
    pub(crate) link: MiddlewareLink<Option<M>, R, E>,
    /// The number by which a route excludes it, if any route does.
    pub(crate) entry: Option<usize>,
}

impl<S, M, R, E> Chain<S> for SkippableMiddleware<M, R, E>
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
        let MiddlewareLink {
            middleware, inner, ..
        } = &self.link;
        match middleware {
            Some(middleware) if !to.skips(self.entry) => {
                Either::Left(middleware.handle(req, Next::new(inner, to)))
            }
            _ => Either::Right(inner.call(to, req)),
        }
    }
}

/// A tower layer, or a choice with a layer, around the rest of a chain. A request skips it if its
/// condition is false or the route excludes it.
pub struct SkippableChain<T, S> {
    pub(crate) outer: Option<T>,
    pub(crate) inner: BoxedChain<S>,
    /// The number by which a route excludes it, if any route does.
    pub(crate) entry: Option<usize>,
}

impl<T: Chain<S>, S: Sync + 'static> Chain<S> for SkippableChain<T, S> {
    fn call<'a>(
        &'a self,
        to: Destination<'a, S>,
        req: Request,
    ) -> impl Future<Output = Response> + Send + 'a {
        match &self.outer {
            Some(outer) if !to.skips(self.entry) => Either::Left(outer.call(to, req)),
            _ => Either::Right(self.inner.call(to, req)),
        }
    }
}

opaque_debug! {
    SkippableMiddleware<M, R, E>,
    SkippableChain<T, S>,
}
