//! Lists of types.

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
