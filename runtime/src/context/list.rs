//! Lists of types.

use std::marker::PhantomData;

use crate::debug::opaque_debug;

/// The empty list.
#[derive(Debug)]
pub struct Nil;

/// The outer entries of a part, which are not known in it.
#[derive(Debug)]
pub struct Border;

/// The types inside of an entry with a mistake, which may provide anything.
#[derive(Debug)]
pub struct Anything;

/// The list `L` with a `T` at its head.
pub struct Cons<T, L>(PhantomData<fn() -> (T, L)>);

/// An outer entry `T` under an `if`.
pub struct Conditional<T>(PhantomData<fn() -> T>);

/// The position of a type at the head of a list.
#[derive(Debug)]
pub struct Here;

/// The position of a type at `I` in the tail of a list.
pub struct There<I>(PhantomData<fn() -> I>);

/// A `T` that is missing and has been reported.
pub struct Mended<T>(PhantomData<fn() -> T>);

/// The position of any type in [`Anything`], and of a [`Mended`] one.
#[derive(Debug)]
pub struct Somewhere;

/// A position that is known.
pub trait Known {}
impl Known for Here {}
impl Known for Conditional<Here> {}
impl<I: Known> Known for There<I> {}

opaque_debug! {
    Cons<T, L>,
    Conditional<T>,
    There<I>,
    Mended<T>,
}
