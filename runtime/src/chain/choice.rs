//! `Choice`, one of two middleware or chains, which is chosen when the application is made.

use std::future::Future;

use axum::{extract::Request, response::Response};
use futures_util::future::Either;

use super::{
    link::Chain,
    middleware::{Middleware, Provides},
    next::Next,
    target::Destination,
};

/// One of two values, as an entry with an `else` chooses it.
#[derive(Debug)]
pub enum Choice<A, B> {
    /// The value before the `else`.
    First(A),
    /// The value after the `else`.
    Second(B),
}

impl<A: Provides, B: Provides<Types = A::Types>> Provides for Choice<A, B> {
    type Types = A::Types;
}

impl<S, A, RA, B, RB> Middleware<S, (RA, RB)> for Choice<A, B>
where
    S: Sync + 'static,
    A: Middleware<S, RA>,
    B: Middleware<S, RB> + Provides<Types = A::Types>,
{
    fn handle<'a, E: Chain<S>>(
        &'a self,
        req: Request,
        next: Next<'a, Self::Types, S, E>,
    ) -> impl Future<Output = Response> + Send + 'a {
        match self {
            Self::First(middleware) => Either::Left(middleware.handle(req, next)),
            Self::Second(middleware) => Either::Right(middleware.handle(req, next)),
        }
    }
}

impl<S: Sync + 'static, A: Chain<S>, B: Chain<S>> Chain<S> for Choice<A, B> {
    fn call<'a>(
        &'a self,
        to: Destination<'a, S>,
        req: Request,
    ) -> impl Future<Output = Response> + Send + 'a {
        match self {
            Self::First(chain) => Either::Left(chain.call(to, req)),
            Self::Second(chain) => Either::Right(chain.call(to, req)),
        }
    }
}
