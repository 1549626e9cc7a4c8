//! The kinds of a target that is not an async function.
//!
//! `decide` finds the impl of [`Decide`] for the first level that fits. Levels after those of this file have
//! [mistakes](super::mistake).

use std::{marker::PhantomData, sync::Arc};

use axum::{
    extract::Request,
    handler::Handler,
    response::{IntoResponse, Response},
    routing::MethodRouter,
};

use super::declared::Declared;
use crate::{
    app::App,
    builder::Scope,
    chain::{BoxFuture, HttpService, ServiceTarget, Target},
    debug::opaque_debug,
    diagnostics::Accepted,
    error::BoxError,
    probe::{Decide, levels},
};

/// A target that is not an async function.
pub trait AnyKind<T, S> {
    /// Returns a marker for its type and the state of the application.
    fn target_kind(&self) -> Undecided<T, S> {
        Undecided::default()
    }
}
impl<T, S, C> AnyKind<T, S> for Declared<Scope<S, C>, T> {}

/// A target of the type `T` in an application with the state `S`, which fits no level before `L`.
pub struct Undecided<T, S, L = MethodRouters>(PhantomData<fn() -> (T, S, L)>);

levels! {
    Undecided<T, S>:
        MethodRouters Services Responses Handlers
        Misplaced Functions ServiceErrors ServiceResponses Layers Others
}

// A method router without state is a service, and axum implements `Handler` for responses, too. So
// the order of the levels matters.
impl<S, E> Decide<Kind<AsMethodRouter, S>, ()> for Undecided<MethodRouter<S, E>, S, MethodRouters> where
    E: Into<BoxError>
{
}
impl<T: HttpService, S> Decide<Kind<AsService, S>, ()> for Undecided<T, S, Services> {}
impl<T, S> Decide<Kind<AsResponse, S>, ()> for Undecided<T, S, Responses> where
    T: IntoResponse + Clone + Send + Sync + 'static
{
}
impl<T: Handler<M, S>, S, M> Decide<Kind<AsHandler<M>, S>, ()> for Undecided<T, S, Handlers> {}

/// The kind `K` of a target, in an application with the state `S`.
pub struct Kind<K, S>(pub Accepted, PhantomData<fn() -> (K, S)>);

impl<K, S> Default for Kind<K, S> {
    fn default() -> Self {
        Self(Accepted, PhantomData)
    }
}

impl<K, S> Kind<K, S> {
    /// Returns the kind, which is known.
    #[must_use]
    pub fn decide(self) -> Self {
        self
    }
}

/// A method router, whose handlers get the state of the application.
#[derive(Debug)]
pub struct AsMethodRouter;

/// A tower service.
#[derive(Debug)]
pub struct AsService;

/// A response, which is cloned for each request.
#[derive(Debug)]
pub struct AsResponse;

/// Any other handler of axum. `M` tells the impls of its trait apart.
pub struct AsHandler<M>(PhantomData<fn() -> M>);

impl<S: Clone + Send + Sync + 'static> Kind<AsMethodRouter, S> {
    /// Adds the method router, with the state, and returns the scope.
    pub fn add<E, C>(
        &self,
        app: &mut App<S>,
        item: usize,
        target: Declared<Scope<S, C>, MethodRouter<S, E>>,
        _: &Accepted,
    ) -> Scope<S, C>
    where
        E: Into<BoxError> + 'static,
    {
        let Declared(scope, router) = target;
        let router = router.with_state::<()>(S::clone(app.state()));
        app.handler(item, Arc::new(ServiceTarget(router)));
        scope
    }
}

impl<S: Send + Sync + 'static> Kind<AsService, S> {
    /// Adds the service, and returns the scope.
    pub fn add<T: HttpService, C>(
        &self,
        app: &mut App<S>,
        item: usize,
        target: Declared<Scope<S, C>, T>,
        _: &Accepted,
    ) -> Scope<S, C> {
        let Declared(scope, service) = target;
        app.handler(item, Arc::new(ServiceTarget(service)));
        scope
    }
}

impl<S: Send + Sync + 'static> Kind<AsResponse, S> {
    /// Adds the response, and returns the scope.
    pub fn add<T, C>(
        &self,
        app: &mut App<S>,
        item: usize,
        target: Declared<Scope<S, C>, T>,
        _: &Accepted,
    ) -> Scope<S, C>
    where
        T: IntoResponse + Clone + Send + Sync + 'static,
    {
        let Declared(scope, response) = target;
        app.handler(item, Arc::new(ResponseTarget(response)));
        scope
    }
}

impl<M: 'static, S: Clone + Send + Sync + 'static> Kind<AsHandler<M>, S> {
    /// Adds the handler, with the state, and returns the scope.
    pub fn add<H: Handler<M, S>, C>(
        &self,
        app: &mut App<S>,
        item: usize,
        target: Declared<Scope<S, C>, H>,
        _: &Accepted,
    ) -> Scope<S, C> {
        let Declared(scope, handler) = target;
        let service = handler.with_state(S::clone(app.state()));
        app.handler(item, Arc::new(ServiceTarget(service)));
        scope
    }
}

/// A response as a target.
struct ResponseTarget<T>(T);

impl<T: IntoResponse + Clone + Send + Sync> Target for ResponseTarget<T> {
    fn call(&self, _: Request) -> BoxFuture<'_, Response> {
        let response = self.0.clone().into_response();
        Box::pin(std::future::ready(response))
    }
}

opaque_debug! {
    Undecided<T, S, L>,
    Kind<K, S>,
    AsHandler<M>,
}
