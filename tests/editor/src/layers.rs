//! A tower layer.

use tower::Layer;

/// Says what made a response.
#[derive(Clone)]
pub(crate) struct PoweredBy(pub(crate) &'static str);

impl<S> Layer<S> for PoweredBy {
    type Service = S;

    fn layer(&self, inner: S) -> S {
        inner
    }
}
