//! Whether an entry fits a list, and what is wrong with one that does not.
//!
//! `entry.fitting(..).decide()` finds the impl of [`Decide`] for the first level that holds.

use std::marker::PhantomData;

use tower::Layer;

use super::{
    entries::{LayerEntry, MiddlewareEntry},
    entry::{AsLayer, AsMiddleware, AsProvidingLayer, Probe},
    not_a_layer::NotALayer,
};
use crate::{
    chain::{HttpService, Middleware, Provides},
    context::{Anything, Conditional, Cons, Context, Has, Known, SatisfiedBy, Types},
    debug::opaque_debug,
    diagnostics::{Accepted, ConditionalEntry, Found, Reported},
    probe::{Decide, Last, Missing, OfMiddleware, Required, StateMistake, Suspect, levels},
};

/// An entry that is added as a `Kind`, to a list with this state and context. `Listed` stands for it in the list of
/// outer entries.
pub struct Fitting<Kind, Entry, Listed, State, Context, Level = Whole>(
    PhantomData<fn() -> (Kind, Entry, Listed, State, Context, Level)>,
);

levels!(Fitting<Kind, Entry, Listed, State, Context>: Whole Silenced Conditioned Suspected);

// A middleware.

impl<M, S, C, R, I> Decide<Fits<R>, (R, I)> for Fitting<AsMiddleware, M, M, S, C, Whole>
where
    M: Middleware<S, R>,
    R: SatisfiedBy<C, I>,
{
}

impl<M, S, C, R, I> Decide<Fits<R>, (R, I)>
    for Fitting<AsMiddleware, M, Conditional<M>, S, C, Whole>
where
    M: Middleware<S, R> + Provides<Types = ()>,
    R: SatisfiedBy<C, I>,
{
}

// A second provider of one type, under the opposite condition.
impl<M, S, P, N, I> Decide<Reported, I>
    for Fitting<AsMiddleware, M, Conditional<M>, S, Context<P, N>, Silenced>
where
    P: Has<Reported, I>,
    I: Known,
{
}

impl<M, S, C, T> Decide<Found<ConditionalEntry, (T::Value,)>, ()>
    for Fitting<AsMiddleware, M, Conditional<M>, S, C, Conditioned>
where
    M: Provides<Types = T>,
    T: NotEmpty,
{
}

impl<M, X, S, C> Decide<Suspect<OfMiddleware<M>, S, C, Required<Last>>, ()>
    for Fitting<AsMiddleware, M, X, S, C, Suspected>
{
}

/// A tuple of at least one type.
pub trait NotEmpty: Types {}
macro_rules! not_empty {
    ($first:ident $($rest:ident)*) => {
        impl<$first, $($rest),*> NotEmpty for ($first, $($rest,)*)
        where
            Self: Types,
        {
        }
        not_empty!($($rest)*);
    };
    () => {};
}
not_empty!(A B C D E F G H);

// A tower layer.

impl<L, X, S, C> Decide<Fits<()>, ()> for Fitting<AsLayer, L, X, S, C, Whole> where
    L: Layer<Probe, Service: HttpService>
{
}

impl<T: Types, L, S, C> Decide<Fits<()>, ()> for Fitting<AsProvidingLayer, L, T, S, C, Whole> where
    L: Layer<Probe, Service: HttpService>
{
}

impl<T: NotEmpty, L, S, C> Decide<Found<ConditionalEntry, (T::Value,)>, ()>
    for Fitting<AsProvidingLayer, L, Conditional<T>, S, C, Conditioned>
{
}

impl<L, X, S, C> Decide<NotALayer<L, S>, ()> for Fitting<AsProvidingLayer, L, X, S, C, Suspected> {}

impl<L, X, S, C> Decide<NotALayer<L, S>, ()> for Fitting<AsLayer, L, X, S, C, Suspected> {}

/// An entry that fits a list, and requires `R` of it.
pub struct Fits<R>(pub Accepted, PhantomData<fn() -> R>);

impl<R> Default for Fits<R> {
    fn default() -> Self {
        Self(Accepted, PhantomData)
    }
}

impl<R> Fits<R> {
    /// Returns that the entry fits.
    #[must_use]
    pub fn decide(&self) -> Self {
        Self::default()
    }

    /// Reports nothing.
    pub fn report(&self, _: &Accepted) {}
}

/// Whether the entry `T` fits, in an application with the state `S`.
pub trait Fit<T, S> {
    /// The entry as it is added to the list.
    type Entry;
    /// The types that are provided inside of the entry, where `P` are those outside of it.
    type Inner<P>;

    /// Returns the entry as it is added.
    fn entry(self, value: T) -> Self::Entry;
}

impl<M: Middleware<S, R>, S, R> Fit<M, S> for Fits<R> {
    type Entry = MiddlewareEntry<M, R>;
    type Inner<P> = <M::Types as Types>::Onto<P>;

    fn entry(self, middleware: M) -> Self::Entry {
        MiddlewareEntry::new(middleware)
    }
}

/// An entry with a mistake, of which rustc builds no list.
#[derive(Debug)]
pub struct BrokenEntry;

/// What is wrong with an entry.
pub trait Mistake {}
impl<M, F> Mistake for Found<M, F> {}
impl<M, F> Mistake for StateMistake<M, F> {}
impl<U> Mistake for Missing<U> {}
impl Mistake for Reported {}

// What a broken entry provides is not known, so nothing inside of it is reported.

impl<M: Mistake, T, S> Fit<T, S> for M {
    type Entry = BrokenEntry;
    type Inner<P> = Cons<Reported, Anything>;

    fn entry(self, _: T) -> BrokenEntry {
        BrokenEntry
    }
}

/// Whether the tower layer `L` fits. `T` are the types that it provides, as a tuple.
pub trait FitLayer<L, T: Types = ()> {
    /// The entry as it is added to the list.
    type Entry;
    /// The types that are provided inside of the entry, where `P` are those outside of it.
    type Inner<P>;

    /// Returns the entry as it is added.
    fn entry(self, layer: L) -> Self::Entry;
}

impl<L: Layer<Probe, Service: HttpService>, T: Types> FitLayer<L, T> for Fits<()> {
    type Entry = LayerEntry<L>;
    type Inner<P> = T::Onto<P>;

    fn entry(self, layer: L) -> LayerEntry<L> {
        LayerEntry(layer)
    }
}

impl<M: Mistake, L, T: Types> FitLayer<L, T> for M {
    type Entry = BrokenEntry;
    type Inner<P> = Cons<Reported, Anything>;

    fn entry(self, _: L) -> BrokenEntry {
        BrokenEntry
    }
}

opaque_debug! {
    Fitting<Kind, Entry, Listed, State, Context, Level>,
    Fits<R>,
}
