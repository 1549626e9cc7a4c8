//! Building a stack, entry by entry.

use std::marker::PhantomData;

use crate::{
    chain::{Contract, Middleware},
    condition::Nothing,
    context::{Cons, Context, MetBy, Nil, Types},
    order::AnyEntry,
    parts::{CutPart, LayerPart, MiddlewarePart, Skippable},
    router::Place,
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

/// What remains of an entry once it is in its stack: the type, for what goes without others.
pub struct Passed<K, T>(PhantomData<fn() -> (K, T)>);

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

impl<M> Passed<AsMiddleware, M> {
    /// The place further in than this middleware.
    #[must_use]
    pub fn further_in<S, P, N, R, I>(
        &self,
        _: Place<S, Context<P, N>>,
    ) -> Place<S, Context<After<M, P>, Cons<M, N>>>
    where
        M: Middleware<S, R>,
        R: StillMetBy<M, Context<P, N>, I>,
    {
        Place::new()
    }
}

impl<L> Passed<AsLayer, L> {
    /// The place further in than this layer.
    #[must_use]
    pub fn further_in<S, P, N>(
        &self,
        _: Place<S, Context<P, N>>,
    ) -> Place<S, Context<P, Cons<L, N>>> {
        Place::new()
    }
}

/// What the middleware `M` requires is in the context `C`, from which something has been taken out.
#[diagnostic::on_unimplemented(
    message = "`{M}` needs what is taken out here",
    label = "`{M}` is still in front of this, and requires what no other middleware provides",
    note = "take `{M}` out as well"
)]
pub trait StillMetBy<M, C, I> {}

#[diagnostic::do_not_recommend]
impl<R: MetBy<C, I>, M, C, I> StillMetBy<M, C, I> for R {}

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
        M::Provides: Nothing,
        R: MetBy<Context<P, N>, I>,
    {
        self.0.push(Skippable {
            part: entry.0.map(MiddlewarePart::new),
            entry: number,
        })
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

    /// The same, but for what goes without the entry of this number.
    pub fn add_removable<L: AnyLayer>(
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
    pub fn add_if<L: AnyLayer>(
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
