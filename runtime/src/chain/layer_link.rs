//! A tower layer as a link of a chain, and its service as the next outer layer wraps it.

use std::{
    convert::Infallible,
    future::Future,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};

use axum::{
    body::{Body, Bytes, HttpBody},
    extract::Request,
    response::{IntoResponse, Response},
};
use pin_project_lite::pin_project;
use tower::{Service, ServiceExt, util::Oneshot};

use super::{
    adapter::RouteExtension,
    link::Chain,
    service::{HttpService, response_of},
    target::Destination,
};
use crate::{debug::opaque_debug, error::BoxError};

/// A tower layer around the rest of a chain. The route crosses the layer's service in the request's
/// extensions. A 5xx that the layer makes on its own becomes an error.
pub struct LayerLink<T>(pub(super) T);

impl<S, T> Chain<S> for LayerLink<T>
where
    S: Sync + 'static,
    T: HttpService,
{
    fn call<'a>(
        &'a self,
        to: Destination<'a, S>,
        mut req: Request,
    ) -> impl Future<Output = Response> + Send + 'a {
        RouteExtension::put(to.route, &mut req);
        self.0.clone().answer_as_layer(req)
    }
}

/// The service of a layer, for a layer that directly wraps it. It is always ready, never fails, and
/// returns axum's [`Response`].
pub struct NestedService<T>(pub(super) Arc<T>);

impl<T> Clone for NestedService<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T, B> Service<http::Request<B>> for NestedService<T>
where
    T: Service<Request, Response: IntoResponse, Error: Into<BoxError>> + Clone,
    B: HttpBody<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    type Response = Response;
    type Error = Infallible;
    type Future = NestedFuture<Oneshot<T, Request>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, req: http::Request<B>) -> Self::Future {
        NestedFuture {
            service: T::clone(&self.0).oneshot(req.map(Body::new)),
        }
    }
}

pin_project! {
    /// A future that turns the result of a service into a response.
    pub struct NestedFuture<F> {
        #[pin]
        service: F,
    }
}

impl<F, T, E> Future for NestedFuture<F>
where
    F: Future<Output = Result<T, E>>,
    T: IntoResponse,
    E: Into<BoxError>,
{
    type Output = Result<Response, Infallible>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let result = ready!(self.project().service.poll(cx));
        Poll::Ready(Ok(response_of(result)))
    }
}

opaque_debug! {
    LayerLink<T>,
    NestedService<T>,
}
