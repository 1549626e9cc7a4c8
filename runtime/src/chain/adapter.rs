//! The service that a tower layer wraps to reach the rest of a chain, and the request extension
//! that carries the route to it.

use std::{
    convert::Infallible,
    sync::Arc,
    task::{Context, Poll},
};

use axum::{
    body::{Body, Bytes, HttpBody},
    extract::Request,
    response::{IntoResponse, Response},
};
use tower::Service;

use super::{
    link::Chain,
    target::{BoxFuture, Destination, Route},
};
use crate::{
    debug::opaque_debug,
    error::{BoxError, HttpError, mark_inside},
};

/// The route of a request, in the request's extensions while a tower service holds the request.
#[derive(Clone)]
pub(super) struct RouteExtension(Arc<Route>);

impl RouteExtension {
    /// Stores the route, unless an outer layer has stored the same one.
    pub(super) fn put(route: &Arc<Route>, req: &mut Request) {
        let is_there = req
            .extensions()
            .get::<Self>()
            .is_some_and(|carried| Arc::ptr_eq(&carried.0, route));
        if !is_there {
            req.extensions_mut().insert(Self(Arc::clone(route)));
        }
    }
}

/// The rest of a chain as a tower service, for a layer that does not wrap another layer.
pub struct ChainService<S, E>(Arc<(S, E)>);

impl<S, E> ChainService<S, E> {
    pub(crate) fn new(state: S, inner: E) -> Self {
        Self(Arc::new((state, inner)))
    }
}

impl<S, E> Clone for ChainService<S, E> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<S, E, B> Service<http::Request<B>> for ChainService<S, E>
where
    S: Send + Sync + 'static,
    E: Chain<S>,
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
            let Some(RouteExtension(route)) = req.extensions().get::<RouteExtension>().cloned()
            else {
                let error = HttpError::internal("a tower layer dropped the request's extensions");
                return Ok(error.into_response());
            };
            let (state, inner) = &*this;
            let route = &route;
            let mut response = inner.call(Destination { state, route }, req).await;
            mark_inside(&mut response);
            Ok(response)
        })
    }
}

opaque_debug! {
    ChainService<S, E>,
}
