//! Lists of types.

use std::marker::PhantomData;

/// The empty list.
#[derive(Debug)]
pub struct Nil;

/// The list `L` with a `T` at its head.
#[derive(Debug)]
pub struct Cons<T, L>(PhantomData<fn() -> (T, L)>);

/// Where in a list a type is: at its head.
#[derive(Debug)]
pub struct Here;

/// Where in a list a type is: further down.
#[derive(Debug)]
pub struct There<I>(PhantomData<fn() -> I>);

/// The list `Self` holds a `T`. `I` is where, and is always inferred.
#[diagnostic::on_unimplemented(
    message = "no middleware further out provides `{T}`",
    label = "`{T}` is required here",
    note = "list a middleware with `next: Next<{T}>` further out: before this one, or around it"
)]
pub trait Has<T, I> {}

#[diagnostic::do_not_recommend]
impl<T, L> Has<T, Here> for Cons<T, L> {}

#[diagnostic::do_not_recommend]
impl<T, U, L: Has<T, I>, I> Has<T, There<I>> for Cons<U, L> {}
