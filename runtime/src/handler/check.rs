//! The checks that `#[handler]` runs on a function where it is defined.
//!
//! The state of the application is often unknown there, and rustc cannot answer whether a type is
//! an extractor for *some* state. So an argument is an error only if no state could make it an
//! extractor. `(&&&&&argument).verdict()` finds the first of five traits that fits. The last trait
//! always fits and reports nothing.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque},
    marker::PhantomData,
    ops::Deref,
    path::PathBuf,
    time::Duration,
};

use axum::{
    Extension,
    extract::Path,
    http::{HeaderName, HeaderValue, StatusCode},
    response::{Html, IntoResponse, Redirect, Response},
};

use super::callable::Callable;
use crate::{
    chain::Next,
    context::{Context, Nil, Provided, for_each_arity},
    debug::opaque_debug,
    diagnostics::{BodyArgument, CloneArgument, Fine, Found},
    error::HttpError,
    extract::{Argument, LastArgument},
    probe::{self, Decide, OfHandler, Returned, Unsendable, levels},
};

/// An argument of the type `T` before the last one, in an application with the state `S`. `V` is
/// how it is extracted, and `M` how much is known about its type and the state.
pub struct Early<T: ?Sized, S, V, M>(PhantomData<fn(&T)>, PhantomData<fn() -> (S, V, M)>);

/// The last argument, with the parameters of [`Early`].
pub struct Last<T: ?Sized, S, V, M>(PhantomData<fn(&T)>, PhantomData<fn() -> (S, V, M)>);

/// Returns an argument before the last one, to be checked.
#[must_use]
pub fn early<T: ?Sized, S, V, M>() -> Early<T, S, V, M> {
    Early(PhantomData, PhantomData)
}

/// Returns the last argument, to be checked.
#[must_use]
pub fn last<T: ?Sized, S, V, M>() -> Last<T, S, V, M> {
    Last(PhantomData, PhantomData)
}

/// The mode for a type with generic parameters, which may be unknown.
#[derive(Debug)]
pub struct Generic;
/// The mode for a state that is a guess: only `Settled` types are reported.
#[derive(Debug)]
pub struct ByType;
/// The mode for a state that the user named.
#[derive(Debug)]
pub struct ForState;

/// A mode in which the type is known.
pub trait Concrete {}
impl Concrete for ByType {}
impl Concrete for ForState {}

/// A type that is an extractor for every state or for none.
pub trait Settled {}

macro_rules! settled {
    ($([$($parameter:ident)*] $ty:ty,)*) => {
        $(impl<$($parameter),*> Settled for $ty {})*
    };
}
settled! {
    [] u8, [] u16, [] u32, [] u64, [] u128, [] usize,
    [] i8, [] i16, [] i32, [] i64, [] i128, [] isize,
    [] f32, [] f64, [] bool, [] char,
    [] Duration, [] PathBuf,
    [T] Vec<T>, [T] VecDeque<T>, [T] BTreeSet<T>, [T H] HashSet<T, H>,
    [K V] BTreeMap<K, V>, [K V H] HashMap<K, V, H>,
    [T] Path<T>, [T] Extension<T>,
    [] HeaderName, [] HeaderValue, [] StatusCode,
    [T] Html<T>, [] Redirect, [] Response, [] HttpError,
}
impl<T, const N: usize> Settled for [T; N] {}
impl<T: Settled> Settled for Option<T> {}
impl<T: Settled, E> Settled for Result<T, E> {}
impl<P, S, E> Settled for Next<'_, P, S, E> {}

macro_rules! settled_tuple {
    ([$($a:ident $v:ident),*] $last:ident $w:ident) => {
        impl<$($a: Settled,)* $last: Settled> Settled for ($($a,)* $last,) {}
    };
}
for_each_arity!(settled_tuple);

/// The verdict on an argument that can be extracted.
pub trait FineVerdict {
    /// Returns the verdict.
    fn verdict(&self) -> Fine {
        Fine::default()
    }
}
impl<T: Argument<S, V>, S, V, M> FineVerdict for &&&&Early<T, S, V, M> {}
impl<T: LastArgument<S, V>, S, V, M> FineVerdict for &&&&Last<T, S, V, M> {}

/// The verdict on an argument that takes the body and is not the last one.
pub trait BodyVerdict<T> {
    /// Returns the mistake.
    fn verdict(&self) -> Found<BodyArgument, (T,)> {
        Found::default()
    }
}
impl<T: LastArgument<S, V>, S, V, M> BodyVerdict<T> for &&&Early<T, S, V, M> {}

