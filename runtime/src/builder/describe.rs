//! The names of the types that each entry provides and requires, for the rows of an application.
//!
//! An entry is described by a closure that would add it to a list. The closure is never called,
//! since only its return type matters. `(&&&probed).types()` finds the first of three traits that
//! fits.

use std::marker::PhantomData;

use super::{chain_builder::ChainBuilder, kinds::ProbedMiddleware};
use crate::{
    chain::{Middleware, Provides},
    context::{
        Anything, Cons, Context, FromBody, FromParts, Nil, Requires, Types, for_each_arity,
        short_name,
    },
    debug::opaque_debug,
    routes::EntryTypes,
};

/// The entry with the number `N` of the application that `Self` stands for.
pub trait Describe<const N: usize> {
    /// Returns the types that the entry provides and requires.
    fn types() -> EntryTypes;
}

/// The result `T` of a closure that adds an entry, in an application with the state `S`.
pub struct Probed<T, S>(PhantomData<fn() -> (T, S)>);

/// The state of an application, if its type can be named.
pub struct KnownState<S>(PhantomData<fn() -> S>);

/// The placeholder for a state whose type cannot be named.
#[derive(Debug)]
pub struct UnknownState;

/// Returns a marker for the state of an application.
#[must_use]
pub fn known_state<S>() -> KnownState<S> {
    KnownState(PhantomData)
}

/// Returns a marker for the result of the closure, which is not called.
#[must_use]
pub fn probed<S, A, T>(_: S, _: impl FnOnce(A) -> T) -> Probed<T, S> {
    Probed(PhantomData)
}

/// The function `F` of a middleware, written without its call.
pub struct Listed<F>(PhantomData<fn() -> F>);

/// Returns a marker for an entry that is a path.
#[must_use]
pub fn listed<S, F>(_: S, _: F) -> Probed<Listed<F>, S> {
    Probed(PhantomData)
}

/// A middleware for the state of the application.
pub trait MiddlewareTypes<T, R> {
    /// Returns the types that it provides and requires.
    fn types(&self) -> EntryTypes
    where
        T: Provides,
        R: Requirements,
    {
        let mut types = EntryTypes::default();
        T::Types::names(&mut types.provides);
        R::names(&mut types.requires);
        types
    }
}
impl<T: Middleware<S, R>, S, R: Requirements> MiddlewareTypes<T, R>
    for &&Probed<ProbedMiddleware<T>, KnownState<S>>
{
}

impl<F: Fn() -> T, T: Middleware<S, R>, S, R: Requirements> MiddlewareTypes<T, R>
    for &&Probed<Listed<F>, KnownState<S>>
{
}

/// A middleware, where the state is unknown.
pub trait ProvidesTypes<T> {
    /// Returns the types that it provides.
    fn types(&self) -> EntryTypes
    where
        T: Provides,
    {
        let mut types = EntryTypes::default();
        T::Types::names(&mut types.provides);
        types
    }
}
impl<T: Provides, S> ProvidesTypes<T> for &Probed<ProbedMiddleware<T>, S> {}
impl<F: Fn() -> T, T: Provides, S> ProvidesTypes<T> for &Probed<Listed<F>, S> {}

/// A tower layer, with the list `P` of its declared types.
pub trait LayerTypes<P> {
    /// Returns the types that it provides.
    fn types(&self) -> EntryTypes
    where
        P: Names,
    {
        let mut types = EntryTypes::default();
        P::names(&mut types.provides);
        types
    }
}
impl<P, N, W, S> LayerTypes<P> for &Probed<ChainBuilder<(), Context<P, N>, W>, S> {}

/// Any other entry.
pub trait NoTypes {
    /// Returns no types.
    fn types(&self) -> EntryTypes {
        EntryTypes::default()
    }
}
impl<T, S> NoTypes for Probed<T, S> {}

/// Returns no types, for an entry that cannot be probed.
#[must_use]
pub fn unknown() -> EntryTypes {
    EntryTypes::default()
}

/// A list of types, the last of them at its head.
pub trait Names {
    /// Appends the names of the types.
    fn names(to: &mut Vec<String>);
}

impl Names for Nil {
    fn names(_: &mut Vec<String>) {}
}

impl Names for Anything {
    fn names(_: &mut Vec<String>) {}
}

impl<T, L: Names> Names for Cons<T, L> {
    fn names(to: &mut Vec<String>) {
        L::names(to);
        to.push(short_name::<T>());
    }
}

/// The requirements of the arguments of a middleware.
pub trait Requirements {
    /// Appends the names of the required types.
    fn names(to: &mut Vec<String>);
}

impl<T> Requirements for Requires<T> {
    fn names(to: &mut Vec<String>) {
        to.push(short_name::<T>());
    }
}

impl Requirements for FromParts {
    fn names(_: &mut Vec<String>) {}
}

impl<M> Requirements for FromBody<M> {
    fn names(_: &mut Vec<String>) {}
}

impl Requirements for () {
    fn names(_: &mut Vec<String>) {}
}

macro_rules! requirements {
    ([$($a:ident $v:ident),*] $last:ident $w:ident) => {
        impl<$($a: Requirements,)* $last: Requirements> Requirements for ($($a,)* $last,) {
            fn names(to: &mut Vec<String>) {
                $($a::names(to);)*
                $last::names(to);
            }
        }
    };
}
for_each_arity!(requirements);

opaque_debug! {
    Listed<F>,
    Probed<T, S>,
    KnownState<S>,
}
