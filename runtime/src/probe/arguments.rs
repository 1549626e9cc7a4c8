//! Finds the first argument of a function that is wrong.
//!
//! rustc cannot answer whether a type does *not* implement a trait. But it can find the longest run of arguments at the
//! beginning that are right: [`Suspect`] dereferences to itself with a shorter run, and rustc takes the first impl of
//! [`Decide`] whose conditions hold. The argument after the run is wrong.

use std::{marker::PhantomData, ops::Deref};

use super::{
    argument::{Argument, OfHandler, OfMiddleware},
    decide::Decide,
    list::{AsList, First, Last, Next, Nth},
    requirement::Unmet,
};
use crate::{
    chain::Middleware,
    context::{Cons, Requires, SatisfiedBy},
    debug::opaque_debug,
    diagnostics::{Found, OtherState, Reported},
    extract::{self, Arguments},
};

/// The function `F` with a wrong argument, in an application with the state `S`, inside of the context `C`. At the
/// level `L`, the arguments before some position are right.
pub struct Suspect<F, S, C, L>(pub(crate) PhantomData<fn() -> (F, S, C, L)>);

impl<F, S, C> Default for Suspect<F, S, C, Required<Last>> {
    fn default() -> Self {
        Self(PhantomData)
    }
}

/// A stand-in for a state that has been reported.
#[derive(Clone, Debug)]
pub struct InvalidState;

impl<F, C> Decide<Reported, ()> for Suspect<F, InvalidState, C, Required<Last>> {}

/// The level where all arguments are extractors, and the context satisfies the requirements before the position `N`.
#[derive(Debug)]
pub struct Required<N>(PhantomData<fn() -> N>);

/// The level where the arguments before the position `N` are extractors.
#[derive(Debug)]
pub struct Extracted<N>(PhantomData<fn() -> N>);

/// The level of a middleware whose arguments are not known: one that is written by hand.
#[derive(Debug)]
pub struct Unlisted;

impl<F, S, C, N> Deref for Suspect<F, S, C, Required<Next<N>>> {
    type Target = Suspect<F, S, C, Required<N>>;

    fn deref(&self) -> &Self::Target {
        &Suspect(PhantomData)
    }
}

impl<F, S, C> Deref for Suspect<F, S, C, Required<First>> {
    type Target = Suspect<F, S, C, Extracted<Last>>;

    fn deref(&self) -> &Self::Target {
        &Suspect(PhantomData)
    }
}

impl<F, S, C> Deref for Suspect<F, S, C, Extracted<First>> {
    type Target = Suspect<F, S, C, Unlisted>;

    fn deref(&self) -> &Self::Target {
        &Suspect(PhantomData)
    }
}

impl<F, S, C, N> Deref for Suspect<F, S, C, Extracted<Next<N>>> {
    type Target = Suspect<F, S, C, Extracted<N>>;

    fn deref(&self) -> &Self::Target {
        &Suspect(PhantomData)
    }
}

/// A function whose arguments are extracted with the state `S`. `V` is how.
pub trait Extracts<S, V> {}
impl<A: Arguments<S, V>, S, V> Extracts<S, V> for OfHandler<A> {}
impl<M: Middleware<S, V>, S, V> Extracts<S, V> for OfMiddleware<M> {}

/// A middleware whose arguments are known: one that is a function.
pub trait HasArguments {
    /// The types of the arguments, as a tuple.
    type Arguments;
}

/// A function with the list of its arguments.
pub trait Listed {
    /// The types of the arguments.
    type List;
}
impl<A: AsList> Listed for OfHandler<A> {
    type List = A::List;
}
impl<M: HasArguments<Arguments: AsList>> Listed for OfMiddleware<M> {
    type List = <M::Arguments as AsList>::List;
}

/// A list of requirements that the context `C` satisfies before the position `N`.
pub trait SatisfiedBefore<N, C, I> {}
impl<L, C> SatisfiedBefore<First, C, ()> for L {}
impl<R, L, N, C, I, J> SatisfiedBefore<Next<N>, C, (I, J)> for Cons<R, L>
where
    R: SatisfiedBy<C, I>,
    L: SatisfiedBefore<N, C, J>,
{
}

/// A list of arguments that are extractors before the position `N`.
pub trait ExtractedBefore<N, S, V> {}
impl<L, S> ExtractedBefore<First, S, ()> for L {}
impl<T, L, N, S, V, W> ExtractedBefore<Next<N>, S, (V, W)> for Cons<T, L>
where
    T: extract::Argument<S, V>,
    L: ExtractedBefore<N, S, W>,
{
}

impl<F, S, C, N, V, I, T> Decide<Unmet<T, C>, (V, I)> for Suspect<F, S, C, Required<N>>
where
    F: Extracts<S, V>,
    V: AsList,
    V::List: SatisfiedBefore<N, C, I> + Nth<N, Item = Requires<T>>,
{
}

impl<F, S, C, N, V> Decide<Argument<F, ArgumentAt<F, N>, S, C, RestAfter<F, N>>, V>
    for Suspect<F, S, C, Extracted<N>>
where
    F: Listed,
    F::List: ExtractedBefore<N, S, V> + Nth<N>,
{
}

impl<M, S, C> Decide<Found<OtherState, (M, S)>, ()> for Suspect<OfMiddleware<M>, S, C, Unlisted> {}

/// The argument at the position `N`.
type ArgumentAt<F, N> = <<F as Listed>::List as Nth<N>>::Item;
/// The arguments after it.
type RestAfter<F, N> = <<F as Listed>::List as Nth<N>>::Rest;

opaque_debug! {
    Suspect<F, S, C, L>,
}
