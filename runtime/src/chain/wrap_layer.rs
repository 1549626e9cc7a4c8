//! How a tower layer wraps the rest of a chain.

use std::sync::Arc;

use tower::Layer;

use super::{
    adapter::ChainService,
    boxed_chain::BoxedChain,
    choice::Choice,
    conditional::{SkippableChain, SkippableMiddleware},
    layer_link::{LayerLink, NestedService},
    link::Chain,
    middleware_link::MiddlewareLink,
    service::HttpService,
    terminal::Terminal,
};

/// A link that a tower layer can wrap.
pub trait Wrap<S>: Chain<S> {
    /// The service that the layer wraps.
    type Service;

    /// Converts the link to a service.
    fn into_service(self, state: S) -> Self::Service;
}

/// A layer around a layer wraps its service directly, so that the request need not leave tower
/// between the two.
impl<S, T> Wrap<S> for LayerLink<T>
where
    S: Sync + 'static,
    T: HttpService,
{
    type Service = NestedService<T>;

    fn into_service(self, _: S) -> NestedService<T> {
        NestedService(Arc::new(self.0))
    }
}

/// A layer around any other link wraps an adapter.
impl<S, E: Chain<S> + NotLayer> Wrap<S> for E {
    type Service = ChainService<S, E>;

    fn into_service(self, state: S) -> ChainService<S, E> {
        ChainService::new(state, self)
    }
}

/// A link that is not a tower layer. It keeps the two implementations of [`Wrap`] apart.
pub trait NotLayer {}
impl NotLayer for Terminal {}
impl<S> NotLayer for BoxedChain<S> {}
impl<M, R, E> NotLayer for MiddlewareLink<M, R, E> {}
impl<M, R, E> NotLayer for SkippableMiddleware<M, R, E> {}
impl<T, S> NotLayer for SkippableChain<T, S> {}
impl<A, B> NotLayer for Choice<A, B> {}

/// Wraps a link in a tower layer.
pub(crate) fn wrap_layer<S, E, L>(layer: &L, state: &S, inner: E) -> LayerLink<L::Service>
where
    S: Clone,
    E: Wrap<S>,
    L: Layer<E::Service>,
{
    LayerLink(layer.layer(inner.into_service(state.clone())))
}
