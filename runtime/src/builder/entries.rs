//! The entries of a list, and how they become the links of one chain.

use std::marker::PhantomData;

use tower::Layer;

use crate::{
    chain::{
        BoxedChain, ChainService, HttpService, LayerLink, Middleware, MiddlewareLink,
        SkippableChain, SkippableMiddleware, Wrap, wrap_layer,
    },
    debug::opaque_debug,
};

/// A middleware in a list.
pub struct MiddlewareEntry<M, R>(pub(super) M, PhantomData<fn() -> R>);

impl<M, R> MiddlewareEntry<M, R> {
    pub(crate) fn new(middleware: M) -> Self {
        Self(middleware, PhantomData)
    }
}

/// A tower layer in a list.
pub struct LayerEntry<L>(pub(crate) L);

/// An entry that a request skips if its condition is false or the route excludes its number.
pub struct SkippableEntry<P> {
    pub(crate) part: Option<P>,
    pub(crate) entry: Option<usize>,
}

/// The position in a list where the inner chain is boxed.
#[derive(Debug)]
pub struct BoxEntry;

/// The entries of a list, which wrap the inner chain `E`.
pub trait Entries<S, E: Wrap<S>> {
    /// Whether the list has any entries.
    const ANY: bool = true;
    /// The chain of the entries around `E`.
    type Out: Wrap<S>;

    /// Wraps `inner` in the entries.
    fn around(self, state: &S, inner: E) -> Self::Out;
}

impl<S, E: Wrap<S>> Entries<S, E> for () {
    const ANY: bool = false;
    type Out = E;

    fn around(self, _: &S, inner: E) -> E {
        inner
    }
}

impl<S, Outer, Last, E> Entries<S, E> for (Outer, Last)
where
    E: Wrap<S>,
    Last: Entries<S, E>,
    Outer: Entries<S, Last::Out>,
{
    type Out = Outer::Out;

    fn around(self, state: &S, inner: E) -> Self::Out {
        let (outer, last) = self;
        outer.around(state, last.around(state, inner))
    }
}

impl<S, M, R, E> Entries<S, E> for MiddlewareEntry<M, R>
where
    S: Sync + 'static,
    M: Middleware<S, R>,
    R: 'static,
    E: Wrap<S>,
{
    type Out = MiddlewareLink<M, R, E>;

    fn around(self, _: &S, inner: E) -> Self::Out {
        MiddlewareLink::new(self.0, inner)
    }
}

impl<S, L, E> Entries<S, E> for LayerEntry<L>
where
    S: Clone + Sync + 'static,
    E: Wrap<S>,
    L: Layer<E::Service, Service: HttpService>,
{
    type Out = LayerLink<L::Service>;

    fn around(self, state: &S, inner: E) -> Self::Out {
        wrap_layer(&self.0, state, inner)
    }
}

impl<S: Sync + 'static, E: Wrap<S>> Entries<S, E> for BoxEntry {
    type Out = BoxedChain<S>;

    fn around(self, _: &S, inner: E) -> Self::Out {
        BoxedChain::new(inner)
    }
}

// Each of the two types below names the inner chain once. A type that names it once per case would
// double the length of a chain's type with every condition.

impl<S, M, R, E> Entries<S, E> for SkippableEntry<MiddlewareEntry<M, R>>
where
    S: Sync + 'static,
    M: Middleware<S, R>,
    R: 'static,
    E: Wrap<S>,
{
    type Out = SkippableMiddleware<M, R, E>;

    fn around(self, _: &S, inner: E) -> Self::Out {
        SkippableMiddleware {
            link: MiddlewareLink::new(self.part.map(|part| part.0), inner),
            entry: self.entry,
        }
    }
}

impl<S, L, E> Entries<S, E> for SkippableEntry<LayerEntry<L>>
where
    S: Clone + Sync + 'static,
    E: Wrap<S>,
    L: Layer<ChainService<S, BoxedChain<S>>, Service: HttpService>,
{
    type Out = SkippableChain<LayerLink<L::Service>, S>;

    fn around(self, state: &S, inner: E) -> Self::Out {
        let inner = BoxedChain::new(inner);
        SkippableChain {
            outer: self.part.map(|part| part.around(state, inner.clone())),
            inner,
            entry: self.entry,
        }
    }
}

opaque_debug! {
    MiddlewareEntry<M, R>,
    LayerEntry<L>,
    SkippableEntry<P>,
}
