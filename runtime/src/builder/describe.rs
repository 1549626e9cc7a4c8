//! What an entry provides and requires, as the names of types, for the rows of an application.

use std::marker::PhantomData;

use super::kinds::ProbedMiddleware;
use crate::{
    chain::{Middleware, Provides},
    context::{FromBody, FromParts, Requires, Types, for_each_arity, short_name},
    routes::EntryTypes,
};

/// The entry of number `N` of the application that `Self` stands for.
pub trait Describe<const N: usize> {
    /// What it provides and requires.
    fn types() -> EntryTypes;
}

/// The list that a closure would make, in an application with the state `S`.
pub struct Probed<T, S>(PhantomData<fn() -> (T, S)>);

/// The state of an application, where it can be named.
pub struct KnownState<S>(PhantomData<fn() -> S>);

/// In place of a state that cannot be named.
pub struct UnknownState;

/// The state of an application.
#[must_use]
pub fn known_state<S>() -> KnownState<S> {
    KnownState(PhantomData)
}

/// The list that the closure would make.
#[must_use]
pub fn probed<S, A, T>(_: S, _: impl FnOnce(A) -> T) -> Probed<T, S> {
    Probed(PhantomData)
}

/// A middleware for the application's state.
pub trait MiddlewareTypes<T, R> {
    /// What it provides and requires.
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

/// A middleware, for whatever state.
pub trait ProvidesTypes<T> {
    /// What it provides.
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

/// Anything else, a tower layer.
pub trait NoTypes {
    /// Nothing.
    fn types(&self) -> EntryTypes {
        EntryTypes::default()
    }
}
impl<T, S> NoTypes for Probed<T, S> {}

/// An entry that cannot be looked into.
#[must_use]
pub fn unknown() -> EntryTypes {
    EntryTypes::default()
}

/// What the arguments of a middleware require.
pub trait Requirements {
    /// Adds the names of the types.
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
