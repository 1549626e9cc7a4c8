//! `Scope`, where lists are opened, and `EntryToken`, which checks a scope again when entries are
//! excluded.

use std::marker::PhantomData;

use super::{
    chain_builder::{After, ChainBuilder},
    entry::{AsLayer, AsMiddleware},
};
use crate::{
    chain::Middleware,
    context::{Cons, Context, SatisfiedBy},
    debug::opaque_debug,
    diagnostics::StillSatisfiedBy,
};

/// The application itself, a scope, or the inside of an item's list. `C` is the context that lists
/// and handlers have there.
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

    /// Opens a list in this scope.
    #[must_use]
    pub fn stack(self) -> ChainBuilder<S, C, ()> {
        ChainBuilder::new()
    }
}

/// The kind and type of an entry in a list. Where `without` excludes other entries, the remaining
/// ones are checked again by their tokens.
///
/// `T` is its type. `X` is the type that stands for it in the list of outer entries, or the declared
/// types of a [`ProvidingLayer`](super::providing_layer::ProvidingLayer).
pub struct EntryToken<K, T, X>(pub(super) PhantomData<fn() -> (K, T, X)>);

impl<M, X> EntryToken<AsMiddleware, M, X> {
    /// Returns the scope inside this middleware.
    #[must_use]
    pub fn inner<S, P, N, R, I>(
        &self,
        _: Scope<S, Context<P, N>>,
    ) -> Scope<S, Context<After<M, P>, Cons<X, N>>>
    where
        M: Middleware<S, R>,
        R: StillSatisfiedBy<M, Context<P, N>, I>,
    {
        Scope::new()
    }
}

impl<L, X> EntryToken<AsLayer, L, X> {
    /// Returns the scope inside this layer.
    #[must_use]
    pub fn inner<S, P, N>(&self, _: Scope<S, Context<P, N>>) -> Scope<S, Context<P, Cons<X, N>>> {
        Scope::new()
    }
}

#[diagnostic::do_not_recommend]
impl<R: SatisfiedBy<C, I>, M, C, I> StillSatisfiedBy<M, C, I> for R {}

opaque_debug! {
    Scope<S, C>,
    EntryToken<K, T, X>,
}
