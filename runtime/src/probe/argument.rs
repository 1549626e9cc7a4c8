//! Explains why an argument cannot be extracted.

use std::{marker::PhantomData, ops::Deref, rc::Rc, str::FromStr, sync::Arc};

use axum::{
    Extension,
    extract::{FromRef, Path, State},
};
use serde::de::DeserializeOwned;

use super::decide::{Decide, levels};
use crate::{
    chain,
    context::{Cons, Context, Has, Known, Provided},
    debug::opaque_debug,
    diagnostics::{
        ArgumentType, BodyArgument, CloneArgument, DeserializeArgument, Found, HeadArgument,
        NextArgument, OtherArgument, Reported, StateArgument, StateName, StructArgument,
    },
    extract::LastArgument,
};

/// A handler with the arguments `A`.
pub struct OfHandler<A>(PhantomData<fn() -> A>);

/// The middleware `M`.
pub struct OfMiddleware<M>(PhantomData<fn() -> M>);

/// The argument `T` of the function `F`, which cannot be extracted with the state `S`. `C` is its context, and `R` are
/// the arguments after it.
pub struct Argument<F, T, S, C, R, L = Bare>(PhantomData<fn() -> (F, T, S, C, R, L)>);

levels!(Argument<F, T, S, C, R>: Bare Body Wrapper Part Text Struct Pointer Newtype Other);

// No type fits two impls of one level.

// `User` or `&User`, where an outer middleware provides a `User`.

impl<F, T, S, P, N, R, I> Decide<Found<ArgumentType, (T, Provided<T>)>, I>
    for Argument<F, T, S, Context<P, N>, R, Bare>
where
    P: Has<T, I>,
    I: Known,
{
}
impl<'a, F, T, S, P, N, R, I> Decide<Found<ArgumentType, (&'a T, Provided<T>)>, (I,)>
    for Argument<F, &'a T, S, Context<P, N>, R, Bare>
where
    P: Has<T, I>,
    I: Known,
{
}
impl<F, T, E, S, C, R>
    Decide<Found<ArgumentType, (Result<Provided<T>, E>, Option<Provided<T>>)>, ()>
    for Argument<F, Result<Provided<T>, E>, S, C, R, Bare>
{
}

// A `State`, where another one has been reported.
impl<F, T, S, P, N, R, I> Decide<Reported, I> for Argument<F, State<T>, S, Context<P, N>, R, Bare>
where
    P: Has<Reported, I>,
    I: Known,
{
}

// A type that takes the body.

impl<A, T, S, C, U, R, V> Decide<Found<BodyArgument, (T,)>, V>
    for Argument<OfHandler<A>, T, S, C, Cons<U, R>, Body>
where
    T: LastArgument<S, V>,
{
}
impl<M, T, S, C, R, V> Decide<Found<HeadArgument, (T,)>, V>
    for Argument<OfMiddleware<M>, T, S, C, R, Body>
where
    T: LastArgument<S, V>,
{
}

// A reference to an extractor, or an extractor that is wrong for its type.

impl<'a, F, T, S, C, R, V> Decide<Found<ArgumentType, (&'a T, T)>, V>
    for Argument<F, &'a T, S, C, R, Wrapper>
where
    T: LastArgument<S, V>,
{
}
impl<'a, F, T, S, C, R, V> Decide<Found<ArgumentType, (&'a mut T, T)>, V>
    for Argument<F, &'a mut T, S, C, R, Wrapper>
where
    T: LastArgument<S, V>,
{
}
impl<F, T, C, R> Decide<StateMistake<StateName, (T,)>, ()>
    for Argument<F, State<T>, (), C, R, Wrapper>
{
}
impl<F, T, S, C, R> Decide<Found<DeserializeArgument, (Path<T>, T)>, ()>
    for Argument<F, Path<T>, S, C, R, Wrapper>
{
}
impl<F, T, S, C, R> Decide<Found<CloneArgument, (Extension<T>, T)>, ()>
    for Argument<F, Extension<T>, S, C, R, Wrapper>
{
}
impl<F, P, Q, E, S, C, R> Decide<Found<NextArgument, ((),)>, ()>
    for Argument<F, chain::Next<'_, P, Q, E>, S, C, R, Wrapper>
{
}

// A `State<T>` of another state, or a part of the state without `State`.

impl<F, T, S, C, R> Decide<StateMistake<StateArgument, (T, S)>, ()>
    for Argument<F, State<T>, S, C, R, Part>
{
}
impl<F, T: FromRef<S>, S, C, R> Decide<Found<ArgumentType, (T, State<T>)>, (S,)>
    for Argument<F, T, S, C, R, Part>
{
}

// `u32` or `Uuid`.

impl<F, T: FromStr, S, C, R> Decide<Found<ArgumentType, (T, Path<T>)>, ()>
    for Argument<F, T, S, C, R, Text>
{
}

// A struct of the user's that can be read from text or JSON.

impl<F, T: DeserializeOwned, S, C, R> Decide<Found<StructArgument, (T,)>, ()>
    for Argument<F, T, S, C, R, Struct>
{
}

// A smart pointer, and then anything else that dereferences to one type: `Json<T>`, `Query<T>`, `Form<T>`.

impl<F, T: ?Sized, S, C, R> Decide<Found<OtherArgument, (Arc<T>,)>, ()>
    for Argument<F, Arc<T>, S, C, R, Pointer>
{
}
impl<F, T: ?Sized, S, C, R> Decide<Found<OtherArgument, (Rc<T>,)>, ()>
    for Argument<F, Rc<T>, S, C, R, Pointer>
{
}
impl<F, T: ?Sized, S, C, R> Decide<Found<OtherArgument, (Box<T>,)>, ()>
    for Argument<F, Box<T>, S, C, R, Pointer>
{
}
impl<'a, F, T: ?Sized, S, C, R> Decide<Found<OtherArgument, (&'a T,)>, ()>
    for Argument<F, &'a T, S, C, R, Pointer>
{
}
impl<'a, F, T: ?Sized, S, C, R> Decide<Found<OtherArgument, (&'a mut T,)>, ()>
    for Argument<F, &'a mut T, S, C, R, Pointer>
{
}
impl<F, T, S, C, R> Decide<Found<CloneArgument, (Provided<T>, T)>, ()>
    for Argument<F, Provided<T>, S, C, R, Pointer>
{
}
impl<F, T: Deref<Target = U>, U, S, C, R> Decide<Found<DeserializeArgument, (T, U)>, ()>
    for Argument<F, T, S, C, R, Newtype>
{
}

// Anything else.

impl<F, T, S, C, R> Decide<Found<OtherArgument, (T,)>, ()> for Argument<F, T, S, C, R, Other> {}

/// The mistake `M` about a `State`, with the types `T`. It is reported once in a scope.
#[derive(Debug)]
pub struct StateMistake<M, T>(pub M, Found<M, T>);

impl<M: Default, T> Default for StateMistake<M, T> {
    fn default() -> Self {
        Self(M::default(), Found::default())
    }
}

impl<M: Default, T> StateMistake<M, T> {
    /// Returns the mistake, which is known.
    #[must_use]
    pub fn decide(&self) -> Self {
        Self::default()
    }
}

impl<M, T> Deref for StateMistake<M, T> {
    type Target = Found<M, T>;

    fn deref(&self) -> &Self::Target {
        &self.1
    }
}

opaque_debug! {
    OfHandler<A>,
    OfMiddleware<M>,
    Argument<F, T, S, C, R, L>,
}
