//! What `#[handler]` asks about a function, where it stands.

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
    diagnostics::{CanBeProvided, IsExtractor, IsExtractorFor, IsHandlerResponse, LeavesTheBody},
    error::HttpError,
    extract::{Argument, LastArgument},
};

/// An argument of the type `T` before the last one, in an application with the state `S`. `V` is how
/// it is extracted, if it is, and `M` how much is known about it.
pub struct Early<T: ?Sized, S, V, M>(PhantomData<fn(&T)>, PhantomData<fn() -> (S, V, M)>);

/// The last argument: as [`Early`].
pub struct Last<T: ?Sized, S, V, M>(PhantomData<fn(&T)>, PhantomData<fn() -> (S, V, M)>);

/// An argument before the last one.
#[must_use]
pub fn early<T: ?Sized, S, V, M>() -> Early<T, S, V, M> {
    Early(PhantomData, PhantomData)
}

/// The last argument.
#[must_use]
pub fn last<T: ?Sized, S, V, M>() -> Last<T, S, V, M> {
    Last(PhantomData, PhantomData)
}

/// The type has parameters in it, of which not all may be known.
pub struct Generic;
/// The state is a guess: the type is judged only where it is settled.
pub struct ByType;
/// The state is the one that the user named.
pub struct ForState;

/// It is known what the type is.
pub trait Concrete {}
impl Concrete for ByType {}
impl Concrete for ForState {}

/// A type that, if it is no extractor for one state, is none for any other either.
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

/// The argument is fine.
pub trait FineVerdict {
    /// The verdict.
    fn verdict(&self) -> Fine {
        Fine
    }
}
impl<T: Argument<S, V>, S, V, M> FineVerdict for &&&&Early<T, S, V, M> {}
impl<T: LastArgument<S, V>, S, V, M> FineVerdict for &&&&Last<T, S, V, M> {}

/// The argument takes the body, and is not the last one.
pub trait BodyVerdict {
    /// The verdict.
    fn verdict(&self) -> Body {
        Body
    }
}
impl<T: LastArgument<S, V>, S, V, M> BodyVerdict for &&&Early<T, S, V, M> {}

/// The argument is `Provided`, of what cannot be.
pub trait ProvidedVerdict<T> {
    /// The verdict.
    fn verdict(&self) -> CannotBeProvided<T> {
        CannotBeProvided(PhantomData)
    }
}
impl<T, S, M: Concrete> ProvidedVerdict<T> for &&Early<Provided<T>, S, (), M> {}
impl<T, S, M: Concrete> ProvidedVerdict<T> for &&Last<Provided<T>, S, (), M> {}

/// The argument is no extractor, whatever the state.
pub trait NeverVerdict {
    /// The verdict.
    fn verdict(&self) -> Never {
        Never
    }
}
impl<T: Settled, S> NeverVerdict for &Early<T, S, (), ByType> {}
impl<T: Settled, S> NeverVerdict for &Last<T, S, (), ByType> {}

/// The argument is no extractor for the state that the user named.
pub trait StateVerdict<S> {
    /// The verdict.
    fn verdict(&self) -> NotFor<S> {
        NotFor(PhantomData)
    }
}
impl<T, S> StateVerdict<S> for &Early<T, S, (), ForState> {}
impl<T, S> StateVerdict<S> for &Last<T, S, (), ForState> {}

/// The argument may be an extractor for some state.
pub trait OpenVerdict {
    /// The verdict.
    fn verdict(&self) -> Fine {
        Fine
    }
}
impl<T: ?Sized, S, M> OpenVerdict for Early<T, S, (), M> {}
impl<T: ?Sized, S, M> OpenVerdict for Last<T, S, (), M> {}

/// See [`FineVerdict`] and [`OpenVerdict`].
pub struct Fine;
/// See [`BodyVerdict`].
pub struct Body;
/// See [`ProvidedVerdict`].
pub struct CannotBeProvided<T>(PhantomData<fn() -> T>);
/// See [`NeverVerdict`].
pub struct Never;
/// See [`StateVerdict`].
pub struct NotFor<S>(PhantomData<fn() -> S>);

// The type is named once more, so that rustc points at it.

impl Fine {
    /// Compiles.
    pub fn check<T: ?Sized>(self) {}
}

impl Body {
    /// Does not compile, and says why.
    pub fn check<T: LeavesTheBody>(self) {}
}

impl<T> CannotBeProvided<T> {
    /// Does not compile, and says why.
    pub fn check<P: CanBeProvided<T>>(self) {}
}

impl Never {
    /// Does not compile, and says why.
    pub fn check<T: IsExtractor>(self) {}
}

impl<S> NotFor<S> {
    /// Does not compile, and says why.
    pub fn check<T: IsExtractorFor<S>>(self) {}
}

#[diagnostic::do_not_recommend]
impl<T: Clone + Send + Sync + 'static> CanBeProvided<T> for Provided<T> {}

/// Compiles where `T` is a response.
pub fn response<T: IsHandlerResponse>() {}

/// What has the name of the handler, which should take the arguments `A`.
pub struct Function<F, A>(PhantomData<fn() -> (F, A)>);

/// What has the name of the handler.
#[must_use]
pub fn function<A, F>(_: &F) -> Function<F, A> {
    Function(PhantomData)
}

/// It is the handler.
pub trait HandlerVerdict<A> {
    /// The verdict.
    fn verdict(&self) -> IsHandler<A> {
        IsHandler(PhantomData)
    }
}
impl<F: Callable<A>, A> HandlerVerdict<A> for &Function<F, A> {}

/// It is something else: the handler stands in an `impl`, or in a function.
pub trait OtherVerdict {
    /// The verdict.
    fn verdict(&self) -> IsOther {
        IsOther
    }
}
impl<F, A> OtherVerdict for Function<F, A> {}

/// See [`HandlerVerdict`].
pub struct IsHandler<A>(PhantomData<fn() -> A>);
/// See [`OtherVerdict`].
pub struct IsOther;

// The function is given once more, so that rustc points at it.

impl<A> IsHandler<A> {
    /// Compiles where the future is `Send`.
    pub fn future<F: Callable<A, Future: Send>>(&self, _: &F) {}

    /// Compiles where the output is a response.
    pub fn output<F: Callable<A, Output: IsHandlerResponse>>(&self, _: &F) {}
}

impl IsOther {
    /// Compiles.
    pub fn future<F>(&self, _: &F) {}

    /// Compiles.
    pub fn output<F>(&self, _: &F) {}
}
