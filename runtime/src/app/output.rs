//! `Output`, the type that an `app!` returns: a `Router` or a `Part`.
//!
//! `(&&&&&output).root(..)` finds the first trait that fits: for a router, for a part that requires a tuple of types, for
//! one that requires a single type, and those that report any other type.

use std::marker::PhantomData;

use axum::Router;
use http::Extensions;

use super::{assemble::assemble_app, builder::App, part::Part};
use crate::{
    builder::{BuiltChain, Scope},
    chain::Chain,
    context::{Anything, Border, Cons, Context, Nil, Provision, Types},
    debug::opaque_debug,
    diagnostics::{AppOutput, Fine, Found, PartOutput, ProvidedType, Reported, StatelessRouter},
};

/// The type `T` that an `app!` returns.
pub struct Output<T>(PhantomData<fn() -> T>);

/// Returns a marker for the type that an `app!` returns.
#[must_use]
pub fn output<T>() -> Output<T> {
    Output(PhantomData)
}

/// An application.
pub trait RouterOutput {
    /// Returns the place outside of all lists.
    fn root<S>(&self, _: &S) -> Scope<S, Context<Nil, Nil>> {
        Scope::new()
    }

    /// Returns that nothing is wrong.
    fn checked(&self) -> Fine {
        Fine::default()
    }

    /// Sets the list that runs before the route is looked up.
    fn before_routing<S, C>(&self, app: &mut App<S>, list: BuiltChain<S, C, impl Chain<S>>) -> Fine
    where
        S: Send + Sync + 'static,
    {
        app.set_before_routing(list);
        Fine::default()
    }

    /// Completes an application.
    ///
    /// # Panics
    ///
    /// Panics if a merged router has a route that conflicts with another one, or a fallback and no routes. Panics if two
    /// items under different conditions conflict, or if an entry of a part and one around it break an order rule.
    fn finish<S>(&self, mut app: App<S>) -> Router {
        let (table, before_routing) = (app.table, app.before_routing.take());
        assemble_app(app.into_contents(), table, before_routing)
    }
}
impl RouterOutput for &&&&Output<Router> {}

/// A part that requires a tuple of types, or nothing.
pub trait TupleOutput<R> {
    /// Returns the place outside of all lists of the part.
    fn root<S>(&self, _: &S) -> Scope<S, Context<R::Onto<Nil>, Border>>
    where
        R: Types,
    {
        Scope::new()
    }

    /// Returns that nothing is wrong.
    fn checked(&self) -> Fine {
        Fine::default()
    }

    /// Reports a list that a part must not have.
    fn before_routing<S, L>(&self, _: &mut App<S>, _: L) -> Found<PartOutput, ((),)> {
        Found::default()
    }

    /// Completes a part.
    fn finish<S>(&self, app: App<S>) -> Part<R>
    where
        R: Provision,
    {
        let table = app.table;
        Part::new(app.into_contents(), table, R::insert_all, true)
    }
}
impl<R: Types> TupleOutput<R> for &&&Output<Part<R>> {}

/// A part that requires a single type.
pub trait SingleOutput<R> {
    /// Returns the place outside of all lists of the part.
    fn root<S>(&self, _: &S) -> Scope<S, Context<Cons<R, Nil>, Border>> {
        Scope::new()
    }

    /// Returns that nothing is wrong.
    fn checked(&self) -> Fine {
        Fine::default()
    }

    /// Reports a list that a part must not have.
    fn before_routing<S, L>(&self, _: &mut App<S>, _: L) -> Found<PartOutput, ((),)> {
        Found::default()
    }

    /// Completes a part.
    fn finish<S>(&self, app: App<S>) -> Part<R>
    where
        R: Clone + Send + Sync + 'static,
    {
        let insert = |value, extensions: &mut Extensions| {
            extensions.insert(value);
        };
        let table = app.table;
        Part::new(app.into_contents(), table, insert, false)
    }
}
impl<R: Clone + Send + Sync + 'static> SingleOutput<R> for &&Output<Part<R>> {}

/// A part that requires a type which cannot be provided.
pub trait UnprovidableOutput<R> {
    /// Returns the place outside of all lists of the part.
    fn root<S>(&self, _: &S) -> Scope<S, Context<Cons<R, Nil>, Border>> {
        Scope::new()
    }

    /// Returns the mistake.
    fn checked(&self) -> Found<ProvidedType, (R,)> {
        Found::default()
    }

    /// Sets nothing.
    fn before_routing<S, L>(&self, _: &mut App<S>, _: L) -> Fine {
        Fine::default()
    }

    /// Returns nothing, since the type has been reported.
    fn finish<S>(&self, _: App<S>) -> Part<R> {
        unreachable!("the type is reported")
    }
}
impl<R> UnprovidableOutput<R> for &Output<Part<R>> {}

/// A router without its state.
pub trait StatelessOutput<S> {
    /// Returns the mistake.
    fn checked(&self) -> Found<StatelessRouter, (S,)> {
        Found::default()
    }
}
impl<S> StatelessOutput<S> for &Output<Router<S>> {}

/// Any other type.
pub trait AnyOutput<T> {
    /// Returns the place outside of all lists. A missing state is not reported there.
    fn root<S>(&self, _: &S) -> Scope<S, Context<Cons<Reported, Anything>, Nil>> {
        Scope::new()
    }

    /// Returns the mistake.
    fn checked(&self) -> Found<AppOutput, (T,)> {
        Found::default()
    }

    /// Sets nothing.
    fn before_routing<S, L>(&self, _: &mut App<S>, _: L) -> Fine {
        Fine::default()
    }

    /// Returns nothing, since the type has been reported.
    fn finish<S>(&self, _: App<S>) -> T {
        unreachable!("the type is reported")
    }
}
impl<T> AnyOutput<T> for Output<T> {}

opaque_debug! {
    Output<T>,
}
