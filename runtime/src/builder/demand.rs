//! The check that the entries which an entry requires are outside of it.
//!
//! [`Demands`] dereferences to itself without the innermost of the outer entries, and each of its
//! three impls has a method `check`. So rustc finds the first outer entry of the required type, and
//! one that is listed twice is not ambiguous. One call checks one required type, and `outcome`
//! exists where none is left.
//!
//! The generated code passes the outcome to the only function of a trait, which no entry implements.
//! rustc explains a missing impl in fewer lines than a bound of a method.

use std::{marker::PhantomData, ops::Deref};

use super::{
    depends_on::{DependsOn, RequiredTypes},
    order::{Candidate, Fine},
    scope::Scope,
    token::EntryToken,
};
use crate::{
    context::{Border, Cons, Context, Nil},
    debug::opaque_debug,
    diagnostics::{Accepted, Outcome},
};

/// The required types `D` of the entry `T`. `L` are the outer entries that are not compared with
/// the first of them yet, and `N` all outer entries. `X` are the type arguments that are written as `_`.
pub struct Demands<T, D, L, N, X>(PhantomData<fn() -> (T, D, L, N, X)>);

impl<T, D, A, L, N, X> Deref for Demands<T, D, Cons<A, L>, N, X> {
    type Target = Demands<T, D, L, N, X>;

    fn deref(&self) -> &Self::Target {
        &Demands(PhantomData)
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
        Fine
    }

    /// Ends the check.
    #[must_use]
    pub fn outcome(&self) -> Outcome<Accepted, ()> {
        Outcome(PhantomData)
    }
}

impl<T, D, E, N, X> Demands<T, Cons<D, E>, Nil, N, X> {
    /// Returns that the first required type is missing.
    #[must_use]
    pub fn check(&self) -> Outcome<T, D> {
        Outcome(PhantomData)
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
    pub fn check(&self) -> Outcome<T, D> {
        Outcome(PhantomData)
    }
}

/// The type arguments that are written as `_`, of which there is at least one.
pub trait Holes {}
impl<A> Holes for (A,) {}
impl<A, B> Holes for (A, B) {}
impl<A, B, C> Holes for (A, B, C) {}
impl<A, B, C, D> Holes for (A, B, C, D) {}

/// Returns the required types of an entry or a part, to be compared with a list of outer entries or types.
pub(crate) fn demands<T, D, L>() -> Demands<T, D, L, L, ()> {
    Demands(PhantomData)
}

/// The verdict on a candidate that requires outer entries.
pub trait DemandVerdict<T, N, D, X> {
    /// Returns the verdict.
    fn verdict(&self) -> Demands<T, D::List, N, N, X>
    where
        D: RequiredTypes,
    {
        Demands(PhantomData)
    }
}
impl<T, P, N, D, X> DemandVerdict<T, N, D, X> for &Candidate<T, Context<P, N>, (D, X)>
where
    D: RequiredTypes,
    T: DependsOn<D, X>,
{
}

/// An entry of the type `T` that still applies where other entries are excluded. `C` is its
/// context, and `I` belongs to its required types.
pub struct RemainingEntry<T, C, I>(PhantomData<fn() -> (T, C, I)>);

/// Returns the entry as one that still applies in the scope.
#[must_use]
pub fn remaining<K, T, X, S, C, I>(
    _: &EntryToken<K, T, X>,
    _: &Scope<S, C>,
) -> RemainingEntry<T, C, I> {
    RemainingEntry(PhantomData)
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
impl<T, P, N, D, X> RemainingDemands<T, N, D, X> for &RemainingEntry<T, Context<P, N>, (D, X)>
where
    D: RequiredTypes,
    T: DependsOn<D, X>,
{
}

/// Any other entry that still applies.
pub trait NoDemands {
    /// Returns that it requires nothing.
    fn demands(&self) -> Fine {
        Fine
    }
}
impl<T, C> NoDemands for RemainingEntry<T, C, ()> {}

opaque_debug! {
    Demands<T, D, L, N, X>,
    RemainingEntry<T, C, I>,
}
