//! What is wrong with a target that has no kind.

use std::future::Future;

use axum::{
    Router, extract::Request, handler::Layered, response::IntoResponse, routing::MethodRouter,
};
use tower::{Layer, Service};

use super::{
    declared::Pending,
    kind::{Functions, Layers, MethodRouters, Misplaced, Others, ServiceErrors, ServiceResponses},
};
use crate::{
    app::Part,
    builder::{Probe, Scope},
    chain::Provides,
    context::{Cons, Context, Mended},
    diagnostics::{
        AppTarget, Found, FunctionTarget, FutureTarget, Holds, IsDeclared, LayerTarget,
        MiddlewareTarget, OtherTarget, PartTarget, PlainFunction, Provide, Reported,
        ResponseTarget, ResultTarget, RouterTarget, ServiceErrorTarget, ServiceResponseTarget,
        ServiceTarget, StateArgument, StateName, StateTarget,
    },
    error::BoxError,
    probe::{Decide, Function, Missing, StateMistake, Unsendable},
};

impl<T> Missing<T> {
    /// Reports the type, and returns the scope as if it was provided, so that it is reported once.
    pub fn scope<S, P, N>(
        &self,
        _: Scope<S, Context<P, N>>,
        _: &dyn Provide<T>,
    ) -> Scope<S, Context<Cons<Mended<T>, P>, N>> {
        Scope::new()
    }
}

impl<T> Unsendable<T> {
    /// Reports the type, and returns the scope.
    pub fn scope<C>(&self, scope: C, _: &dyn Send) -> C {
        scope
    }
}

impl<T> StateMistake<StateName, (T,)> {
    /// Reports the state, and returns the scope where another `State` is not reported.
    pub fn scope<S, P, N>(
        &self,
        _: Scope<S, Context<P, N>>,
        _: &dyn IsDeclared<T>,
    ) -> Scope<S, Context<Cons<Reported, P>, N>> {
        Scope::new()
    }
}

impl<T, S> StateMistake<StateArgument, (T, S)> {
    /// Reports the state, and returns the scope where another `State` is not reported.
    pub fn scope<A, P, N>(
        &self,
        _: Scope<A, Context<P, N>>,
        _: &dyn Holds<T, S>,
    ) -> Scope<A, Context<Cons<Reported, P>, N>> {
        Scope::new()
    }
}

// No type fits two impls of one level.

impl<T, S> Decide<Found<RouterTarget, (Router<T>,)>, ()>
    for MethodRouters<Pending<'_, Router<T>, S>>
{
}

impl<R, S> Decide<Found<PartTarget, (Part<R>,)>, ()> for MethodRouters<Pending<'_, Part<R>, S>> {}

impl<F, S, A> Decide<Found<FunctionTarget, (F,)>, A> for Misplaced<Pending<'_, F, S>> where
    F: Function<A, Output: Future>
{
}
impl<F, S, A, T> Decide<Found<AppTarget, (F,)>, (A, T)> for Misplaced<Pending<'_, F, S>> where
    F: Function<A, Output = Router<T>>
{
}
impl<F, S, A, R> Decide<Found<PartTarget, (F,)>, (A, R)> for Misplaced<Pending<'_, F, S>> where
    F: Function<A, Output = Part<R>>
{
}
impl<F, S, A> Decide<Found<MiddlewareTarget, (F,)>, (A,)> for Misplaced<Pending<'_, F, S>> where
    F: Function<A, Output: Provides>
{
}
impl<T: Provides, S> Decide<Found<MiddlewareTarget, (T,)>, ()> for Misplaced<Pending<'_, T, S>> {}
impl<T: Future, S> Decide<Found<FutureTarget, (T,)>, ()> for Misplaced<Pending<'_, T, S>> {}

impl<T, S> Decide<Found<StateTarget, (T, S)>, ()> for Misplaced<Pending<'_, MethodRouter<T>, S>> {}
impl<L, H, M, T, S> Decide<Found<StateTarget, (T, S)>, ()>
    for Misplaced<Pending<'_, Layered<L, H, M, T>, S>>
{
}

impl<F: Function<A>, S, A> Decide<Found<PlainFunction, (F,)>, A> for Functions<Pending<'_, F, S>> {}
impl<T, S> Decide<Found<ServiceTarget, (T,)>, ()> for Functions<Pending<'_, T, S>> where
    T: Service<Request, Response: IntoResponse, Error: Into<BoxError>>
{
}

impl<T, S, E> Decide<Found<ServiceErrorTarget, (E,)>, ()> for ServiceErrors<Pending<'_, T, S>> where
    T: Service<Request, Response: IntoResponse, Error = E>
{
}
impl<T: IntoResponse, S> Decide<Found<ResponseTarget, (T,)>, ()>
    for ServiceErrors<Pending<'_, T, S>>
{
}

impl<T, S, R> Decide<Found<ServiceResponseTarget, (R,)>, ()> for ServiceResponses<Pending<'_, T, S>> where
    T: Service<Request, Response = R>
{
}
impl<T: IntoResponse, E, S> Decide<Found<ResultTarget, (E,)>, ()>
    for ServiceResponses<Pending<'_, Result<T, E>, S>>
{
}

impl<T: Layer<Probe>, S> Decide<Found<LayerTarget, (T,)>, ()> for Layers<Pending<'_, T, S>> {}

impl<T, S> Decide<Found<OtherTarget, (T,)>, ()> for Others<Pending<'_, T, S>> {}
