//! What can be done with an entry, once it is known what it is.

use std::marker::PhantomData;

use super::{
    entry::{AnyEntry, AsLayer, AsMiddleware, Entry, EntryIf},
    place::Passed,
    stack::{Stack, WithLayer, WithMiddleware},
};
use crate::context::{Context, Nil};

/// An entry that is a middleware, in a list that is only looked at.
pub struct Sketched<M>(PhantomData<fn() -> M>);

/// A list that is only looked at, and is about to get a middleware.
pub struct Sketch;

impl Sketch {
    /// The middleware, of which nothing is asked here.
    #[must_use]
    #[expect(
        clippy::should_implement_trait,
        reason = "it is called like the one that counts"
    )]
    pub fn add<M>(self, _: Entry<M>) -> Sketched<M> {
        Sketched(PhantomData)
    }

    /// The same of one under an `if`.
    #[must_use]
    pub fn add_if<M>(self, _: EntryIf<M>, _: Option<usize>) -> Sketched<M> {
        Sketched(PhantomData)
    }
}

// The stack comes first, and on its own: with the state that it is for, rustc does not guess one.

impl AsMiddleware {
    /// Goes on with this stack.
    pub fn onto<S, C, W>(self, stack: Stack<S, C, W>) -> WithMiddleware<S, C, W> {
        WithMiddleware(stack)
    }

    /// Looks at the entry alone.
    #[must_use]
    pub fn sketch(self) -> Sketch {
        Sketch
    }

    /// Notes what the entry is.
    #[must_use]
    pub fn passed<T: AnyEntry>(&self, _: &T) -> Passed<Self, T::Value> {
        Passed(PhantomData)
    }
}

impl AsLayer {
    /// Goes on with this stack.
    pub fn onto<S, C, W>(self, stack: Stack<S, C, W>) -> WithLayer<S, C, W> {
        WithLayer(stack)
    }

    /// Looks at the entry alone, with all that is asked of a layer, so that the same is inferred.
    #[must_use]
    pub fn sketch(self) -> WithLayer<(), Context<Nil, Nil>, ()> {
        WithLayer(Stack::new())
    }

    /// Notes what the entry is.
    #[must_use]
    pub fn passed<T: AnyEntry>(&self, _: &T) -> Passed<Self, T::Value> {
        Passed(PhantomData)
    }
}
