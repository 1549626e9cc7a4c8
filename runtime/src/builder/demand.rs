//! The check that the entries which an entry requires are outside of it.
//!
//! [`Demands`] dereferences to itself without the innermost of the outer entries, and each of its
//! impls has a method `check`. So rustc finds the first outer entry of the required type, and
//! one that is listed twice is not ambiguous. One call checks one required type, and `outcome`
//! exists where none is left.

use std::{marker::PhantomData, ops::Deref};

use super::{
    depends_on::{DependsOn, RequiredTypes},
    entry::{AsLayer, AsMiddleware, AsProvidingLayer},
    order::{Erroneous, Requiring, Suspicious},
    scope::Scope,
    token::EntryToken,
};
use crate::{
    chain::Middleware,
    context::{Border, Cons, Context, Nil, SatisfiedBy},
    debug::opaque_debug,
    diagnostics::{
        AroundThePart, Fine, Found, RemainingEntry, RemainingMiddleware, RequiringEntry,
    },
    probe::{Decide, levels},
};

/// The required types `D` of the entry `T`. `L` are the outer entries that are not compared with
/// the first of them yet, and `N` all outer entries. `X` are the type arguments that are written as `_`.
pub struct Demands<T, D, L, N, X>(PhantomData<fn() -> (T, D, L, N, X)>);

impl<T, D, L, N, X> Default for Demands<T, D, L, N, X> {
    fn default() -> Self {
        Self(PhantomData)
    }
}

impl<T, D, A, L, N, X> Deref for Demands<T, D, Cons<A, L>, N, X> {
    type Target = Demands<T, D, L, N, X>;

    fn deref(&self) -> &Self::Target {
        &Demands(PhantomData)
    }
}

impl<T, D, L, N, X> Demands<T, D, L, N, X> {
    /// Returns what is required, which is known.
    #[must_use]
    pub fn decide(&self) -> Self {
        Self::default()
    }
}

impl<T, D, E, L, N, X> Demands<T, Cons<D, E>, Cons<D, L>, N, X> {
    /// Accepts the first required type.
    #[must_use]
    pub fn check(&self) -> Demands<T, E, N, N, X> {
        Demands(PhantomData)
    }
}

impl<T, L, N, X> Demands<T, Nil, L, N, X> {
    /// Accepts the entry.
    #[must_use]
    pub fn check(&self) -> Fine {
        Fine::default()
    }

    /// Accepts the entry.
    #[must_use]
    pub fn outcome(&self) -> Fine {
        Fine::default()
    }

    /// Accepts the entry, where others are excluded.
    #[must_use]
    pub fn remaining(&self) -> Fine {
        Fine::default()
    }

    /// Accepts the part.
    #[must_use]
    pub fn included(&self) -> Fine {
        Fine::default()
    }
}

impl<T, D, E, N, X> Demands<T, Cons<D, E>, Nil, N, X> {
    /// Returns that the first required type is missing.
    #[must_use]
    pub fn check(&self) -> Unsatisfied<T, D> {
        Unsatisfied(PhantomData)
    }
}

impl<T, D, E, N> Demands<T, Cons<D, E>, Border, N, ()> {
    /// Leaves the first required type to the application that includes the part.
    #[must_use]
    pub fn check(&self) -> Demands<T, E, N, N, ()> {
        Demands(PhantomData)
    }
}

impl<T, D, E, N, X: Holes> Demands<T, Cons<D, E>, Border, N, X> {
    /// Returns that the first required type is missing. A type with a `_` is known only where it is listed.
    #[must_use]
    pub fn check(&self) -> Unsatisfied<T, D> {
        Unsatisfied(PhantomData)
    }
}

/// An entry `T` that requires a `D`, which is not outside of it.
pub struct Unsatisfied<T, D>(PhantomData<fn() -> (T, D)>);

impl<T, D> Unsatisfied<T, D> {
    /// Returns the mistake, which is known.
    #[must_use]
    pub fn check(self) -> Self {
        self
    }

    /// Returns the mistake of an entry.
    #[must_use]
    pub fn outcome(self) -> Found<RequiringEntry, (T, D)> {
        Found::default()
    }

