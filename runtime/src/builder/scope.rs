//! `Scope`, where lists are opened.

use std::marker::PhantomData;

use super::chain_builder::ChainBuilder;
use crate::debug::opaque_debug;

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

opaque_debug! {
    Scope<S, C>,
}
