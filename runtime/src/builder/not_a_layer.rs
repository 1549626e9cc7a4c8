//! What is wrong with an entry that is neither a middleware nor a tower layer.

use std::{convert::Infallible, future::Future, marker::PhantomData};

use axum::{
    error_handling::HandleErrorLayer,
    extract::{Request, State},
    middleware::FromFnLayer,
};
use tower::Service;

use crate::{
    chain::Provides,
    debug::opaque_debug,
    diagnostics::{
        ConfigEntry, ErrorEntry, Found, FunctionEntry, OptionEntry, OtherEntry, ReferenceEntry,
        ServiceEntry, StateEntry, TupleEntry, WrappedEntry,
    },
    probe::{Decide, Function, Parameters, levels},
};

/// An entry that is not a tower layer, in an application with this state.
pub struct NotALayer<Entry, AppState, Level = Functions>(
    PhantomData<fn() -> (Entry, AppState, Level)>,
);

levels!(NotALayer<Entry, AppState>: Functions Values Services Others);

// No type fits two impls of one level.

impl<F, S, A> Decide<Found<FunctionEntry, ((),)>, A> for NotALayer<F, S, Functions> where
    F: Function<A, Output: Future>
{
}
impl<F, S, A, M> Decide<Found<ConfigEntry, (M,)>, (A, M)> for NotALayer<F, S, Functions>
where
    F: Function<A, Output = M>,
    A: Parameters,
    M: Provides,
{
}
impl<F, S, M> Decide<Found<ReferenceEntry, (M,)>, M> for NotALayer<&F, S, Functions>
where
    F: Fn() -> M,
    M: Provides,
{
}
impl<M: Provides, S> Decide<Found<ReferenceEntry, (M,)>, ()> for NotALayer<&M, S, Functions> {}
// The last parameter of these layers is unknown, as it is for a function that fits no arguments.
impl<F, M, S, T> Decide<Found<WrappedEntry, (M,)>, ()>
    for NotALayer<FromFnLayer<F, T, ()>, S, Functions>
where
    F: Fn() -> M,
    M: Provides,
{
}
impl<H, S> Decide<Found<ErrorEntry, (Infallible,)>, ()>
    for NotALayer<HandleErrorLayer<H, ()>, S, Functions>
{
}
impl<T, S> Decide<Found<OptionEntry, (T,)>, ()> for NotALayer<Option<T>, S, Functions> {}

impl<S> Decide<Found<StateEntry, (S,)>, ()> for NotALayer<S, S, Values> {}
impl<T, S> Decide<Found<StateEntry, (T,)>, ()> for NotALayer<State<T>, S, Values> {}
impl<A, B, S> Decide<Found<TupleEntry, ((),)>, ()> for NotALayer<(A, B), S, Values> {}
impl<A, B, C, S> Decide<Found<TupleEntry, ((),)>, ()> for NotALayer<(A, B, C), S, Values> {}
impl<A, B, C, D, S> Decide<Found<TupleEntry, ((),)>, ()> for NotALayer<(A, B, C, D), S, Values> {}

impl<T, S> Decide<Found<ServiceEntry, (T,)>, ()> for NotALayer<T, S, Services> where
    T: Service<Request>
{
}

impl<T, S> Decide<Found<OtherEntry, (T,)>, ()> for NotALayer<T, S, Others> {}

opaque_debug! {
    NotALayer<Entry, AppState, Level>,
}
