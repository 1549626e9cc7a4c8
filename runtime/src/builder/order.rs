//! The rules for the order of entries, and the rule that a type is provided once.
//!
//! rustc cannot answer whether a list of types does *not* hold a type. But a method can be found on
//! one type and not on another: `(&&&&&candidate).verdict()` finds the first of five traits that
//! fits. So each mistake is an error of its own, and a rule that is kept costs nothing.

use std::marker::PhantomData;

use super::{chain_builder::ChainBuilder, entry::AnyEntry};
use crate::{
    chain::Provides,
    context::{Conditional, Cons, Context, Has, Here, Nil, There, Types},
    debug::opaque_debug,
    diagnostics::{Accepted, IsProvidedOnce, Outcome, StandsInside, StandsOutside},
};

/// The position that a middleware or a tower layer must have relative to others.
///
/// `#[middleware(outside(authenticate))]` implements it for a middleware. It can be implemented by
/// hand for a hand-written [`Middleware`](crate::Middleware) or for your own tower layer.
///
/// [`app!`](crate::app!) checks each entry against all outer entries, including those under an
/// `if`. A rule about an entry that is not in the stack is satisfied; [`DependsOn`](crate::DependsOn)
/// demands an entry.
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

impl<T, U, L: Has<T, I>, I> Intersects<L, (Here, I)> for Cons<T, U> {
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

/// The verdict on a candidate that provides a type which an outer middleware provides. `T` is the
/// tuple of the types that the candidate provides.
pub trait RepeatedVerdict<T, C, I> {
    /// Returns the verdict.
    fn verdict(&self) -> Repeated<T, C, I> {
        Repeated(PhantomData)
    }
}
impl<T, P, N, I> RepeatedVerdict<T::Types, Context<P, N>, I> for &&&&Candidate<T, Context<P, N>, I>
where
    T: Provides,
    List<T::Types>: Intersects<P, I>,
{
}

/// The verdict on a candidate that must be outside of an outer entry.
pub trait OutsideVerdict<T, C, I> {
    /// Returns the verdict.
    fn verdict(&self) -> Outside<T, C, I> {
        Outside(PhantomData)
    }
}
impl<T, P, N, I> OutsideVerdict<T, Context<P, N>, I> for &&&Candidate<T, Context<P, N>, I>
where
    T: Order,
    List<T::Outside>: Intersects<N, I>,
{
}

/// The verdict on a candidate that an outer entry must be inside of.
pub trait InsideVerdict<T, C, I> {
    /// Returns the verdict.
    fn verdict(&self) -> Inside<T, C, I> {
        Inside(PhantomData)
    }
}
impl<T, P, N, I> InsideVerdict<T, Context<P, N>, I> for &&Candidate<T, Context<P, N>, I> where
    N: RequiresOuter<T, I>
{
}

/// The verdict on a candidate that breaks no rule.
pub trait FineVerdict {
    /// Returns the verdict.
    fn verdict(&self) -> Fine {
        Fine
    }
}
impl<T, C> FineVerdict for Candidate<T, C, ()> {}

/// The result of [`RepeatedVerdict`].
pub struct Repeated<T, C, I>(PhantomData<fn() -> (T, C, I)>);
/// The result of [`OutsideVerdict`].
pub struct Outside<T, C, I>(PhantomData<fn() -> (T, C, I)>);
/// The result of [`InsideVerdict`].
pub struct Inside<T, C, I>(PhantomData<fn() -> (T, C, I)>);
/// The result of [`FineVerdict`].
#[derive(Debug)]
pub struct Fine;

impl<T, P, N, I> Repeated<T, Context<P, N>, I> {
    /// Reports that the type is provided twice.
    pub fn check<Found>(self) -> Fine
    where
        T: Types,
        List<T>: Intersects<P, I, Found = Found>,
        Found: IsProvidedOnce,
    {
        Fine
    }
}

impl<T, P, N, I> Outside<T, Context<P, N>, I> {
    /// Reports that the candidate must be outside of the entry.
    pub fn check<Found>(self) -> Fine
    where
        T: Order,
        List<T::Outside>: Intersects<N, I, Found = Found>,
        T: StandsOutside<Found>,
    {
        Fine
    }
}

impl<T, P, N, I> Inside<T, Context<P, N>, I> {
    /// Reports that the entry must be inside of the candidate.
    pub fn check<Found>(self) -> Fine
    where
        N: RequiresOuter<T, I, Found = Found>,
        Found: StandsInside<T>,
    {
        Fine
    }
}

impl Fine {
    /// Accepts the candidate.
    #[must_use]
    pub fn check(self) -> Self {
        self
    }

    /// Ends the check.
    #[must_use]
    pub fn outcome(self) -> Outcome<Accepted, ()> {
        Outcome(PhantomData)
    }
}

opaque_debug! {
    Candidate<T, C, I>,
    Repeated<T, C, I>,
    Outside<T, C, I>,
    Inside<T, C, I>,
}
