//! A place in an application.

use std::marker::PhantomData;

use super::{
    entry::{AsLayer, AsMiddleware},
    stack::{After, Stack},
};
use crate::{
    chain::Middleware,
    context::{Cons, Context, Nil, SatisfiedBy},
    diagnostics::StillSatisfiedBy,
};

/// A place in an application: the application itself, a scope, or the list of a single item. `C` is
/// what has been provided to what stands there.
pub struct Place<S, C>(PhantomData<fn() -> (S, C)>);

impl<S, C> Clone for Place<S, C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S, C> Copy for Place<S, C> {}

impl<S, C> Place<S, C> {
    pub(crate) fn new() -> Self {
        Self(PhantomData)
    }

    /// Opens a list at this place.
    #[must_use]
    pub fn stack(self) -> Stack<S, C, ()> {
        Stack::new()
    }

    /// The place that nothing is around.
    #[must_use]
    pub fn outermost(self) -> Place<S, Context<Nil, Nil>> {
        Place::new()
    }
}

/// Opens the list of an application with this state.
#[must_use]
pub fn outermost<S>(_: &S) -> Stack<S, Context<Nil, Nil>, ()> {
    Stack::new()
}

/// What remains of an entry once it is in its stack: the type, for what goes without others.
pub struct Passed<K, T>(pub(super) PhantomData<fn() -> (K, T)>);

impl<M> Passed<AsMiddleware, M> {
    /// The place further in than this middleware.
    #[must_use]
    pub fn further_in<S, P, N, R, I>(
        &self,
        _: Place<S, Context<P, N>>,
    ) -> Place<S, Context<After<M, P>, Cons<M, N>>>
    where
        M: Middleware<S, R>,
        R: StillSatisfiedBy<M, Context<P, N>, I>,
    {
        Place::new()
    }
}

impl<L> Passed<AsLayer, L> {
    /// The place further in than this layer.
    #[must_use]
    pub fn further_in<S, P, N>(
        &self,
        _: Place<S, Context<P, N>>,
    ) -> Place<S, Context<P, Cons<L, N>>> {
        Place::new()
    }
}

#[diagnostic::do_not_recommend]
impl<R: SatisfiedBy<C, I>, M, C, I> StillSatisfiedBy<M, C, I> for R {}
