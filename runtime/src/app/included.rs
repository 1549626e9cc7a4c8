//! `Included`, the value of an `include`.
//!
//! `(&&&&included).demands(..)` finds the first of four traits that fits: after another error, for a part that requires a
//! tuple of types, for one that requires a single type, and the one that reports any other value.

use std::{convert::Infallible, marker::PhantomData};

use super::{builder::App, part::Part};
use crate::{
    builder::{PartDemands, Scope},
    context::{Cons, Context, Nil, Types},
    debug::opaque_debug,
    diagnostics::{Fine, Found, IncludedValue},
};

/// The value `P` of an `include`, which should be a part.
pub struct Included<P>(PhantomData<fn() -> P>);

/// Returns a marker for the type of an included value.
#[must_use]
pub fn included<P>(_: &P) -> Included<P> {
    Included(PhantomData)
}

/// A value whose type is unknown after another error, which fits any type.
pub trait Unresolved {
    /// Reports nothing.
    fn demands<S, C>(&self, _: Scope<S, C>, _: &Infallible) -> Fine {
        Fine::default()
    }

    /// Adds nothing.
    fn add<S>(&self, _: &mut App<S>, _: usize, _: Infallible) {}
}
impl Unresolved for &&&Included<Infallible> {}

/// A part that requires a tuple of types.
pub trait TupleRequirement<R> {
    /// Looks for the types in the context of the `include`.
    fn demands<S, P, N>(
        &self,
        _: Scope<S, Context<P, N>>,
        part: &Part<R>,
    ) -> PartDemands<Part<R>, R::Onto<Nil>, P>
    where
        R: Types,
    {
        part.check_required(true);
        PartDemands::default()
    }
}
impl<R: Types> TupleRequirement<R> for &&Included<Part<R>> {}

/// A part that requires a single type.
pub trait SingleRequirement<R> {
    /// Looks for the type in the context of the `include`.
    fn demands<S, P, N>(
        &self,
        _: Scope<S, Context<P, N>>,
        part: &Part<R>,
    ) -> PartDemands<Part<R>, Cons<R, Nil>, P> {
        part.check_required(false);
        PartDemands::default()
    }
}
impl<R> SingleRequirement<R> for &Included<Part<R>> {}

/// Any part.
pub trait PartKind<R> {
    /// Adds the part to an application.
    fn add<S>(&self, app: &mut App<S>, item: usize, part: Part<R>) {
        app.include(item, part.contents, part.table);
    }
}
impl<R> PartKind<R> for &Included<Part<R>> {}

/// Any other value.
pub trait NotAPart<P> {
    /// Reports the value.
    fn demands<S, C>(&self, _: Scope<S, C>, _: &P) -> Found<IncludedValue, (P,)> {
        Found::default()
    }

    /// Adds nothing, since the value has been reported.
    fn add<S>(&self, _: &mut App<S>, _: usize, _: P) {}
}
impl<P> NotAPart<P> for Included<P> {}

impl IncludedValue {
    /// Reports nothing about a part, since the value is not one.
    pub fn report_part<T>(self, _: &T) {}
}

opaque_debug! {
    Included<P>,
}
