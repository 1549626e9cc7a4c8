//! What is in a list, and how it becomes one nested type.

use std::marker::PhantomData;

use tower::Layer;

use crate::chain::{
    BoxedChain, ChainService, HttpService, LayerLink, Middleware, MiddlewareLink, SkippableLayer,
    SkippableMiddleware, Wrap, wrap,
};

/// A middleware in a list.
pub struct MiddlewareEntry<M, R>(M, PhantomData<fn() -> R>);

impl<M, R> MiddlewareEntry<M, R> {
    pub(crate) fn new(middleware: M) -> Self {
        Self(middleware, PhantomData)
    }
}

/// A tower layer in a list.
pub struct LayerEntry<L>(pub(crate) L);

/// What may be token by: where its condition does not hold, or where a target goes without the entry
/// of its number.
pub struct SkippableEntry<P> {
    pub(crate) part: Option<P>,
    pub(crate) entry: Option<usize>,
}

/// Where a list is cut.
pub struct BoxEntry;

/// What is in a list, to be put around what is further in.
pub trait Entries<S, E: Wrap<S>> {
    /// Whether there is anything in the list.
    const ANY: bool = true;
    /// All of it around `E`.
    type Out: Wrap<S>;

    /// Puts the parts around `inner`.
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
        wrap(&self.0, state, inner)
    }
}

impl<S: Sync + 'static, E: Wrap<S>> Entries<S, E> for BoxEntry {
    type Out = BoxedChain<S>;

    fn around(self, _: &S, inner: E) -> Self::Out {
        BoxedChain::new(inner)
    }
}

// What is further in is named once in each of the two types that follow. With a type that names it
// once for either case, the length of a stack's type would double with every condition.

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
            ring: MiddlewareLink::new(self.part.map(|part| part.0), inner),
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
    type Out = SkippableLayer<L::Service, S>;

    fn around(self, state: &S, inner: E) -> Self::Out {
        let inner = BoxedChain::new(inner);
        let layered = self.part.map(|part| part.around(state, inner.clone()));
        SkippableLayer {
            layered,
            inner,
            entry: self.entry,
        }
    }
}
