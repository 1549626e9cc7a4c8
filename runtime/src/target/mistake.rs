//! What is wrong with a target that has no kind.
//!
//! The last parameter of `add` is a `&dyn` of a claim that is false, to which rustc cannot cast the
//! target.

use std::future::Future;

use axum::{
    Router, extract::Request, handler::Layered, response::IntoResponse, routing::MethodRouter,
};
use tower::{Layer, Service};

use super::{
    function::Function,
    kind::{Decide, Kind},
    level::{
        Functions, Layers, MethodRouters, Misplaced, Others, ServiceErrors, ServiceResponses,
        Undecided,
    },
};
use crate::{
    app::{App, Part},
    builder::Probe,
    chain::Provides,
    diagnostics::{
        HasState, IsAsync, IsNotAFuture, IsNotALayer, IsNotAMiddleware, IsNotAPart, IsNotARouter,
        IsResult, IsServiceError, IsServiceResponse, IsSharedFunction, IsSharedResponse,
        IsSharedService, IsTarget, ReturnsNoRouter,
    },
    error::BoxError,
};

macro_rules! mistakes {
    ($($(#[$doc:meta])* $mistake:ident: $claim:ident $(<$of:ident $(, $state:ident)?>)?,)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $mistake $(<$of>(std::marker::PhantomData<$of>))?;

        impl<S, $($of)?> Kind<$mistake $(<$of>)?, S> {
            /// Reports the mistake.
            pub fn add(self, _: &mut App<S>, _: usize, _: &dyn $claim $(<$of $(, $state)?>)?) {}
        }
    )*};
}
mistakes! {
    /// A router.
    FoundRouter: IsNotARouter,
    /// A function that returns a router.
    FoundApp: ReturnsNoRouter,
    /// A part, or a function that returns one.
    FoundPart: IsNotAPart,
    /// A future.
    FoundFuture: IsNotAFuture,
    /// A middleware, or the function of one.
    FoundMiddleware: IsNotAMiddleware,
    /// A tower layer.
    FoundLayer: IsNotALayer,
    /// A function that is not async.
    NotAsync: IsAsync,
    /// An async function that cannot be cloned, sent or shared.
    FunctionNotShared: IsSharedFunction,
    /// A handler or method router with another state `T`.
    OtherState: HasState<T, S>,
    /// A service that cannot be cloned, sent or shared.
    ServiceNotShared: IsSharedService,
    /// A service with the error `E`, which cannot be boxed.
    ServiceError: IsServiceError<E>,
    /// A service with the response `R`, which is not one.
    ServiceResponse: IsServiceResponse<R>,
    /// A response that cannot be cloned, sent or shared.
    ResponseNotShared: IsSharedResponse,
    /// A `Result` whose error `E` is not a response.
    ResultError: IsResult<E>,
    /// Anything else.
    Other: IsTarget,
}

// No type fits two impls of one level.

impl<T, S> Decide<FoundRouter, S, ()> for Undecided<Router<T>, S, MethodRouters> {}

impl<R, S> Decide<FoundPart, S, ()> for Undecided<Part<R>, S, MethodRouters> {}

impl<F, S, A> Decide<FunctionNotShared, S, A> for Undecided<F, S, Misplaced> where
    F: Function<A, Output: Future>
{
}
impl<F, S, A, T> Decide<FoundApp, S, (A, T)> for Undecided<F, S, Misplaced> where
    F: Function<A, Output = Router<T>>
{
}
impl<F, S, A, R> Decide<FoundPart, S, (A, R)> for Undecided<F, S, Misplaced> where
    F: Function<A, Output = Part<R>>
{
}
impl<F, S, A> Decide<FoundMiddleware, S, (A,)> for Undecided<F, S, Misplaced> where
    F: Function<A, Output: Provides>
{
}
impl<T: Provides, S> Decide<FoundMiddleware, S, ()> for Undecided<T, S, Misplaced> {}
impl<T: Future, S> Decide<FoundFuture, S, ()> for Undecided<T, S, Misplaced> {}

impl<T, S> Decide<OtherState<T>, S, ()> for Undecided<MethodRouter<T>, S, Misplaced> {}
impl<L, H, M, T, S> Decide<OtherState<T>, S, ()> for Undecided<Layered<L, H, M, T>, S, Misplaced> {}

impl<F: Function<A>, S, A> Decide<NotAsync, S, A> for Undecided<F, S, Functions> {}
impl<T, S> Decide<ServiceNotShared, S, ()> for Undecided<T, S, Functions> where
    T: Service<Request, Response: IntoResponse, Error: Into<BoxError>>
{
}

impl<T, S, E> Decide<ServiceError<E>, S, ()> for Undecided<T, S, ServiceErrors> where
    T: Service<Request, Response: IntoResponse, Error = E>
{
}
impl<T: IntoResponse, S> Decide<ResponseNotShared, S, ()> for Undecided<T, S, ServiceErrors> {}

impl<T, S, R> Decide<ServiceResponse<R>, S, ()> for Undecided<T, S, ServiceResponses> where
    T: Service<Request, Response = R>
{
}
impl<T: IntoResponse, E, S> Decide<ResultError<E>, S, ()>
    for Undecided<Result<T, E>, S, ServiceResponses>
{
}

impl<T: Layer<Probe>, S> Decide<FoundLayer, S, ()> for Undecided<T, S, Layers> {}

impl<T, S> Decide<Other, S, ()> for Undecided<T, S, Others> {}
