//! The kinds of a target that is not an async function.
//!
//! `decide` finds the impl of [`Decide`] for the first level that fits. Levels after those of this file have
//! [mistakes](super::mistake).

use std::{future::ready, ops::Deref, sync::Arc};

use axum::{
    extract::Request,
    handler::Handler,
    response::{IntoResponse, Response},
    routing::MethodRouter,
};

use super::declared::{Declared, Pending};
use crate::{
    chain::{BoxFuture, HttpService, ServiceTarget, Target},
    diagnostics::Fine,
    error::BoxError,
    probe::Decide,
};

/// A target that is not an async function.
pub trait AnyKind<S, T> {
    /// Returns the target at the first level. `decide` adds it at the level that it fits.
    fn add_target(&self) -> MethodRouters<Pending<'_, T, S>>;
}
impl<S, C, T> AnyKind<S, T> for Declared<'_, S, C, T, (), (), ()> {
    fn add_target(&self) -> MethodRouters<Pending<'_, T, S>> {
        let target = Pending {
            app: self.app,
            item: self.item,
            target: &self.target,
        };
        Level(Level(Level(Level(Level(Level(Level(Level(Level(
            Level(target),
        )))))))))
    }
}

/// A target that fits no level before. `N` is the next level, and in the last one the target itself.
#[derive(Debug)]
pub struct Level<N>(N);

impl<N> Deref for Level<N> {
    type Target = N;

    fn deref(&self) -> &N {
        &self.0
    }
}

// Each level contains the next one, so the first is declared last. `levels!` does not declare them, since the last level
// holds the target.
pub(super) type Others<T> = Level<T>;
pub(super) type Layers<T> = Level<Others<T>>;
pub(super) type ServiceResponses<T> = Level<Layers<T>>;
pub(super) type ServiceErrors<T> = Level<ServiceResponses<T>>;
pub(super) type Functions<T> = Level<ServiceErrors<T>>;
pub(super) type Misplaced<T> = Level<Functions<T>>;
type Handlers<T> = Level<Misplaced<T>>;
type Responses<T> = Level<Handlers<T>>;
type Services<T> = Level<Responses<T>>;
pub(super) type MethodRouters<T> = Level<Services<T>>;

// A method router without state is a service, and axum implements `Handler` for responses, too. So
// the order of the levels matters.

/// A method router, whose handlers get the state of the application.
impl<S, E> Decide<Fine, ()> for MethodRouters<Pending<'_, MethodRouter<S, E>, S>>
where
    S: Clone + Send + Sync + 'static,
    E: Into<BoxError> + 'static,
{
    fn decide(&self) -> Fine {
        let router = self.target.clone().with_state::<()>(self.state());
        self.add(Arc::new(ServiceTarget(router)))
    }
}

/// A tower service.
impl<T: HttpService, S> Decide<Fine, ()> for Services<Pending<'_, T, S>> {
    fn decide(&self) -> Fine {
        self.add(Arc::new(ServiceTarget(self.target.clone())))
    }
}

/// A response, which is cloned for each request.
impl<T, S> Decide<Fine, ()> for Responses<Pending<'_, T, S>>
where
    T: IntoResponse + Clone + Send + Sync + 'static,
{
    fn decide(&self) -> Fine {
        self.add(Arc::new(ResponseTarget(self.target.clone())))
    }
}

/// Any other handler of axum. `M` tells the impls of its trait apart.
impl<T, S, M> Decide<Fine, M> for Handlers<Pending<'_, T, S>>
where
    T: Handler<M, S>,
    S: Clone + Send + Sync + 'static,
    M: 'static,
{
    fn decide(&self) -> Fine {
        let service = self.target.clone().with_state(self.state());
        self.add(Arc::new(ServiceTarget(service)))
    }
}

/// A response as a target.
struct ResponseTarget<T>(T);

impl<T: IntoResponse + Clone + Send + Sync> Target for ResponseTarget<T> {
    fn call(&self, _: Request) -> BoxFuture<'_, Response> {
        let response = self.0.clone().into_response();
        Box::pin(ready(response))
    }
}
