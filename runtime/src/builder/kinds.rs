//! The operations on an entry once its kind is known: adding, probing, and taking a token.

use std::marker::PhantomData;

use super::{
    chain_builder::{ChainBuilder, WithLayer, WithMiddleware},
    entry::{AnyEntry, AsLayer, AsMiddleware, Entry, EntryIf},
    fit::{Fits, Fitting},
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
    pub fn add<M, F>(self, _: Entry<M>, _: F) -> ProbedMiddleware<M> {
        ProbedMiddleware(PhantomData)
    }

    /// Returns the type of a middleware under an `if`.
    #[must_use]
    pub fn add_if<M, F>(self, _: EntryIf<M>, _: F, _: Option<usize>) -> ProbedMiddleware<M> {
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

    /// Returns the entry, to be checked against the list.
    #[must_use]
    pub fn fitting<T: AnyEntry, S, C, W>(
        &self,
        _: &T,
        _: &ChainBuilder<S, C, W>,
    ) -> Fitting<Self, T::Value, T::Listed, S, C> {
        Fitting::default()
    }

    /// Returns that the entry is not checked where it is probed.
    #[must_use]
    pub fn probed<T>(&self, _: &T) -> Fits<()> {
        Fits::default()
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

    /// Returns the entry, to be checked against the list.
    #[must_use]
    pub fn fitting<T: AnyEntry, S, C, W>(
        &self,
        _: &T,
        _: &ChainBuilder<S, C, W>,
    ) -> Fitting<Self, T::Value, T::Listed, S, C> {
        Fitting::default()
    }

    /// Returns the entry, to be checked where it is probed.
    #[must_use]
    pub fn probed<T: AnyEntry>(
        &self,
        _: &T,
    ) -> Fitting<Self, T::Value, T::Listed, (), Context<Nil, Nil>> {
        Fitting::default()
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
