//! The rules for the order of entries, and the rule that a type is provided once.
//!
//! rustc cannot answer whether a list of types does *not* hold a type. But a method can be found on
//! one type and not on another, and [`Decide`] uses that. So each mistake is an error of its own, and
//! a rule that is kept costs nothing.

use std::{marker::PhantomData, ops::Deref};

use super::{chain_builder::ChainBuilder, entry::AnyEntry};
use crate::{
    chain::Provides,
    context::{Anything, Conditional, Cons, Context, Has, Here, Known, Nil, There, Types},
    debug::opaque_debug,
    diagnostics::{Fine, Found, InnerEntry, OuterEntry, ProvidedTwice},
    probe::{Decide, levels},
};

/// The position that a middleware or a tower layer must have relative to others.
///
/// `#[middleware(outside(authenticate))]` implements it for a middleware. It can be implemented by
/// hand for a hand-written [`Middleware`](crate::Middleware) or for your own tower layer.
///
/// [`app!`](crate::app!) checks each entry against all outer entries, including those under an
/// `if`. A rule about an entry that is not in the stack is satisfied; [`DependsOn`](crate::DependsOn)
/// demands an entry. The features `tower-http` and `tower-http-compression` implement it for
/// [layers of tower-http](crate::guide::ready#order).
///
/// # Examples
///
/// ```
/// # use concentric::{Next, Order, Request, Response, middleware};
/// # #[middleware] async fn authenticate(req: Request, next: Next) -> Response { next.run(req).await }
/// #[derive(Clone)]
/// struct CorsLayer;
///
/// /// A preflight request has no token, so it must be answered before authentication.
/// impl Order for CorsLayer {
///     type Outside = (authenticate,);
///     type Inside = ();
/// }
/// ```
pub trait Order {
    /// The entries that it must be outside of, as a tuple of up to eight types.
    type Outside: Types;
    /// The entries that it must be inside of, as a tuple of up to eight types.
    type Inside: Types;
}

/// The types of a tuple, as a list.
pub(super) type List<T> = <T as Types>::Onto<Nil>;

/// A list that has a type in common with the list `L`.
pub trait Intersects<L, I> {}

impl<T, U, L: Has<T, I>, I: Known> Intersects<L, (Here, I)> for Cons<T, U> {}

impl<T, U: Intersects<L, I>, L, I> Intersects<L, There<I>> for Cons<T, U> {}

/// A list with an entry that must be inside of `T`.
pub trait RequiresOuter<T, I> {}

impl<T, X: MustBeInside<T, I>, N, I> RequiresOuter<T, (Here, I)> for Cons<X, N> {}

impl<T, X, N: RequiresOuter<T, I>, I> RequiresOuter<T, There<I>> for Cons<X, N> {}

/// An entry that must be inside of `T`.
pub trait MustBeInside<T, I> {
    /// The entry, without its condition.
    type Entry;
}

impl<X, T, I> MustBeInside<T, I> for X
where
    X: Order,
    List<X::Inside>: Has<T, I>,
{
    type Entry = X;
}

impl<X: MustBeInside<T, I>, T, I> MustBeInside<T, Conditional<I>> for Conditional<X> {
    type Entry = X::Entry;
}

/// An entry that breaks a rule, or that requires outer entries. `C` is the context, and `V` is the rule and where it is
/// broken.
pub trait Suspicious<C, V> {
    /// What looks for the mistake.
    type Search: Default;
}

// The entry provides a type that an outer middleware provides.
impl<T, P, N, I> Suspicious<Context<P, N>, (Repeated, (), I)> for T
where
    T: Provides,
    List<T::Types>: Intersects<P, I>,
{
    type Search = First<ProvidedIn<P>, List<T::Types>>;
}

// It must be outside of an outer entry.
impl<T, P, N, I> Suspicious<Context<P, N>, (Outer, (), I)> for T
where
    T: Order,
    List<T::Outside>: Intersects<N, I>,
{
    type Search = First<OutsideOf<T, N>, List<T::Outside>>;
}

// An outer entry must be inside of it.
impl<T, P, N: RequiresOuter<T, I>, I> Suspicious<Context<P, N>, (Inner, (), I)> for T {
    type Search = First<InsideOf<T>, N>;
}

/// An entry of the type `T` that is about to be added to a list with the context `C`. At the level `L`, more or less is
/// known about it.
pub struct Candidate<T, C, L = Any>(PhantomData<fn() -> (T, C, L)>);

