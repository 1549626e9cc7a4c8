//! The rules for the order of entries, and the rule that a type is provided once.
//!
//! rustc cannot answer whether a list of types does *not* hold a type. But a method can be found on
//! one type and not on another: `(&&&&&&candidate).verdict()` finds the first of six traits that
//! fits. So each mistake is an error of its own, and a rule that is kept costs nothing.

use std::marker::PhantomData;

use super::{chain_builder::ChainBuilder, entry::AnyEntry};
use crate::{
    chain::Provides,
    context::{Conditional, Cons, Context, Has, Here, Known, Nil, There, Types},
    debug::opaque_debug,
    diagnostics::{Fine, Found, InnerEntry, OuterEntry, ProvidedTwice},
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
pub trait Intersects<L, I> {
    /// The common type.
    type Found;
}

impl<T, U, L: Has<T, I>, I: Known> Intersects<L, (Here, I)> for Cons<T, U> {
    type Found = T;
}

impl<T, U: Intersects<L, I>, L, I> Intersects<L, There<I>> for Cons<T, U> {
    type Found = U::Found;
}

/// A list with an entry that must be inside of `T`.
pub trait RequiresOuter<T, I> {
    /// The entry.
    type Found;
}

impl<T, X, N, I> RequiresOuter<T, (Here, I)> for Cons<X, N>
where
    X: Order,
    List<X::Inside>: Has<T, I>,
{
    type Found = X;
}

impl<T, X, N, I> RequiresOuter<T, (Here, I)> for Cons<Conditional<X>, N>
where
    X: Order,
    List<X::Inside>: Has<T, I>,
{
    type Found = X;
}

impl<T, X, N: RequiresOuter<T, I>, I> RequiresOuter<T, There<I>> for Cons<X, N> {
    type Found = N::Found;
}

/// An entry of the type `T` that is about to be added to a list with the context `C`. `I` is the
/// position of its mistake, if there is one.
pub struct Candidate<T, C, I>(PhantomData<fn() -> (T, C, I)>);

/// Returns the entry as a candidate for the list.
#[must_use]
pub fn candidate<T: AnyEntry, S, C, W, I>(
    _: &T,
    _: &ChainBuilder<S, C, W>,
) -> Candidate<T::Value, C, I> {
    Candidate(PhantomData)
}

/// The verdict on a candidate for a list whose types rustc does not know, since they contain an error.
pub trait UnknownVerdict {
    /// Returns the verdict.
    fn verdict(&self) -> Fine {
        Fine::default()
    }
}
impl<T, P: Erroneous, N> UnknownVerdict for &&&&&Candidate<T, Context<P, N>, ()> {}

/// A type that contains an error. No type implements this trait, and rustc takes each condition on such a type as met.
pub trait Erroneous {}

/// The verdict on a candidate that provides a type which an outer middleware provides. `T` is the type.
pub trait RepeatedVerdict<T, I> {
    /// Returns the mistake.
    fn verdict(&self) -> Found<ProvidedTwice, (T,)> {
        Found::default()
    }
}
impl<T, P, N, I, X> RepeatedVerdict<X, I> for &&&&Candidate<T, Context<P, N>, I>
where
    T: Provides,
    List<T::Types>: Intersects<P, I, Found = X>,
{
}

/// The verdict on a candidate `T` that must be outside of the outer entry `U`.
pub trait OutsideVerdict<T, U, I> {
    /// Returns the mistake.
    fn verdict(&self) -> Found<InnerEntry, (T, U)> {
        Found::default()
    }
}
impl<T, P, N, I, U> OutsideVerdict<T, U, I> for &&&Candidate<T, Context<P, N>, I>
where
    T: Order,
    List<T::Outside>: Intersects<N, I, Found = U>,
{
}

/// The verdict on a candidate `U` that the outer entry `T` must be inside of.
pub trait InsideVerdict<T, U, I> {
    /// Returns the mistake.
    fn verdict(&self) -> Found<OuterEntry, (T, U)> {
        Found::default()
    }
}
impl<T, P, N, I, U> InsideVerdict<T, U, I> for &&Candidate<U, Context<P, N>, I> where
    N: RequiresOuter<U, I, Found = T>
{
}

/// The verdict on a candidate that breaks no rule.
pub trait FineVerdict {
    /// Returns the verdict.
    fn verdict(&self) -> Fine {
        Fine::default()
    }
}
impl<T, C> FineVerdict for Candidate<T, C, ()> {}

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
    Candidate<T, C, I>,
}
