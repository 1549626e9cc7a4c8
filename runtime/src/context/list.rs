//! Lists of types, and `Has`, which looks a type up in one.

use std::marker::PhantomData;

/// The empty list.
#[derive(Debug)]
pub struct Nil;

/// The list `L` with a `T` at its head.
#[derive(Debug)]
pub struct Cons<T, L>(PhantomData<fn() -> (T, L)>);

/// The position of a type at the head of a list.
#[derive(Debug)]
pub struct Here;

/// The position of a type at `I` in the tail of a list.
#[derive(Debug)]
pub struct There<I>(PhantomData<fn() -> I>);

/// A list that holds a `T`. `I` is its position, which is always inferred.
#[diagnostic::on_unimplemented(
    message = "no outer middleware provides `{T}`",
    label = "requires `{T}`",
    note = "list a middleware with `next: Next<{T}>` before this entry or in an outer list"
)]
pub trait Has<T, I> {}

#[diagnostic::do_not_recommend]
impl<T, L> Has<T, Here> for Cons<T, L> {}

#[diagnostic::do_not_recommend]
impl<T, U, L: Has<T, I>, I> Has<T, There<I>> for Cons<U, L> {}
