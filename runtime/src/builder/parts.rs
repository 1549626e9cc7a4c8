//! What is in a list, and how it becomes one nested type.

use std::marker::PhantomData;

use tower::Layer;

use crate::chain::{
    Cut, HttpService, Inward, Middleware, Ring, SkippableLayer, SkippableRing, TowerRing, Wrap,
    wrap,
};

/// A middleware in a list.
pub struct MiddlewarePart<M, R>(M, PhantomData<fn() -> R>);

impl<M, R> MiddlewarePart<M, R> {
    pub(crate) fn new(middleware: M) -> Self {
        Self(middleware, PhantomData)
    }
}

/// A tower layer in a list.
pub struct LayerPart<L>(pub(crate) L);

/// What may be passed by: where its condition does not hold, or where a target goes without the entry
/// of its number.
pub struct Skippable<P> {
    pub(crate) part: Option<P>,
    pub(crate) entry: Option<usize>,
}

/// Where a list is cut.
pub struct CutPart;

/// What is in a list, to be put around what is further in.
pub trait Parts<S, E: Wrap<S>> {
    /// Whether there is anything in the list.
    const ANY: bool = true;
    /// All of it around `E`.
    type Out: Wrap<S>;

    /// Puts the parts around `inner`.
    fn around(self, state: &S, inner: E) -> Self::Out;
}

impl<S, E: Wrap<S>> Parts<S, E> for () {
    const ANY: bool = false;
    type Out = E;

    fn around(self, _: &S, inner: E) -> E {
        inner
    }
}

impl<S, Outer, Last, E> Parts<S, E> for (Outer, Last)
where
    E: Wrap<S>,
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
    E: Wrap<S>,
{
    type Out = Ring<M, R, E>;

    fn around(self, _: &S, inner: E) -> Self::Out {
        Ring::new(self.0, inner)
    }
}

impl<S, L, E> Parts<S, E> for LayerPart<L>
where
    S: Clone + Sync + 'static,
    E: Wrap<S>,
    L: Layer<E::Service, Service: HttpService>,
{
    type Out = TowerRing<L::Service>;

    fn around(self, state: &S, inner: E) -> Self::Out {
        wrap(&self.0, state, inner)
    }
}

impl<S: Sync + 'static, E: Wrap<S>> Parts<S, E> for CutPart {
    type Out = Cut<S>;

    fn around(self, _: &S, inner: E) -> Self::Out {
        Cut::new(inner)
    }
}

// What is further in is named once in each of the two types that follow. With a type that names it
// once for either case, the length of a stack's type would double with every condition.

impl<S, M, R, E> Parts<S, E> for Skippable<MiddlewarePart<M, R>>
where
    S: Sync + 'static,
    M: Middleware<S, R>,
    R: 'static,
    E: Wrap<S>,
{
    type Out = SkippableRing<M, R, E>;

    fn around(self, _: &S, inner: E) -> Self::Out {
        SkippableRing {
            ring: Ring::new(self.part.map(|part| part.0), inner),
            entry: self.entry,
        }
    }
}

impl<S, L, E> Parts<S, E> for Skippable<LayerPart<L>>
where
    S: Clone + Sync + 'static,
    E: Wrap<S>,
    L: Layer<Inward<S, Cut<S>>, Service: HttpService>,
{
    type Out = SkippableLayer<L::Service, S>;

    fn around(self, state: &S, inner: E) -> Self::Out {
        let inner = Cut::new(inner);
        let layered = self.part.map(|part| part.around(state, inner.clone()));
        SkippableLayer {
            layered,
            inner,
            entry: self.entry,
        }
    }
}
