//! The context of a scope or an entry, and what each argument requires of it.

use std::marker::PhantomData;

use super::{
    arity::for_each_arity,
    list::{Anything, Conditional, Cons, Here, Mended, Somewhere, There},
};
use crate::debug::opaque_debug;

/// The provided types `P` and the outer entries `N`, each as a list with the innermost at its head.
pub struct Context<P, N>(PhantomData<fn() -> (P, N)>);

/// The requirement of an argument that outer middleware must provide.
///
/// A hand-written middleware names it as the second parameter of [`Middleware`](crate::Middleware).
pub struct Requires<T>(PhantomData<fn() -> T>);

/// The requirement of an argument that axum extracts from the request's head: nothing.
#[derive(Debug)]
pub struct FromParts;

/// The requirement of an argument that axum extracts from the whole request: nothing.
pub struct FromBody<M>(PhantomData<fn() -> M>);

/// A requirement that the context `C` satisfies. `I` is the position of the type, which is always
/// inferred.
pub trait SatisfiedBy<C, I> {}

/// A list that holds a `T`. `I` is its position, which is always inferred.
pub trait Has<T, I> {}

impl<T, L> Has<T, Here> for Cons<T, L> {}

impl<T, L> Has<T, Conditional<Here>> for Cons<Conditional<T>, L> {}

impl<T, U, L: Has<T, I>, I> Has<T, There<I>> for Cons<U, L> {}

impl<T> Has<T, Somewhere> for Anything {}

impl<T, L> Has<T, Somewhere> for Cons<Mended<T>, L> {}

impl<T, P: Has<T, I>, N, I> SatisfiedBy<Context<P, N>, I> for Requires<T> {}

impl<C> SatisfiedBy<C, ()> for FromParts {}

impl<M, C> SatisfiedBy<C, ()> for FromBody<M> {}

impl<C> SatisfiedBy<C, ()> for () {}

macro_rules! satisfied_by {
    ([$($a:ident $v:ident),*] $last:ident $w:ident) => {
        impl<C, $($a: SatisfiedBy<C, $v>, $v,)* $last: SatisfiedBy<C, $w>, $w> SatisfiedBy<C, ($($v,)* $w,)> for ($($a,)* $last,) {}
    };
}
for_each_arity!(satisfied_by);

opaque_debug! {
    Context<P, N>,
    Requires<T>,
    FromBody<M>,
}
