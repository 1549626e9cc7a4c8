//! Building a stack, entry by entry.

use std::marker::PhantomData;

use crate::{
    condition::Nothing,
    context::{Cons, Context, MetBy, Types},
    middleware::{Contract, Middleware},
    parts::{CutPart, LayerPart, MiddlewarePart},
    tower::AnyLayer,
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

/// An entry of a list, which says by its type what it is.
pub struct Entry<T>(pub T);

/// An entry that is there only where a condition holds.
pub struct EntryIf<T>(pub Option<T>);

/// An entry that is a middleware, or may be one.
///
/// `(&&entry).kind()` finds this trait before [`LayerKind`], so that what is both a middleware and a
/// layer is taken as a middleware.
pub trait MiddlewareKind {
    /// How the entry is added.
    fn kind(&self) -> AsMiddleware {
        AsMiddleware
    }
}
impl<M: Contract> MiddlewareKind for &Entry<M> {}
impl<M: Contract> MiddlewareKind for &EntryIf<M> {}

/// An entry that is anything else: a tower layer, if it is any.
pub trait LayerKind {
    /// How the entry is added.
    fn kind(&self) -> AsLayer {
        AsLayer
    }
}
impl<L> LayerKind for Entry<L> {}
impl<L> LayerKind for EntryIf<L> {}

/// Adds an entry as a middleware.
pub struct AsMiddleware;

/// Adds an entry as a tower layer.
pub struct AsLayer;

/// The provided types `P` once the middleware `M` is in the stack.
type After<M, P> = <<M as Contract>::Provides as Types>::Onto<P>;

// The stack comes first, and on its own: with the state that it is for, rustc does not guess one.

impl AsMiddleware {
    /// Goes on with this stack.
    pub fn onto<S, C, W>(self, stack: Stack<S, C, W>) -> WithMiddleware<S, C, W> {
        WithMiddleware(stack)
    }
}

impl AsLayer {
    /// Goes on with this stack.
    pub fn onto<S, C, W>(self, stack: Stack<S, C, W>) -> WithLayer<S, C, W> {
        WithLayer(stack)
    }
}

/// A stack that is about to get a middleware.
pub struct WithMiddleware<S, C, W>(Stack<S, C, W>);

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

    /// The stack with the middleware as its innermost entry, where the condition holds.
    pub fn add_if<M, R, I>(
        self,
        entry: EntryIf<M>,
    ) -> Stack<S, Context<After<M, P>, Cons<M, N>>, (W, Option<MiddlewarePart<M, R>>)>
    where
        M: Middleware<S, R>,
        M::Provides: Nothing,
        R: MetBy<Context<P, N>, I>,
    {
        let part = entry.0.map(MiddlewarePart::new);
        self.0.push(part)
    }
}

/// A stack that is about to get a tower layer.
pub struct WithLayer<S, C, W>(Stack<S, C, W>);

impl<S, P, N, W> WithLayer<S, Context<P, N>, W> {
    /// The stack with the layer as its innermost entry.
    pub fn add<L: AnyLayer>(
        self,
        entry: Entry<L>,
    ) -> Stack<S, Context<P, Cons<L, N>>, (W, LayerPart<L>)> {
        self.0.push(LayerPart(entry.0))
    }

    /// The stack with the layer as its innermost entry, where the condition holds.
    pub fn add_if<L: AnyLayer>(
        self,
        entry: EntryIf<L>,
    ) -> Stack<S, Context<P, Cons<L, N>>, (W, Option<LayerPart<L>>)> {
        self.0.push(entry.0.map(LayerPart))
    }
}