levels!(Candidate<T, C>: Any Sound);

/// Returns the entry as a candidate for the list.
#[must_use]
pub fn candidate<T: AnyEntry, S, C, W>(_: &T, _: &ChainBuilder<S, C, W>) -> Candidate<T::Value, C> {
    Candidate::default()
}

// All rules are one step, since each step costs compile time in every list. Where several rules are broken, this leaves
// `V` open, and the next step takes the first of them.
impl<T: Suspicious<C, V>, C, V> Decide<Offender<T, C, V>, V> for Candidate<T, C, Any> {}
impl<T, C> Decide<Fine, ()> for Candidate<T, C, Sound> {}

/// A candidate that may break the rule `V`. At the level `L`, more or less is known about it.
pub struct Offender<T, C, V, L = Unresolved>(PhantomData<fn() -> (T, C, V, L)>);

levels!(Offender<T, C, V>: Unresolved Repeated Outer Inner Requiring);

// Lists that rustc does not know, since they contain an error.
impl<T, P: Erroneous, N, V> Decide<Fine, Repeated> for Offender<T, Context<P, N>, V, Unresolved> {}
impl<T, P, N: Erroneous, V> Decide<Fine, Inner> for Offender<T, Context<P, N>, V, Unresolved> {}
impl<T, C, K, I> Decide<Fine, ()> for Offender<T, C, (Repeated, K, I), Unresolved> where
    T: Suspicious<C, (Repeated, K, I), Search: Erroneous>
{
}

impl<T, C, L, K, I> Decide<T::Search, (K, I)> for Offender<T, C, (L, K, I), L> where
    T: Suspicious<C, (L, K, I)>
{
}

/// A list that contains an error, or whose end is not known: that after a reported entry, or one with an unknown type, for
/// which rustc takes each condition as met.
pub trait Erroneous {}
impl Erroneous for Anything {}
impl<T, L: Erroneous> Erroneous for Cons<T, L> {}
impl<R, L: Erroneous> Erroneous for First<R, L> {}

/// The first of the types `L` that breaks the rule `R`.
pub struct First<R, L>(PhantomData<fn() -> (R, L)>);

impl<R, L> Default for First<R, L> {
    fn default() -> Self {
        Self(PhantomData)
    }
}

impl<R, T, L> Deref for First<R, Cons<T, L>> {
    type Target = First<R, L>;

    fn deref(&self) -> &Self::Target {
        &First(PhantomData)
    }
}

/// The rule that a type is not among the provided types `P`.
#[derive(Debug)]
pub struct ProvidedIn<P>(PhantomData<fn() -> P>);

/// The rule that the entry `T` is outside of a type, so that it is not among the outer entries `N`.
#[derive(Debug)]
pub struct OutsideOf<T, N>(PhantomData<fn() -> (T, N)>);

/// The rule that no outer entry must be inside of `T`.
#[derive(Debug)]
pub struct InsideOf<T>(PhantomData<fn() -> T>);

impl<P: Has<T, I>, T, L, I: Known> Decide<Found<ProvidedTwice, (T,)>, I>
    for First<ProvidedIn<P>, Cons<T, L>>
{
}

impl<T, N: Has<U, I>, U, L, I: Known> Decide<Found<InnerEntry, (T, U)>, I>
    for First<OutsideOf<T, N>, Cons<U, L>>
{
}

impl<T, U: MustBeInside<T, I>, L, I> Decide<Found<OuterEntry, (U::Entry, T)>, I>
    for First<InsideOf<T>, Cons<U, L>>
{
}

impl Fine {
    /// Accepts the candidate.
    #[must_use]
    pub fn check(self) -> Self {
        self
    }

    /// Returns that the candidate is accepted.
    #[must_use]
    pub fn outcome(self) -> Self {
        self
    }

    /// Returns that the entry is accepted.
    #[must_use]
    pub fn remaining(self) -> Self {
        self
    }

    /// Returns that the part is accepted.
    #[must_use]
    pub fn included(self) -> Self {
        self
    }
}

impl<M, T> Found<M, T> {
    /// Returns the mistake, which is known.
    #[must_use]
    pub fn check(self) -> Self {
        self
    }

    /// Returns the mistake.
    #[must_use]
    pub fn outcome(self) -> Self {
        self
    }

    /// Returns the mistake.
    #[must_use]
    pub fn included(self) -> Self {
        self
    }
}

opaque_debug! {
    Candidate<T, C, L>,
    Offender<T, C, V, L>,
    First<R, L>,
}
