//! The value of a `merge`, which should be a router.

use std::marker::PhantomData;

use axum::Router;

use super::{builder::App, part::Part};
use crate::{
    debug::opaque_debug,
    diagnostics::{Accepted, Found, MergedPart, MergedValue, RouterState, UncalledRouter},
    probe::{Decide, Function, levels},
};

/// The value `T` of a `merge`.
pub struct Merged<T, L = Routers>(PhantomData<fn() -> (T, L)>);

levels!(Merged<T>: Routers Functions Others);

/// Returns a marker for the type of a merged value.
#[must_use]
pub fn merged<T>(_: &T) -> Merged<T> {
    Merged::default()
}

// No type fits two impls of one level.

impl Decide<MergeValue, ()> for Merged<Router, Routers> {}

impl<S> Decide<Found<RouterState, (S,)>, ()> for Merged<Router<S>, Functions> {}
impl<R> Decide<Found<MergedPart, ((),)>, ()> for Merged<Part<R>, Functions> {}
impl<F, A, S> Decide<Found<UncalledRouter, ((),)>, (A, S)> for Merged<F, Functions> where
    F: Function<A, Output = Router<S>>
{
}
impl<F, A, R> Decide<Found<MergedPart, ((),)>, (A, (R,))> for Merged<F, Functions> where
    F: Function<A, Output = Part<R>>
{
}

impl<T> Decide<Found<MergedValue, (T,)>, ()> for Merged<T, Others> {}

/// A router.
#[derive(Debug, Default)]
pub struct MergeValue(pub Accepted);

impl MergeValue {
    /// Reports nothing.
    pub fn report(&self, _: &Accepted) {}

    /// Merges the router.
    pub fn merge<S: Send + Sync + 'static>(self, app: &mut App<S>, item: usize, router: Router) {
        app.merge(item, router);
    }
}

impl<M, T> Found<M, T> {
    /// Merges nothing, since the value has been reported.
    pub fn merge<S, V>(self, _: &mut App<S>, _: usize, _: V) {}
}

opaque_debug! {
    Merged<T, L>,
}
