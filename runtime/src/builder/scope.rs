//! A place in an application.

use std::marker::PhantomData;

use super::{
    chain_builder::{After, ChainBuilder},
    entry::{AsLayer, AsMiddleware},
};
use crate::{
    chain::Middleware,
    context::{Cons, Context, Nil, SatisfiedBy},
    diagnostics::StillSatisfiedBy,
};

/// A place in an application: the application itself, a scope, or the list of a single item. `C` is
/// what has been provided to what stands there.
pub struct Scope<S, C>(PhantomData<fn() -> (S, C)>);

impl<S, C> Clone for Scope<S, C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S, C> Copy for Scope<S, C> {}

impl<S, C> Scope<S, C> {
    pub(crate) fn new() -> Self {
        Self(PhantomData)
    }

    /// Opens a list at this place.
    #[must_use]
    pub fn stack(self) -> ChainBuilder<S, C, ()> {
        ChainBuilder::new()
    }

    /// The place that nothing is around.
    #[must_use]
    pub fn outermost(self) -> Scope<S, Context<Nil, Nil>> {
        Scope::new()
    }
}

/// Opens the list of an application with this state.
#[must_use]
pub fn outermost<S>(_: &S) -> ChainBuilder<S, Context<Nil, Nil>, ()> {
    ChainBuilder::new()
}

/// What remains of an entry once it is in its stack: the type, for what goes without others.
pub struct EntryToken<K, T>(pub(super) PhantomData<fn() -> (K, T)>);

impl<M> EntryToken<AsMiddleware, M> {
    /// The place further in than this middleware.
    #[must_use]
    pub fn inner<S, P, N, R, I>(
        &self,
        _: Scope<S, Context<P, N>>,
    ) -> Scope<S, Context<After<M, P>, Cons<M, N>>>
    where
        M: Middleware<S, R>,
        R: StillSatisfiedBy<M, Context<P, N>, I>,
    {
        Scope::new()
    }
}

impl<L> EntryToken<AsLayer, L> {
    /// The place further in than this layer.
    #[must_use]
    pub fn inner<S, P, N>(&self, _: Scope<S, Context<P, N>>) -> Scope<S, Context<P, Cons<L, N>>> {
        Scope::new()
    }
}

#[diagnostic::do_not_recommend]
impl<R: SatisfiedBy<C, I>, M, C, I> StillSatisfiedBy<M, C, I> for R {}
