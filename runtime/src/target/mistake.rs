//! What is wrong with a target that has no kind.

use std::future::Future;

use axum::{
    Router, extract::Request, handler::Layered, response::IntoResponse, routing::MethodRouter,
};
use tower::{Layer, Service};

use super::{
    declared::Declared,
    kind::{
        Functions, Layers, MethodRouters, Misplaced, Others, ServiceErrors, ServiceResponses,
        Undecided,
    },
};
use crate::{
    app::{App, Part},
    builder::{Probe, Scope},
    chain::Provides,
    context::{Cons, Context, Mended},
    diagnostics::{
        Accepted, AppTarget, Found, FunctionTarget, FutureTarget, Holds, IsDeclared, LayerTarget,
        MiddlewareTarget, OtherTarget, PartTarget, PlainFunction, Provide, Reported,
        ResponseTarget, ResultTarget, RouterTarget, ServiceErrorTarget, ServiceResponseTarget,
        ServiceTarget, StateArgument, StateName, StateTarget,
    },
    error::BoxError,
    probe::{Decide, Function, Missing, StateMistake, Unsendable},
};

impl<T> Missing<T> {
    /// Adds nothing, and returns the scope as if the type was provided, so that it is reported once.
    pub fn add<S, F, P, N>(
        &self,
        _: &mut App<S>,
        _: usize,
        _: Declared<Scope<S, Context<P, N>>, F>,
        _: &dyn Provide<T>,
    ) -> Scope<S, Context<Cons<Mended<T>, P>, N>> {
        Scope::new()
    }
}

impl Reported {
    /// Adds nothing, and returns the scope.
    pub fn add<S, F, C>(
        &self,
        _: &mut App<S>,
        _: usize,
        Declared(scope, _): Declared<Scope<S, C>, F>,
        _: &Accepted,
    ) -> Scope<S, C> {
        scope
    }
}

impl<T> Unsendable<T> {
    /// Adds nothing, and returns the scope.
    pub fn add<S, F, C>(
        &self,
        _: &mut App<S>,
        _: usize,
        Declared(scope, _): Declared<Scope<S, C>, F>,
        _: &dyn Send,
    ) -> Scope<S, C> {
        scope
    }
}

impl<T> StateMistake<StateName, (T,)> {
    /// Adds nothing, and returns the scope where another `State` is not reported.
    pub fn add<A, F, P, N>(
        &self,
        _: &mut App<A>,
        _: usize,
        _: Declared<Scope<A, Context<P, N>>, F>,
        _: &dyn IsDeclared<T>,
    ) -> Scope<A, Context<Cons<Reported, P>, N>> {
        Scope::new()
    }
}

impl<T, S> StateMistake<StateArgument, (T, S)> {
    /// Adds nothing, and returns the scope where another `State` is not reported.
    pub fn add<A, F, P, N>(
        &self,
        _: &mut App<A>,
        _: usize,
        _: Declared<Scope<A, Context<P, N>>, F>,
        _: &dyn Holds<T, S>,
    ) -> Scope<A, Context<Cons<Reported, P>, N>> {
        Scope::new()
    }
}

// No type fits two impls of one level.

impl<T, S> Decide<Found<RouterTarget, (Router<T>,)>, ()>
    for Undecided<Router<T>, S, MethodRouters>
{
}

impl<R, S> Decide<Found<PartTarget, (Part<R>,)>, ()> for Undecided<Part<R>, S, MethodRouters> {}

impl<F, S, A> Decide<Found<FunctionTarget, (F,)>, A> for Undecided<F, S, Misplaced> where
    F: Function<A, Output: Future>
{
}
impl<F, S, A, T> Decide<Found<AppTarget, (F,)>, (A, T)> for Undecided<F, S, Misplaced> where
    F: Function<A, Output = Router<T>>
{
}
impl<F, S, A, R> Decide<Found<PartTarget, (F,)>, (A, R)> for Undecided<F, S, Misplaced> where
    F: Function<A, Output = Part<R>>
{
}
impl<F, S, A> Decide<Found<MiddlewareTarget, (F,)>, (A,)> for Undecided<F, S, Misplaced> where
    F: Function<A, Output: Provides>
{
}
impl<T: Provides, S> Decide<Found<MiddlewareTarget, (T,)>, ()> for Undecided<T, S, Misplaced> {}
impl<T: Future, S> Decide<Found<FutureTarget, (T,)>, ()> for Undecided<T, S, Misplaced> {}

impl<T, S> Decide<Found<StateTarget, (T, S)>, ()> for Undecided<MethodRouter<T>, S, Misplaced> {}
impl<L, H, M, T, S> Decide<Found<StateTarget, (T, S)>, ()>
    for Undecided<Layered<L, H, M, T>, S, Misplaced>
{
}

impl<F: Function<A>, S, A> Decide<Found<PlainFunction, (F,)>, A> for Undecided<F, S, Functions> {}
impl<T, S> Decide<Found<ServiceTarget, (T,)>, ()> for Undecided<T, S, Functions> where
    T: Service<Request, Response: IntoResponse, Error: Into<BoxError>>
{
}

impl<T, S, E> Decide<Found<ServiceErrorTarget, (E,)>, ()> for Undecided<T, S, ServiceErrors> where
    T: Service<Request, Response: IntoResponse, Error = E>
{
}
impl<T: IntoResponse, S> Decide<Found<ResponseTarget, (T,)>, ()>
    for Undecided<T, S, ServiceErrors>
{
}

impl<T, S, R> Decide<Found<ServiceResponseTarget, (R,)>, ()> for Undecided<T, S, ServiceResponses> where
    T: Service<Request, Response = R>
{
}
impl<T: IntoResponse, E, S> Decide<Found<ResultTarget, (E,)>, ()>
    for Undecided<Result<T, E>, S, ServiceResponses>
{
}

impl<T: Layer<Probe>, S> Decide<Found<LayerTarget, (T,)>, ()> for Undecided<T, S, Layers> {}

impl<T, S> Decide<Found<OtherTarget, (T,)>, ()> for Undecided<T, S, Others> {}
