//! `EntryToken`, which checks a scope again when other entries are excluded.

use std::marker::PhantomData;

use super::{
    chain_builder::After,
    entry::{AsLayer, AsMiddleware},
    scope::Scope,
};
use crate::{
    chain::Provides,
    context::{Conditional, Cons, Context, Types},
    debug::opaque_debug,
};

/// The kind and type of an entry in a list. Where `without` excludes other entries, the remaining
/// ones are checked again by their tokens.
///
/// `T` is its type. `X` is the type that stands for it in the list of outer entries, or the declared
/// types of a [`ProvidingLayer`](super::providing_layer::ProvidingLayer).
pub struct EntryToken<K, T, X>(pub(super) PhantomData<fn() -> (K, T, X)>);

/// The token of an entry with two values of different types. `A` and `B` are the tokens of its
/// values.
pub struct ChoiceToken<A, B>(PhantomData<fn() -> (A, B)>);

/// The token of an entry without a condition, or with an `else`.
pub trait Token {
    /// The type of the entry, or of its first value.
    type Value;
    /// The types that the entry provides.
    type Types: Types;
    /// The outer entries `N` and this one.
    type Listed<N>;
    /// The outer entries `N` and this one, if it may not run.
    type ListedIf<N>;

    /// Returns the token.
    fn new() -> Self;
}

impl<M: Provides, X> Token for EntryToken<AsMiddleware, M, X> {
    type Value = M;
    type Types = M::Types;
    type Listed<N> = Cons<X, N>;
    type ListedIf<N> = Cons<Conditional<M>, N>;

    fn new() -> Self {
        Self(PhantomData)
    }
}

impl<L, X> Token for EntryToken<AsLayer, L, X> {
    type Value = L;
    type Types = ();
    type Listed<N> = Cons<X, N>;
    type ListedIf<N> = Cons<Conditional<L>, N>;

    fn new() -> Self {
        Self(PhantomData)
    }
}

impl<A: Token, B: Token> Token for ChoiceToken<A, B> {
    type Value = A::Value;
    type Types = A::Types;
    type Listed<N> = A::ListedIf<B::ListedIf<N>>;
    type ListedIf<N> = A::ListedIf<B::ListedIf<N>>;

    fn new() -> Self {
        Self(PhantomData)
    }
}

impl<M, X> EntryToken<AsMiddleware, M, X> {
    /// Returns the scope inside this middleware.
    #[must_use]
    pub fn inner<S, P, N>(
        &self,
        _: Scope<S, Context<P, N>>,
    ) -> Scope<S, Context<After<M, P>, Cons<X, N>>>
    where
        M: Provides,
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

/// The token of an entry whose values have one type is that of each value.
impl<K, T, X> EntryToken<K, T, X> {
    /// Returns the token of the first value.
    #[must_use]
    pub fn first(&self) -> &Self {
        self
    }

    /// Returns the token of the values after the first `else`.
    #[must_use]
    pub fn others(&self) -> &Self {
        self
    }
}

impl<A: Token, B: Token> ChoiceToken<A, B> {
    /// Returns the token of the first value.
    #[must_use]
    pub fn first(&self) -> A {
        A::new()
    }

    /// Returns the token of the values after the first `else`.
    #[must_use]
    pub fn others(&self) -> B {
        B::new()
    }

    /// Returns the scope inside this entry, without checking what its values require.
    #[must_use]
    pub fn inner<S, P, N>(
        &self,
        _: Scope<S, Context<P, N>>,
    ) -> Scope<S, Context<<A::Types as Types>::Onto<P>, <Self as Token>::Listed<N>>> {
        Scope::new()
    }
}

opaque_debug! {
    EntryToken<K, T, X>,
    ChoiceToken<A, B>,
}
