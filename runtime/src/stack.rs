//! Building a stack: the entries of a list, outermost first, and then the whole around a core.

use std::marker::PhantomData;

use tower::Layer;

use crate::{
    condition::{Either, Nothing, RingIf},
    context::{MetBy, Provision},
    endpoint::{Core, Cut, Endpoint},
    middleware::{Contract, Middleware, Ring},
    tower::{AnyLayer, HttpService, Inward, TowerRing},
};

/// A list that is being put together, outermost entry first. `C` is the context after the last
/// entry, and `W` the parts so far.
pub struct Stack<S, C, W> {
    parts: W,
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

    /// The parts around a core.
    pub(crate) fn build(self, state: &S) -> W::Out
    where
        S: Sync + 'static,
        W: Parts<S, Core>,
    {
        self.parts.around(state, Core)
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

/// The context of a stack once the middleware `M` is in it.
type After<M, C> = <<M as Contract>::Provides as Provision>::After<C>;

// The stack comes first, and on its own: with the state that it is for, rustc does not guess one.
//
// What an entry that does not fit would become has no type. So rustc says nothing more about a stack
// with a mistake in it.

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

impl<S, C, W> WithMiddleware<S, C, W> {
    /// The stack with the middleware as its innermost entry.
    pub fn add<M, R, I>(self, entry: Entry<M>) -> Stack<S, After<M, C>, (W, Part<M, S, R>)>
    where
        M: Middleware<S, R>,
        R: MetBy<C, I>,
    {
        self.0.push(entry.0.part())
    }

    /// The stack with the middleware as its innermost entry, where the condition holds.
    pub fn add_if<M, R, I>(self, entry: EntryIf<M>) -> Stack<S, C, (W, Option<Part<M, S, R>>)>
    where
        M: Middleware<S, R>,
        M::Provides: Nothing,
        R: MetBy<C, I>,
    {
        self.0.push(entry.0.map(Fits::part))
    }
}

/// A stack that is about to get a tower layer.
pub struct WithLayer<S, C, W>(Stack<S, C, W>);

impl<S, C, W> WithLayer<S, C, W> {
    /// The stack with the layer as its innermost entry.
    pub fn add<L: AnyLayer>(self, entry: Entry<L>) -> Stack<S, C, (W, LayerPart<L::Layer>)> {
        self.0.push(LayerPart(entry.0.layer()))
    }

    /// The stack with the layer as its innermost entry, where the condition holds.
    pub fn add_if<L: AnyLayer>(
        self,
        entry: EntryIf<L>,
    ) -> Stack<S, C, (W, Option<LayerPart<L::Layer>>)> {
        self.0.push(entry.0.map(|entry| LayerPart(entry.layer())))
    }
}

/// A middleware that fits into a stack of an application with the state `S`.
pub trait Fits<S, R> {
    /// What stands in the stack.
    type Part;

    /// What stands in the stack.
    fn part(self) -> Self::Part;
}

#[diagnostic::do_not_recommend]
impl<S, R, M: Middleware<S, R>> Fits<S, R> for M {
    type Part = MiddlewarePart<M, R>;

    fn part(self) -> Self::Part {
        MiddlewarePart(self, PhantomData)
    }
}

/// What a middleware is in a stack.
type Part<M, S, R> = <M as Fits<S, R>>::Part;

/// A middleware in a list.
pub struct MiddlewarePart<M, R>(M, PhantomData<fn() -> R>);

/// A tower layer in a list.
pub struct LayerPart<L>(L);

/// Where a list is cut.
pub struct CutPart;

/// What is in a list, to be put around what is further in.
pub trait Parts<S, E: Endpoint<S>> {
    /// Whether there is anything in the list.
    const ANY: bool = true;
    /// All of it around `E`.
    type Out: Endpoint<S>;

    /// Puts the parts around `inner`.
    fn around(self, state: &S, inner: E) -> Self::Out;
}

impl<S, E: Endpoint<S>> Parts<S, E> for () {
    const ANY: bool = false;
    type Out = E;

    fn around(self, _: &S, inner: E) -> E {
        inner
    }
}

impl<S, Outer, Last, E> Parts<S, E> for (Outer, Last)
where
    E: Endpoint<S>,
    Last: Parts<S, E>,
    Outer: Parts<S, Last::Out>,
{
    type Out = Outer::Out;

    fn around(self, state: &S, inner: E) -> Self::Out {
        let (outer, last) = self;
        outer.around(state, last.around(state, inner))
    }
}

impl<S, M, R, E> Parts<S, E> for MiddlewarePart<M, R>
where
    S: Sync + 'static,
    M: Middleware<S, R>,
    R: 'static,
    E: Endpoint<S>,
{
    type Out = Ring<M, R, E>;

    fn around(self, _: &S, inner: E) -> Self::Out {
        Ring::new(self.0, inner)
    }
}

impl<S, L, E> Parts<S, E> for LayerPart<L>
where
    S: Clone + Sync + 'static,
    E: Endpoint<S>,
    L: Layer<Inward<S, E>, Service: HttpService>,
{
    type Out = TowerRing<L::Service>;

    fn around(self, state: &S, inner: E) -> Self::Out {
        TowerRing::new(&self.0, state, inner)
    }
}

impl<S: Sync + 'static, E: Endpoint<S>> Parts<S, E> for CutPart {
    type Out = Cut<S>;

    fn around(self, _: &S, inner: E) -> Self::Out {
        Cut::new(inner)
    }
}

// What is further in is named once in each of the two types that follow. With a type that names it
// once for either case, the length of a stack's type would double with every condition.

impl<S, M, R, E> Parts<S, E> for Option<MiddlewarePart<M, R>>
where
    S: Sync + 'static,
    M: Middleware<S, R>,
    R: 'static,
    E: Endpoint<S>,
{
    type Out = RingIf<M, R, E>;

    fn around(self, _: &S, inner: E) -> Self::Out {
        RingIf(Ring::new(self.map(|part| part.0), inner))
    }
}

impl<S, L, E> Parts<S, E> for Option<LayerPart<L>>
where
    S: Clone + Sync + 'static,
    E: Endpoint<S>,
    L: Layer<Inward<S, Cut<S>>, Service: HttpService>,
{
    type Out = Either<TowerRing<L::Service>, Cut<S>>;

    fn around(self, state: &S, inner: E) -> Self::Out {
        let inner = Cut::new(inner);
        match self {
            Some(part) => Either::With(part.around(state, inner)),
            None => Either::Without(inner),
        }
    }
}
