//! Building a stack, entry by entry.

use std::marker::PhantomData;

use super::{
    entry::{Entry, EntryIf},
    parts::{CutPart, LayerPart, MiddlewarePart, Skippable},
};
use crate::{
    chain::{Contract, Middleware},
    context::{Cons, Context, MetBy, Types},
    diagnostics::{IsLayer, ProvidesNothing},
};

/// A list that is being put together, outermost entry first. `C` is the context after the last
/// entry, and `W` the parts so far.
pub struct Stack<S, C, W> {
    pub(crate) parts: W,
    types: PhantomData<fn() -> (S, C)>,
}

impl<S, C> Stack<S, C, ()> {
    pub(crate) fn new() -> Self {
        Self {
            parts: (),
            types: PhantomData,
        }
    }
}

impl<S, C, W> Stack<S, C, W> {
    fn push<D, P>(self, part: P) -> Stack<S, D, (W, P)> {
        Stack {
            parts: (self.parts, part),
            types: PhantomData,
        }
    }

    /// Cuts the stack here, so that the types of what is further out do not grow with what follows.
    pub fn cut(self) -> Stack<S, C, (W, CutPart)> {
        self.push(CutPart)
    }
}

/// The provided types `P` once the middleware `M` is in the stack.
pub(super) type After<M, P> = <<M as Contract>::Provides as Types>::Onto<P>;

/// A stack that is about to get a middleware.
pub struct WithMiddleware<S, C, W>(pub(super) Stack<S, C, W>);

impl<S, P, N, W> WithMiddleware<S, Context<P, N>, W> {
    /// The stack with the middleware as its innermost entry.
    pub fn add<M, R, I>(
        self,
        entry: Entry<M>,
    ) -> Stack<S, Context<After<M, P>, Cons<M, N>>, (W, MiddlewarePart<M, R>)>
    where
        M: Middleware<S, R>,
        R: MetBy<Context<P, N>, I>,
    {
        self.0.push(MiddlewarePart::new(entry.0))
    }

    /// The same, but for what goes without the entry of this number.
    pub fn add_removable<M, R, I>(
        self,
        entry: Entry<M>,
        number: usize,
    ) -> Stack<S, Context<After<M, P>, Cons<M, N>>, (W, Skippable<MiddlewarePart<M, R>>)>
    where
        M: Middleware<S, R>,
        R: MetBy<Context<P, N>, I>,
    {
        self.0.push(Skippable {
            part: Some(MiddlewarePart::new(entry.0)),
            entry: Some(number),
        })
    }

    /// The stack with the middleware as its innermost entry, where the condition holds. With a number
    /// it can be gone without, too.
    pub fn add_if<M, R, I>(
        self,
        entry: EntryIf<M>,
        number: Option<usize>,
    ) -> Stack<S, Context<After<M, P>, Cons<M, N>>, (W, Skippable<MiddlewarePart<M, R>>)>
    where
        M: Middleware<S, R>,
        M::Provides: ProvidesNothing,
        R: MetBy<Context<P, N>, I>,
    {
        self.0.push(Skippable {
            part: entry.0.map(MiddlewarePart::new),
            entry: number,
        })
    }
}

/// A stack that is about to get a tower layer.
pub struct WithLayer<S, C, W>(pub(super) Stack<S, C, W>);

impl<S, P, N, W> WithLayer<S, Context<P, N>, W> {
    /// The stack with the layer as its innermost entry.
    pub fn add<L: IsLayer>(
        self,
        entry: Entry<L>,
    ) -> Stack<S, Context<P, Cons<L, N>>, (W, LayerPart<L>)> {
        self.0.push(LayerPart(entry.0))
    }

    /// The same, but for what goes without the entry of this number.
    pub fn add_removable<L: IsLayer>(
        self,
        entry: Entry<L>,
        number: usize,
    ) -> Stack<S, Context<P, Cons<L, N>>, (W, Skippable<LayerPart<L>>)> {
        self.0.push(Skippable {
            part: Some(LayerPart(entry.0)),
            entry: Some(number),
        })
    }

    /// The stack with the layer as its innermost entry, where the condition holds. With a number it
    /// can be gone without, too.
    pub fn add_if<L: IsLayer>(
        self,
        entry: EntryIf<L>,
        number: Option<usize>,
    ) -> Stack<S, Context<P, Cons<L, N>>, (W, Skippable<LayerPart<L>>)> {
        self.0.push(Skippable {
            part: entry.0.map(LayerPart),
            entry: number,
        })
    }
}
