//! `MiddlewareLayer`, a middleware as a tower layer for a plain axum router.

use std::{
    convert::Infallible,
    marker::PhantomData,
    sync::Arc,
    task::{Context, Poll},
};

use axum::{
    body::{Body, Bytes, HttpBody},
    response::Response,
};
use tower::{Layer, Service};

use crate::{
    chain::{
        BoxFuture, Chain, Destination, HttpService, Middleware, MiddlewareLink, Route,
        ServiceTarget, Terminal,
    },
    debug::opaque_debug,
    error::BoxError,
};

/// A middleware with its state, as a [`tower::Layer`] for a plain axum router.
///
/// The `with_state` of a middleware returns it. A panic of the middleware passes through, as in axum.
///
/// # Examples
///
/// ```
/// # use axum::{Router, extract::State, routing::get};
/// # use concentric::{Next, Request, Response, middleware};
/// # #[derive(Clone)] struct Users;
/// # #[middleware]
/// # async fn authenticate(State(_): State<Users>, req: Request, next: Next) -> Response { next.run(req).await }
/// # let users = Users;
/// let router: Router = Router::new()
///     .route("/", get(|| async { "Hello" }))
///     .layer(authenticate().with_state(users));
/// ```
pub struct MiddlewareLayer<M, S, R> {
    middleware: Arc<M>,
    state: S,
    requires: PhantomData<fn() -> R>,
}

impl<M, S, R> MiddlewareLayer<M, S, R> {
    /// Creates a layer from a middleware and its state.
    #[must_use]
    pub fn new(middleware: M, state: S) -> Self {
        Self {
            middleware: Arc::new(middleware),
            state,
            requires: PhantomData,
        }
    }
}

impl<M, S: Clone, R> Clone for MiddlewareLayer<M, S, R> {
    fn clone(&self) -> Self {
        Self {
            middleware: Arc::clone(&self.middleware),
            state: self.state.clone(),
            requires: PhantomData,
        }
    }
}

impl<M, S, R, T> Layer<T> for MiddlewareLayer<M, S, R>
where
    S: Clone,
    T: HttpService,
{
    type Service = MiddlewareService<M, S, R>;

    fn layer(&self, service: T) -> MiddlewareService<M, S, R> {
        MiddlewareService(Arc::new(MiddlewareServiceParts {
            state: self.state.clone(),
            link: MiddlewareLink::new(Arc::clone(&self.middleware), Terminal),
            route: Arc::new(Route::new(Arc::new(ServiceTarget(service)), Arc::new([]))),
        }))
    }
}

/// Wraps a service in a middleware without state.
#[must_use]
pub fn stateless<M, R, T>(middleware: &M, service: T) -> MiddlewareService<M, (), R>
where
    M: Clone,
    T: HttpService,
{
    MiddlewareLayer::new(middleware.clone(), ()).layer(service)
}

/// A middleware around a service, as [`MiddlewareLayer`] creates it.
pub struct MiddlewareService<M, S, R>(Arc<MiddlewareServiceParts<M, S, R>>);

struct MiddlewareServiceParts<M, S, R> {
    state: S,
    link: MiddlewareLink<Arc<M>, R, Terminal>,
    route: Arc<Route>,
}

impl<M, S, R> Clone for MiddlewareService<M, S, R> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<M, S, R, B> Service<http::Request<B>> for MiddlewareService<M, S, R>
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
                route: &this.route,
            };
            Ok(this.link.call(to, req.map(Body::new)).await)
        })
    }
}

opaque_debug! {
    MiddlewareLayer<M, S, R>,
    MiddlewareService<M, S, R>,
}
