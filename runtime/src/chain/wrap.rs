//! Puts a tower layer around a position of a chain.

use std::sync::Arc;

use tower::Layer;

use super::{
    adapter::Inward,
    conditional::{SkippableLayer, SkippableRing},
    cut::Cut,
    endpoint::Endpoint,
    layer::{Between, TowerRing},
    ring::Ring,
    service::HttpService,
    terminal::Core,
};

/// A position that a tower layer can wrap.
pub trait Wrap<S>: Endpoint<S> {
    /// The service that the layer wraps.
    type Service;

    /// Makes a service of the position.
    fn into_service(self, state: S) -> Self::Service;
}

/// A layer around a layer wraps its service as it is, so that the request need not leave tower
/// between the two.
impl<S, T> Wrap<S> for TowerRing<T>
where
    S: Sync + 'static,
    T: HttpService,
{
    type Service = Between<T>;

    fn into_service(self, _: S) -> Between<T> {
        Between(Arc::new(self.0))
    }
}

/// Every other position is reached through an adapter.
impl<S, E: Endpoint<S> + NotLayer> Wrap<S> for E {
    type Service = Inward<S, E>;

    fn into_service(self, state: S) -> Inward<S, E> {
        Inward::new(state, self)
    }
}

/// A position that is not a tower layer.
pub trait NotLayer {}
impl NotLayer for Core {}
impl<S> NotLayer for Cut<S> {}
impl<M, R, E> NotLayer for Ring<M, R, E> {}
impl<M, R, E> NotLayer for SkippableRing<M, R, E> {}
impl<T, S> NotLayer for SkippableLayer<T, S> {}

/// Puts a tower layer around a position.
pub(crate) fn wrap<S, E, L>(layer: &L, state: &S, inner: E) -> TowerRing<L::Service>
where
    S: Clone,
    E: Wrap<S>,
    L: Layer<E::Service>,
{
    TowerRing(layer.layer(inner.into_service(state.clone())))
}
