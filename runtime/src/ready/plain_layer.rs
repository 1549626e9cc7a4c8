//! A ready middleware as a layer for a plain axum router.

/// Implements `tower::Layer` for a middleware that is cheap to clone, as `#[middleware]` does.
macro_rules! plain_layer {
    ($name:ident) => {
        impl<T: $crate::chain::HttpService> ::tower::Layer<T> for $name {
            type Service = $crate::as_layer::MiddlewareService<Self, (), ()>;

            fn layer(&self, service: T) -> Self::Service {
                $crate::as_layer::stateless(self, service)
            }
        }
    };
}
pub(super) use plain_layer;
