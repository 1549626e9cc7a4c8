//! What can be done with an entry, once it is known what it is.

use std::marker::PhantomData;

use super::{
    chain_builder::{ChainBuilder, WithLayer, WithMiddleware},
    entry::{AnyEntry, AsLayer, AsMiddleware, Entry, EntryIf},
    scope::EntryToken,
};
use crate::context::{Context, Nil};

/// An entry that is a middleware, in a list that is only looked at.
pub struct ProbedMiddleware<M>(PhantomData<fn() -> M>);

/// A list that is only looked at, and is about to get a middleware.
pub struct TypeProbe;

impl TypeProbe {
    /// The middleware, of which nothing is asked here.
    #[must_use]
    #[expect(
        clippy::should_implement_trait,
        reason = "it is called like the one that counts"
    )]
    pub fn add<M>(self, _: Entry<M>) -> ProbedMiddleware<M> {
        ProbedMiddleware(PhantomData)
    }

    /// The same of one under an `if`.
    #[must_use]
    pub fn add_if<M>(self, _: EntryIf<M>, _: Option<usize>) -> ProbedMiddleware<M> {
        ProbedMiddleware(PhantomData)
    }
}

// The stack comes first, and on its own: with the state that it is for, rustc does not guess one.

impl AsMiddleware {
    /// Goes on with this stack.
    pub fn onto<S, C, W>(self, stack: ChainBuilder<S, C, W>) -> WithMiddleware<S, C, W> {
        WithMiddleware(stack)
    }

    /// Looks at the entry alone.
    #[must_use]
    pub fn probe(self) -> TypeProbe {
        TypeProbe
    }

    /// Notes what the entry is.
    #[must_use]
    pub fn token<T: AnyEntry>(&self, _: &T) -> EntryToken<Self, T::Value> {
        EntryToken(PhantomData)
    }
}

impl AsLayer {
    /// Goes on with this stack.
    pub fn onto<S, C, W>(self, stack: ChainBuilder<S, C, W>) -> WithLayer<S, C, W> {
        WithLayer(stack)
    }

    /// Looks at the entry alone, with all that is asked of a layer, so that the same is inferred.
    #[must_use]
    pub fn probe(self) -> WithLayer<(), Context<Nil, Nil>, ()> {
        WithLayer(ChainBuilder::new())
    }

    /// Notes what the entry is.
    #[must_use]
    pub fn token<T: AnyEntry>(&self, _: &T) -> EntryToken<Self, T::Value> {
        EntryToken(PhantomData)
    }
}
