//! The kinds of a target that is not an async function.
//!
//! `decide` finds the impl of [`Decide`] for the first [level](super::level) that fits. Levels after
//! those of this file have [mistakes](super::mistake).

use std::{marker::PhantomData, sync::Arc};

use axum::{
    extract::Request,
    handler::Handler,
    response::{IntoResponse, Response},
    routing::MethodRouter,
};

use super::{
    declared::Declared,
    level::{Handlers, MethodRouters, Responses, Services, Undecided},
};
use crate::{
    app::App,
    builder::Scope,
    chain::{BoxFuture, HttpService, ServiceTarget, Target},
    debug::opaque_debug,
    error::BoxError,
};

/// A target that is not an async function.
pub trait AnyKind<T, S> {
    /// Returns a marker for its type and the state of the application.
    fn kind(&self) -> Undecided<T, S, MethodRouters> {
        Undecided::new()
    }
}
impl<T, S, C> AnyKind<T, S> for &Declared<Scope<S, C>, T> {}

/// A target of the kind `K`, in an application with the state `S`. `A` tells impls of one type apart.
pub trait Decide<K, S, A> {
    /// Returns the kind.
    fn decide(&self) -> Kind<K, S> {
        Kind(PhantomData)
    }
}
// A method router without state is a service, and axum implements `Handler` for responses, too. So
// the order of the levels matters.
impl<S, E> Decide<AsMethodRouter, S, ()> for Undecided<MethodRouter<S, E>, S, MethodRouters> where
    E: Into<BoxError>
{
}
impl<T: HttpService, S> Decide<AsService, S, ()> for Undecided<T, S, Services> {}
impl<T, S> Decide<AsResponse, S, ()> for Undecided<T, S, Responses> where
    T: IntoResponse + Clone + Send + Sync + 'static
{
}
impl<T: Handler<M, S>, S, M> Decide<AsHandler<M>, S, ()> for Undecided<T, S, Handlers> {}

/// The kind `K` of a target, or a mistake, in an application with the state `S`.
pub struct Kind<K, S>(PhantomData<fn() -> (K, S)>);

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
    /// Adds the method router, with the state.
    pub fn add<E>(self, app: &mut App<S>, item: usize, router: &MethodRouter<S, E>)
    where
        E: Into<BoxError> + 'static,
    {
        let router = router.clone().with_state::<()>(S::clone(app.state()));
        app.handler(item, Arc::new(ServiceTarget(router)));
    }
}

impl<S: Send + Sync + 'static> Kind<AsService, S> {
    /// Adds the service.
    pub fn add<T: HttpService>(self, app: &mut App<S>, item: usize, service: &T) {
        app.handler(item, Arc::new(ServiceTarget(service.clone())));
    }
}

impl<S: Send + Sync + 'static> Kind<AsResponse, S> {
    /// Adds the response.
    pub fn add<T>(self, app: &mut App<S>, item: usize, response: &T)
    where
        T: IntoResponse + Clone + Send + Sync + 'static,
    {
        app.handler(item, Arc::new(ResponseTarget(response.clone())));
    }
}

impl<M: 'static, S: Clone + Send + Sync + 'static> Kind<AsHandler<M>, S> {
    /// Adds the handler, with the state.
    pub fn add<H: Handler<M, S>>(self, app: &mut App<S>, item: usize, handler: &H) {
        let service = handler.clone().with_state(S::clone(app.state()));
        app.handler(item, Arc::new(ServiceTarget(service)));
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
    Kind<K, S>,
    AsHandler<M>,
}