    /// Returns the mistake of an entry that still applies where others are excluded.
    #[must_use]
    pub fn remaining(self) -> Found<RemainingEntry, (T, D)> {
        Found::default()
    }

    /// Returns the mistake of a part.
    #[must_use]
    pub fn included(self) -> Found<AroundThePart, (D,)> {
        Found::default()
    }
}

/// The type arguments that are written as `_`, of which there is at least one.
pub trait Holes {}
impl<A> Holes for (A,) {}
impl<A, B> Holes for (A, B) {}
impl<A, B, C> Holes for (A, B, C) {}
impl<A, B, C, D> Holes for (A, B, C, D) {}

/// The required types `D` of the part `T`, to be compared with the provided types `P`. At the level `L`, more or less is
/// known about them.
pub struct PartDemands<T, D, P, L = Unknown>(PhantomData<fn() -> (T, D, P, L)>);

levels!(PartDemands<T, D, P>: Unknown Known);

impl<T, D, P: Erroneous> Decide<Fine, ()> for PartDemands<T, D, P, Unknown> {}
impl<T, D, P> Decide<Demands<T, D, P, P, ()>, ()> for PartDemands<T, D, P, Known> {}

// An entry that requires others.
impl<T, P, N, D, X> Suspicious<Context<P, N>, (Requiring, (), (D, X))> for T
where
    D: RequiredTypes,
    T: DependsOn<D, X>,
{
    type Search = Demands<T, D::List, N, N, X>;
}

/// An entry of the kind `K` and the type `T` that still applies where other entries are excluded. `S` is the state, `C`
/// its context, and `I` belongs to its required types.
pub struct Remaining<K, T, S, C, I>(PhantomData<fn() -> (K, T, S, C, I)>);

/// Returns the entry as one that still applies in the scope.
#[must_use]
pub fn remaining<K, T, X, S, C, I>(
    _: &EntryToken<K, T, X>,
    _: &Scope<S, C>,
) -> Remaining<K, T, S, C, I> {
    Remaining(PhantomData)
}

/// An entry that still applies and requires outer entries.
///
/// `(&&entry).demands()` finds this trait before [`NoDemands`].
pub trait RemainingDemands<T, N, D, X> {
    /// Returns what it requires.
    fn demands(&self) -> Demands<T, D::List, N, N, X>
    where
        D: RequiredTypes,
    {
        Demands(PhantomData)
    }
}
impl<K, T, S, P, N, D, X> RemainingDemands<T, N, D, X>
    for &Remaining<K, T, S, Context<P, N>, (D, X)>
where
    D: RequiredTypes,
    T: DependsOn<D, X>,
{
}

/// Any other entry that still applies.
pub trait NoDemands {
    /// Returns that it requires nothing.
    fn demands(&self) -> Fine {
        Fine::default()
    }
}
impl<K, T, S, C> NoDemands for Remaining<K, T, S, C, ()> {}

/// An entry that still applies, and whose required types are provided.
///
/// `(&&entry).satisfied()` finds this trait before [`UnsatisfiedMiddleware`].
pub trait SatisfiedEntry<R, J> {
    /// Returns that nothing is wrong.
    fn satisfied(&self) -> Fine {
        Fine::default()
    }
}
impl<T, S, C, R, J> SatisfiedEntry<R, J> for &Remaining<AsMiddleware, T, S, C, ()>
where
    T: Middleware<S, R>,
    R: SatisfiedBy<C, J>,
{
}
impl<T, S, C> SatisfiedEntry<(), ()> for &Remaining<AsLayer, T, S, C, ()> {}
impl<T, S, C> SatisfiedEntry<(), ()> for &Remaining<AsProvidingLayer, T, S, C, ()> {}

/// A middleware that still applies, and requires a type whose provider is excluded.
pub trait UnsatisfiedMiddleware<T> {
    /// Returns the mistake.
    fn satisfied(&self) -> Found<RemainingMiddleware, (T,)> {
        Found::default()
    }
}
impl<T, S, C> UnsatisfiedMiddleware<T> for Remaining<AsMiddleware, T, S, C, ()> {}

opaque_debug! {
    PartDemands<T, D, P, L>,
    Demands<T, D, L, N, X>,
    Unsatisfied<T, D>,
    Remaining<K, T, S, C, I>,
}
