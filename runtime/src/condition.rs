//! Entries that stand under an `if`.

use std::future::Future;

use axum::{extract::Request, response::Response};
use futures_util::future;

use crate::{
    endpoint::{Destination, Endpoint},
    middleware::{Middleware, Ring},
    next::Next,
};

/// A middleware under an `if` provides nothing: what is further in could not rely on it.
#[diagnostic::on_unimplemented(
    message = "a middleware that provides something cannot stand under an `if`",
    label = "provides `{Self}`",
    note = "what is further in would compile with it and miss it at run time: list it without a condition"
)]
pub trait Nothing {}
impl Nothing for () {}

/// A middleware around the rest of a stack, where its condition holds.
pub struct RingIf<M, R, E>(pub(crate) Ring<Option<M>, R, E>);

impl<S, M, R, E> Endpoint<S> for RingIf<M, R, E>
where
    S: Sync + 'static,
    M: Middleware<S, R>,
    R: 'static,
    E: Endpoint<S>,
{
    fn call<'a>(
        &'a self,
        to: Destination<'a, S>,
        req: Request,
    ) -> impl Future<Output = Response> + Send + 'a {
        let Ring {
            middleware, inner, ..
        } = &self.0;
        match middleware {
            Some(middleware) => future::Either::Left(middleware.handle(req, Next::new(inner, to))),
            None => future::Either::Right(inner.call(to, req)),
        }
    }
}

/// The rest of a stack, with or without the entry that stands under a condition.
pub enum Either<A, B> {
    With(A),
    Without(B),
}

impl<S: Sync + 'static, A: Endpoint<S>, B: Endpoint<S>> Endpoint<S> for Either<A, B> {
    fn call<'a>(
        &'a self,
        to: Destination<'a, S>,
        req: Request,
    ) -> impl Future<Output = Response> + Send + 'a {
        match self {
            Self::With(endpoint) => future::Either::Left(endpoint.call(to, req)),
            Self::Without(endpoint) => future::Either::Right(endpoint.call(to, req)),
        }
    }
}
