//! The context of a place, and what an argument asks of it.

use std::marker::PhantomData;

use super::{arity::for_each_arity, list::Has};

/// What is further out than a place: the types `P` that have been provided, and the middleware and
/// layers `N`, each as a list with the innermost at its head.
#[derive(Debug)]
pub struct Context<P, N>(PhantomData<fn() -> (P, N)>);

/// What one argument asks of the context: a `T`.
///
/// As the second parameter of [`Middleware`](crate::Middleware) it says what a middleware written
/// by hand requires.
#[derive(Debug)]
pub struct Requires<T>(PhantomData<fn() -> T>);

/// What one argument asks of the context: nothing, since axum extracts it from the request's head.
#[derive(Debug)]
pub struct FromParts;

/// What one argument asks of the context: nothing, since axum extracts it from the whole request.
#[derive(Debug)]
pub struct FromBody<M>(PhantomData<fn() -> M>);

/// What is asked for is in the context `C`; `I` is where, and is always inferred.
///
/// The requirement is `Self` on purpose. With the context as `Self`, rustc reports a mismatch of
/// lists instead of the [`Has`] that does not hold.
pub trait SatisfiedBy<C, I> {}

impl<T, P: Has<T, I>, N, I> SatisfiedBy<Context<P, N>, I> for Requires<T> {}

impl<C> SatisfiedBy<C, ()> for FromParts {}

impl<M, C> SatisfiedBy<C, ()> for FromBody<M> {}

impl<C> SatisfiedBy<C, ()> for () {}

macro_rules! met_by {
    ([$($a:ident $v:ident),*] $last:ident $w:ident) => {
        impl<C, $($a: SatisfiedBy<C, $v>, $v,)* $last: SatisfiedBy<C, $w>, $w> SatisfiedBy<C, ($($v,)* $w,)> for ($($a,)* $last,) {}
    };
}
for_each_arity!(met_by);
