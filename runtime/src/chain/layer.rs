//! A tower layer around the rest of a stack.

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
    adapter::Carried,
    endpoint::{Destination, Endpoint},
    service::{HttpService, answered},
};
use crate::error::BoxError;

/// A tower layer around the rest of a stack. The target crosses the service in the request's
/// extensions.
pub struct TowerRing<T>(pub(super) T);

impl<S, T> Endpoint<S> for TowerRing<T>
where
    S: Sync + 'static,
    T: HttpService,
{
    fn call<'a>(
        &'a self,
        to: Destination<'a, S>,
        mut req: Request,
    ) -> impl Future<Output = Response> + Send + 'a {
        Carried::put(to.route, &mut req);
        self.0.clone().answer(req)
    }
}

/// What a tower layer wraps that stands right around another: the other's service, which is always
/// ready, and answers with a response of axum's.
pub struct Between<T>(pub(super) Arc<T>);

impl<T> Clone for Between<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T, B> Service<http::Request<B>> for Between<T>
where
    T: Service<Request, Response: IntoResponse, Error: Into<BoxError>> + Clone,
    B: HttpBody<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    type Response = Response;
    type Error = Infallible;
    type Future = Answering<Oneshot<T, Request>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, req: http::Request<B>) -> Self::Future {
        Answering {
            service: T::clone(&self.0).oneshot(req.map(Body::new)),
        }
    }
}

pin_project! {
    /// The future of a service, with a response as its output.
    pub struct Answering<F> {
        #[pin]
        service: F,
    }
}

impl<F, T, E> Future for Answering<F>
where
    F: Future<Output = Result<T, E>>,
    T: IntoResponse,
    E: Into<BoxError>,
{
    type Output = Result<Response, Infallible>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let result = ready!(self.project().service.poll(cx));
        Poll::Ready(Ok(answered(result)))
    }
}
