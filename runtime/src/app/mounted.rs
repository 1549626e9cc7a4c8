//! The value of a `mount`, which should be a service.

use std::marker::PhantomData;

use axum::Router;

use super::{builder::App, part::Part};
use crate::{
    chain::HttpService,
    debug::opaque_debug,
    diagnostics::{
        Accepted, Found, MountedFunction, MountedPart, MountedValue, RouterState, UncalledRouter,
    },
    probe::{Decide, Function, levels},
};

/// The value `T` of a `mount`.
pub struct Mounted<T, L = Services>(PhantomData<fn() -> (T, L)>);

levels!(Mounted<T>: Services Routers Functions Others);

/// Returns a marker for the type of a mounted value.
#[must_use]
pub fn mounted<T>(_: &T) -> Mounted<T> {
    Mounted::default()
}

// No type fits two impls of one level.

impl<T: HttpService> Decide<MountValue, ()> for Mounted<T, Services> {}

impl<S> Decide<Found<RouterState, (S,)>, ()> for Mounted<Router<S>, Routers> {}
impl<R> Decide<Found<MountedPart, ((),)>, ()> for Mounted<Part<R>, Routers> {}
impl<F, A, S> Decide<Found<UncalledRouter, ((),)>, (A, S)> for Mounted<F, Routers> where
    F: Function<A, Output = Router<S>>
{
}
impl<F, A, R> Decide<Found<MountedPart, ((),)>, (A, (R,))> for Mounted<F, Routers> where
    F: Function<A, Output = Part<R>>
{
}

impl<F: Function<A>, A> Decide<Found<MountedFunction, ((),)>, A> for Mounted<F, Functions> {}

impl<T> Decide<Found<MountedValue, (T,)>, ()> for Mounted<T, Others> {}

/// A service.
#[derive(Debug, Default)]
pub struct MountValue(pub Accepted);

impl MountValue {
    /// Reports nothing.
    pub fn report(&self, _: &Accepted) {}

    /// Mounts the service.
    pub fn mount<S: Send + Sync + 'static>(
        self,
        app: &mut App<S>,
        item: usize,
        service: impl HttpService,
    ) {
        app.mount(item, service);
    }
}

impl<M, T> Found<M, T> {
    /// Mounts nothing, since the value has been reported.
    pub fn mount<S, V>(self, _: &mut App<S>, _: usize, _: V) {}
}

opaque_debug! {
    Mounted<T, L>,
}
