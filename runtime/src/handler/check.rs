//! The checks that `#[handler]` runs on a function where it is defined.
//!
//! The state of the application is often unknown there, and rustc cannot answer whether a type is
//! an extractor for *some* state. So an argument is an error only if no state could make it an
//! extractor. `(&&&&&argument).verdict()` finds the first of five traits that fits. The last trait
//! always fits and reports nothing.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque},
    marker::PhantomData,
    path::PathBuf,
    time::Duration,
};

use axum::{
    Extension,
    extract::Path,
    http::{HeaderName, HeaderValue, StatusCode},
    response::{Html, Redirect, Response},
};

use super::callable::Callable;
use crate::{
    chain::Next,
    context::{Provided, for_each_arity},
    debug::opaque_debug,
    diagnostics::{CanBeProvided, IsExtractor, IsExtractorFor, IsHandlerResponse, LeavesTheBody},
    error::HttpError,
    extract::{Argument, LastArgument},
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
        Fine
    }
}
impl<T: Argument<S, V>, S, V, M> FineVerdict for &&&&Early<T, S, V, M> {}
impl<T: LastArgument<S, V>, S, V, M> FineVerdict for &&&&Last<T, S, V, M> {}

/// The verdict on an argument that takes the body and is not the last one.
pub trait BodyVerdict {
    /// Returns the verdict.
    fn verdict(&self) -> Body {
        Body
    }
}
impl<T: LastArgument<S, V>, S, V, M> BodyVerdict for &&&Early<T, S, V, M> {}

/// The verdict on a `Provided<T>` whose `T` cannot be provided.
pub trait ProvidedVerdict<T> {
    /// Returns the verdict.
    fn verdict(&self) -> CannotBeProvided<T> {
        CannotBeProvided(PhantomData)
    }
}
impl<T, S, M: Concrete> ProvidedVerdict<T> for &&Early<Provided<T>, S, (), M> {}
impl<T, S, M: Concrete> ProvidedVerdict<T> for &&Last<Provided<T>, S, (), M> {}

/// The verdict on an argument that is not an extractor for any state.
pub trait NeverVerdict {
    /// Returns the verdict.
    fn verdict(&self) -> Never {
        Never
    }
}
impl<T: Settled, S> NeverVerdict for &Early<T, S, (), ByType> {}
impl<T: Settled, S> NeverVerdict for &Last<T, S, (), ByType> {}

/// The verdict on an argument that is not an extractor for the state that the user named.
pub trait StateVerdict<S> {
    /// Returns the verdict.
    fn verdict(&self) -> NotFor<S> {
        NotFor(PhantomData)
    }
}
impl<T, S> StateVerdict<S> for &Early<T, S, (), ForState> {}
impl<T, S> StateVerdict<S> for &Last<T, S, (), ForState> {}

/// The verdict on an argument that may be an extractor for some state.
pub trait OpenVerdict {
    /// Returns the verdict.
    fn verdict(&self) -> Fine {
        Fine
    }
}
impl<T: ?Sized, S, M> OpenVerdict for Early<T, S, (), M> {}
impl<T: ?Sized, S, M> OpenVerdict for Last<T, S, (), M> {}

/// The result of [`FineVerdict`] and [`OpenVerdict`].
#[derive(Debug)]
pub struct Fine;
/// The result of [`BodyVerdict`].
#[derive(Debug)]
pub struct Body;
/// The result of [`ProvidedVerdict`].
pub struct CannotBeProvided<T>(PhantomData<fn() -> T>);
/// The result of [`NeverVerdict`].
#[derive(Debug)]
pub struct Never;
/// The result of [`StateVerdict`].
pub struct NotFor<S>(PhantomData<fn() -> S>);

// `check` names the type once more, so that rustc points at it.

impl Fine {
    /// Accepts the argument.
    pub fn check<T: ?Sized>(self) {}
}

impl Body {
    /// Reports that only the last argument may take the body.
    pub fn check<T: LeavesTheBody>(self) {}
}

impl<T> CannotBeProvided<T> {
    /// Reports that `T` cannot be provided.
    pub fn check<P: CanBeProvided<T>>(self) {}
}

impl Never {
    /// Reports that `T` is not an extractor.
    pub fn check<T: IsExtractor>(self) {}
}

impl<S> NotFor<S> {
    /// Reports that `T` is not an extractor for the state `S`.
    pub fn check<T: IsExtractorFor<S>>(self) {}
}

#[diagnostic::do_not_recommend]
impl<T: Clone + Send + Sync + 'static> CanBeProvided<T> for Provided<T> {}

/// Requires that `T` is a response.
pub fn response<T: IsHandlerResponse>() {}

/// The item that the handler's name resolves to, which may take the arguments `A`.
pub struct Function<F, A>(PhantomData<fn() -> (F, A)>);

/// Returns the item that the handler's name resolves to, to be checked.
#[must_use]
pub fn function<A, F>(_: &F) -> Function<F, A> {
    Function(PhantomData)
}

/// The verdict on an item that is the handler.
pub trait HandlerVerdict<A> {
    /// Returns the verdict.
    fn verdict(&self) -> IsHandler<A> {
        IsHandler(PhantomData)
    }
}
impl<F: Callable<A>, A> HandlerVerdict<A> for &Function<F, A> {}

/// The verdict on another item: the handler is defined in an `impl` or a function.
pub trait OtherVerdict {
    /// Returns the verdict.
    fn verdict(&self) -> IsOther {
        IsOther
    }
}
impl<F, A> OtherVerdict for Function<F, A> {}

/// The result of [`HandlerVerdict`].
pub struct IsHandler<A>(PhantomData<fn() -> A>);
/// The result of [`OtherVerdict`].
#[derive(Debug)]
pub struct IsOther;

// The methods take the function once more, so that rustc points at it.

impl<A> IsHandler<A> {
    /// Requires that the future is `Send`.
    pub fn future<F: Callable<A, Future: Send>>(&self, _: &F) {}

    /// Requires that the output is a response.
    pub fn output<F: Callable<A, Output: IsHandlerResponse>>(&self, _: &F) {}
}

impl IsOther {
    /// Accepts the item.
    pub fn future<F>(&self, _: &F) {}

    /// Accepts the item.
    pub fn output<F>(&self, _: &F) {}
}

opaque_debug! {
    Early<T: ?Sized, S, V, M>,
    Last<T: ?Sized, S, V, M>,
    CannotBeProvided<T>,
    NotFor<S>,
    Function<F, A>,
    IsHandler<A>,
}
