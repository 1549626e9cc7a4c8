//! Tower: any layer in a stack, any service as a target, and a middleware as a layer.

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
use tower::{Layer, Service, ServiceExt, util::Oneshot};

use crate::{
    endpoint::{BoxFuture, Core, Destination, Endpoint, Target},
    error::{BoxError, HttpError},
    middleware::{Middleware, Ring, WithState},
};

/// A service that a request can be handed to: its response becomes one of axum's, and its error an
/// [`HttpError`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a service that requests can be handed to",
    label = "not an HTTP service",
    note = "a `tower::Service<Request>` that is `Clone + Send + Sync`, whose response is an HTTP response, and whose error can be boxed"
)]
pub trait HttpService: Clone + Send + Sync + 'static {
    /// Waits until the service is ready, and hands over the request.
    fn answer(self, req: Request) -> impl Future<Output = Response> + Send;
}

impl<T> HttpService for T
where
    T: Service<Request> + Clone + Send + Sync + 'static,
    T::Response: IntoResponse,
    T::Error: Into<BoxError>,
    T::Future: Send,
{
    async fn answer(self, req: Request) -> Response {
        answered(self.oneshot(req).await)
    }
}

/// A service as a target.
pub(crate) struct ServiceTarget<T>(pub(crate) T);

impl<S, T: HttpService> Target<S> for ServiceTarget<T> {
    fn call<'a>(&'a self, _: &'a S, req: Request) -> BoxFuture<'a, Response> {
        Box::pin(self.0.clone().answer(req))
    }
}

/// A tower layer around the rest of a stack. The target crosses the service in the request's
/// extensions.
pub struct TowerRing<T>(T);

impl<T> TowerRing<T> {
    pub(crate) fn new<S, E, L>(layer: &L, state: &S, inner: E) -> Self
    where
        S: Clone,
        E: Endpoint<S>,
        L: Layer<E::Wrapped, Service = T>,
    {
        Self(layer.layer(inner.wrapped(state.clone())))
    }
}

impl<S, T> Endpoint<S> for TowerRing<T>
where
    S: Sync + 'static,
    T: HttpService,
{
    type Wrapped = Between<T>;

    fn wrapped(self, _: S) -> Between<T> {
        Between(Arc::new(self.0))
    }

    fn call<'a>(
        &'a self,
        to: Destination<'a, S>,
        mut req: Request,
    ) -> impl Future<Output = Response> + Send + 'a {
        Carried::put(to.target, &mut req);
        self.0.clone().answer(req)
    }
}

/// The target of a request, while it is on its way through a tower service.
struct Carried<S>(Arc<dyn Target<S>>);

impl<S> Clone for Carried<S> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<S: 'static> Carried<S> {
    fn put(target: &Arc<dyn Target<S>>, req: &mut Request) {
        let is_there = req
            .extensions()
            .get::<Self>()
            .is_some_and(|carried| Arc::ptr_eq(&carried.0, target));
        if !is_there {
            req.extensions_mut().insert(Self(Arc::clone(target)));
        }
    }
}

/// What a tower layer wraps that stands right around another: the other's service, which is always
/// ready, and answers with a response of axum's.
pub struct Between<T>(Arc<T>);

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

/// The response of a service, or that of its error.
fn answered<T: IntoResponse, E: Into<BoxError>>(result: Result<T, E>) -> Response {
    match result {
        Ok(response) => response.into_response(),
        Err(error) => HttpError::from_service(error.into()).into_response(),
    }
}

/// What any other tower layer wraps: the way back from a service into the stack.
pub struct Inward<S, E>(Arc<(S, E)>);

impl<S, E> Inward<S, E> {
    pub(crate) fn new(state: S, inner: E) -> Self {
        Self(Arc::new((state, inner)))
    }
}

impl<S, E> Clone for Inward<S, E> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<S, E, B> Service<http::Request<B>> for Inward<S, E>
where
    S: Send + Sync + 'static,
    E: Endpoint<S>,
    B: HttpBody<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    type Response = Response;
    type Error = Infallible;
    type Future = BoxFuture<'static, Result<Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, req: http::Request<B>) -> Self::Future {
        let this = Arc::clone(&self.0);
        Box::pin(async move {
            let req = req.map(Body::new);
            let Some(Carried(target)) = req.extensions().get::<Carried<S>>().cloned() else {
                let error = HttpError::internal("a tower layer dropped the request's extensions");
                return Ok(error.into_response());
            };
            let (state, inner) = &*this;
            let target = &target;
            Ok(inner.call(Destination { state, target }, req).await)
        })
    }
}

/// What stands in for the rest of a stack when a layer is checked where it is listed.
pub(crate) type Probe = Inward<(), Core>;

/// A tower layer that can stand in a list.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a middleware nor a tower layer",
    label = "cannot stand in a `with` list",
    note = "a middleware is an `async fn` under `#[middleware]`, or implements `concentric::Middleware`",
    note = "a tower layer makes a service that is `Clone + Send + Sync`, takes a `Request`, answers with an HTTP response, and fails with an error that can be boxed"
)]
pub trait AnyLayer {}

#[diagnostic::do_not_recommend]
impl<L: Layer<Probe, Service: HttpService>> AnyLayer for L {}

impl<M, S, R, T> Layer<T> for WithState<M, S, R>
where
    S: Clone,
    T: HttpService,
{
    type Service = Layered<M, S, R>;

    fn layer(&self, service: T) -> Layered<M, S, R> {
        Layered(Arc::new(LayeredParts {
            state: self.state.clone(),
            ring: Ring::new(Arc::clone(&self.middleware), Core),
            target: Arc::new(ServiceTarget(service)),
        }))
    }
}

/// A middleware around a service: what it is as a layer of plain axum makes.
pub struct Layered<M, S, R>(Arc<LayeredParts<M, S, R>>);

struct LayeredParts<M, S, R> {
    state: S,
    ring: Ring<Arc<M>, R, Core>,
    target: Arc<dyn Target<S>>,
}

impl<M, S, R> Clone for Layered<M, S, R> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<M, S, R, B> Service<http::Request<B>> for Layered<M, S, R>
where
    M: Middleware<S, R>,
    S: Send + Sync + 'static,
    R: 'static,
    B: HttpBody<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    type Response = Response;
    type Error = Infallible;
    type Future = BoxFuture<'static, Result<Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, req: http::Request<B>) -> Self::Future {
        let this = Arc::clone(&self.0);
        Box::pin(async move {
            let to = Destination {
                state: &this.state,
                target: &this.target,
            };
            Ok(this.ring.call(to, req.map(Body::new)).await)
        })
    }
}