/// The verdict on a `Provided<T>` whose `T` cannot be provided.
pub trait ProvidedVerdict<T> {
    /// Returns the mistake.
    fn verdict(&self) -> Found<CloneArgument, (Provided<T>, T)> {
        Found::default()
    }
}
impl<T, S, M: Concrete> ProvidedVerdict<T> for &&Early<Provided<T>, S, (), M> {}
impl<T, S, M: Concrete> ProvidedVerdict<T> for &&Last<Provided<T>, S, (), M> {}

/// The argument `T` of a handler, which cannot be extracted with the state `S`.
type Wrong<T, S> = probe::Argument<OfHandler<()>, T, S, Context<Nil, Nil>, Nil>;

/// A state that is not known.
#[derive(Debug)]
pub struct UnknownState;

/// The verdict on an argument that is not an extractor for any state.
pub trait NeverVerdict<T> {
    /// Returns the argument, to be explained.
    fn verdict(&self) -> Wrong<T, UnknownState> {
        Wrong::default()
    }
}
impl<T: Settled, S> NeverVerdict<T> for &Early<T, S, (), ByType> {}
impl<T: Settled, S> NeverVerdict<T> for &Last<T, S, (), ByType> {}

/// The verdict on an argument that is not an extractor for the state that the user named.
pub trait StateVerdict<T, S> {
    /// Returns the argument, to be explained.
    fn verdict(&self) -> Wrong<T, S> {
        Wrong::default()
    }
}
impl<T, S> StateVerdict<T, S> for &Early<T, S, (), ForState> {}
impl<T, S> StateVerdict<T, S> for &Last<T, S, (), ForState> {}

/// The verdict on an argument that may be an extractor for some state.
pub trait OpenVerdict {
    /// Returns the verdict.
    fn verdict(&self) -> Fine {
        Fine::default()
    }
}
impl<T: ?Sized, S, M> OpenVerdict for Early<T, S, (), M> {}
impl<T: ?Sized, S, M> OpenVerdict for Last<T, S, (), M> {}

/// A type `T` that a handler or a middleware returns.
///
/// It dereferences to [`Returned`], which explains what is wrong with a type that is not a response.
pub struct Output<T>(PhantomData<fn() -> T>);

impl<T> Deref for Output<T> {
    type Target = Returned<T>;

    fn deref(&self) -> &Returned<T> {
        &Returned(PhantomData)
    }
}

/// Returns the type that a handler returns, to be checked.
#[must_use]
pub fn response<T>() -> Output<T> {
    Output(PhantomData)
}

// rustc finds a method of a type before those of traits, so the usual types compile sooner.

impl Output<Response> {
    /// Returns that nothing is wrong.
    #[must_use]
    pub fn decide(&self) -> Fine {
        Fine::default()
    }
}

impl<E: IntoResponse> Output<Result<Response, E>> {
    /// Returns that nothing is wrong.
    #[must_use]
    pub fn decide(&self) -> Fine {
        Fine::default()
    }
}

impl<T: IntoResponse> Decide<Fine, ()> for Output<T> {}

/// The item that the handler's name resolves to, which may take the arguments `A`. At the level `L`, more or less is
/// known about it.
pub struct Function<F, A, L = Sendable>(PhantomData<fn() -> (F, A, L)>);

levels!(Function<F, A>: Sendable Callables Unknown);

/// Returns the item that the handler's name resolves to, to be checked.
#[must_use]
pub fn function<A, F>(_: &F) -> Function<F, A> {
    Function::default()
}

impl<F: Callable<A, Future: Send>, A> Decide<Fine, ()> for Function<F, A, Sendable> {}
impl<F: Callable<A>, A> Decide<Unsendable<F::Future>, ()> for Function<F, A, Callables> {}
// Another item: the handler is defined in an `impl` or a function.
impl<F, A> Decide<Fine, ()> for Function<F, A, Unknown> {}

/// The output of an item, which may be the handler.
pub trait HandlerOutput<T> {
    /// Returns the type that the handler returns.
    fn output(&self) -> Output<T> {
        Output(PhantomData)
    }
}
impl<F: Callable<A>, A> HandlerOutput<F::Output> for &Function<F, A, Sendable> {}

/// The output of an item that is not the handler.
pub trait UnknownOutput {
    /// Returns that nothing is wrong.
    fn output(&self) -> Fine {
        Fine::default()
    }
}
impl<F, A> UnknownOutput for Function<F, A, Sendable> {}

opaque_debug! {
    Early<T: ?Sized, S, V, M>,
    Last<T: ?Sized, S, V, M>,
    Output<T>,
    Function<F, A, L>,
}
