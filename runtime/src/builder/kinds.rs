//! The operations on an entry once its kind is known: adding, probing, and taking a token.

use std::marker::PhantomData;

use super::{
    chain_builder::{ChainBuilder, WithLayer, WithMiddleware},
    entry::{AnyEntry, AsLayer, AsMiddleware, Entry, EntryIf},
    token::EntryToken,
};
use crate::{
    context::{Context, Nil},
    debug::opaque_debug,
};

/// The type of a middleware, as [`TypeProbe`] returns it.
pub struct ProbedMiddleware<M>(PhantomData<fn() -> M>);

/// A stand-in for `WithMiddleware` that accepts every middleware, so that its type can be read.
#[derive(Debug)]
pub struct TypeProbe;

impl TypeProbe {
    /// Returns the type of the middleware, without checking its requirements.
    #[must_use]
    #[expect(
        clippy::should_implement_trait,
        reason = "it has the name of `WithMiddleware::add`"
    )]
    pub fn add<M>(self, _: Entry<M>) -> ProbedMiddleware<M> {
        ProbedMiddleware(PhantomData)
    }

    /// Returns the type of a middleware under an `if`.
    #[must_use]
    pub fn add_if<M>(self, _: EntryIf<M>, _: Option<usize>) -> ProbedMiddleware<M> {
        ProbedMiddleware(PhantomData)
    }
}

// `onto` takes the list in a call of its own, before the entry. So the state is known when rustc
// infers the types of the entry.

impl AsMiddleware {
    /// Prepares a list for the middleware.
    pub fn onto<S, C, W>(self, stack: ChainBuilder<S, C, W>) -> WithMiddleware<S, C, W> {
        WithMiddleware(stack)
    }

    /// Prepares the probing of the middleware.
    #[must_use]
    pub fn probe(self) -> TypeProbe {
        TypeProbe
    }

    /// Returns a token for the entry, which holds its kind and type.
    #[must_use]
    pub fn token<T: AnyEntry>(&self, _: &T) -> EntryToken<Self, T::Value, T::Listed> {
        EntryToken(PhantomData)
    }
}

impl AsLayer {
    /// Prepares a list for the layer.
    pub fn onto<S, C, W>(self, stack: ChainBuilder<S, C, W>) -> WithLayer<S, C, W> {
        WithLayer(stack)
    }

    /// Prepares the probing of the layer, with all bounds of a list, so that rustc infers the same
    /// types.
    #[must_use]
    pub fn probe(self) -> WithLayer<(), Context<Nil, Nil>, ()> {
        WithLayer(ChainBuilder::new())
    }

    /// Returns a token for the entry, which holds its kind and type.
    #[must_use]
    pub fn token<T: AnyEntry>(&self, _: &T) -> EntryToken<Self, T::Value, T::Listed> {
        EntryToken(PhantomData)
    }
}

opaque_debug! {
    ProbedMiddleware<M>,
}
