//! What may stand where in a stack, and what may not: order rules, and one provider a type.

use std::marker::PhantomData;

use super::{chain_builder::ChainBuilder, entry::AnyEntry};
use crate::{
    chain::Provides,
    context::{Cons, Context, Has, Here, Nil, There, Types},
    diagnostics::{IsProvidedOnce, StandsInside, StandsOutside},
};

/// Where in a stack a middleware or a tower layer has to stand, relative to others.
///
/// `#[middleware(outside(authenticate))]` implements it for a middleware. By hand it is for a type
/// that implements [`Middleware`](crate::Middleware), or for a tower layer of one's own:
///
/// ```
/// # use concentric::{Next, Order, Request, Response, middleware};
/// # #[middleware] async fn authenticate(req: Request, next: Next) -> Response { next.run(req).await }
/// #[derive(Clone)]
/// struct CorsLayer;
///
/// /// A preflight has no token, so it has to be answered before one is asked for.
/// impl Order for CorsLayer {
///     type Outside = (authenticate,);
///     type Inside = ();
/// }
/// ```
///
/// [`app!`](crate::app!) checks every stack, across its levels, entries under an `if` included. A
/// rule about what is not in the stack holds.
pub trait Order {
    /// What it stands outside of, as a tuple of up to eight types.
    type Outside: Types;
    /// What it stands inside of, as a tuple of up to eight types.
    type Inside: Types;
}

/// The types of a tuple as a list.
type List<T> = <T as Types>::Onto<Nil>;

/// A type of the list `Self` is in the list `L`.
pub trait Intersects<L, I> {
    /// The type.
    type Found;
}

impl<T, U, L: Has<T, I>, I> Intersects<L, (Here, I)> for Cons<T, U> {
    type Found = T;
}

impl<T, U: Intersects<L, I>, L, I> Intersects<L, There<I>> for Cons<T, U> {
    type Found = U::Found;
}

/// Something in the list `Self` has to stand inside of `T`.
pub trait RequiresOuter<T, I> {
    /// What it is.
    type Found;
}

impl<T, X, N, I> RequiresOuter<T, (Here, I)> for Cons<X, N>
where
    X: Order,
    List<X::Inside>: Has<T, I>,
{
    type Found = X;
}

impl<T, X, N: RequiresOuter<T, I>, I> RequiresOuter<T, There<I>> for Cons<X, N> {
    type Found = N::Found;
}

/// An entry of the type `T` that is about to be added to a stack with the context `C`. `I` is where
/// its mistake is, if it makes one.
pub struct Candidate<T, C, I>(PhantomData<fn() -> (T, C, I)>);

/// The entry as a candidate for the stack.
#[must_use]
pub fn candidate<T: AnyEntry, S, C, W, I>(
    _: &T,
    _: &ChainBuilder<S, C, W>,
) -> Candidate<T::Value, C, I> {
    Candidate(PhantomData)
}

/// The candidate provides what is provided further out.
pub trait RepeatedVerdict<T, C, I> {
    /// The verdict.
    fn verdict(&self) -> Repeated<T, C, I> {
        Repeated(PhantomData)
    }
}
impl<T, P, N, I> RepeatedVerdict<T, Context<P, N>, I> for &&&Candidate<T, Context<P, N>, I>
where
    T: Provides,
    List<T::Types>: Intersects<P, I>,
{
}

/// The candidate has to stand outside of something further out.
pub trait OutsideVerdict<T, C, I> {
    /// The verdict.
    fn verdict(&self) -> Outside<T, C, I> {
        Outside(PhantomData)
    }
}
impl<T, P, N, I> OutsideVerdict<T, Context<P, N>, I> for &&Candidate<T, Context<P, N>, I>
where
    T: Order,
    List<T::Outside>: Intersects<N, I>,
{
}

/// Something further out has to stand inside of the candidate.
pub trait InsideVerdict<T, C, I> {
    /// The verdict.
    fn verdict(&self) -> Inside<T, C, I> {
        Inside(PhantomData)
    }
}
impl<T, P, N, I> InsideVerdict<T, Context<P, N>, I> for &Candidate<T, Context<P, N>, I> where
    N: RequiresOuter<T, I>
{
}

/// There is nothing to say against the candidate.
pub trait FineVerdict {
    /// The verdict.
    fn verdict(&self) -> Fine {
        Fine
    }
}
impl<T, C> FineVerdict for Candidate<T, C, ()> {}

/// See [`RepeatedVerdict`].
pub struct Repeated<T, C, I>(PhantomData<fn() -> (T, C, I)>);
/// See [`OutsideVerdict`].
pub struct Outside<T, C, I>(PhantomData<fn() -> (T, C, I)>);
/// See [`InsideVerdict`].
pub struct Inside<T, C, I>(PhantomData<fn() -> (T, C, I)>);
/// See [`FineVerdict`].
pub struct Fine;

impl<T, P, N, I> Repeated<T, Context<P, N>, I> {
    /// Does not compile, and says why.
    pub fn check<Found>(self)
    where
        T: Provides,
        List<T::Types>: Intersects<P, I, Found = Found>,
        Found: IsProvidedOnce,
    {
    }
}

impl<T, P, N, I> Outside<T, Context<P, N>, I> {
    /// Does not compile, and says why.
    pub fn check<Found>(self)
    where
        T: Order,
        List<T::Outside>: Intersects<N, I, Found = Found>,
        T: StandsOutside<Found>,
    {
    }
}

impl<T, P, N, I> Inside<T, Context<P, N>, I> {
    /// Does not compile, and says why.
    pub fn check<Found>(self)
    where
        N: RequiresOuter<T, I, Found = Found>,
        Found: StandsInside<T>,
    {
    }
}

impl Fine {
    /// Compiles.
    pub fn check(self) {}
}
