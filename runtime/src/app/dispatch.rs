//! The way of a request from axum's router through the chains of its lists to a target.

use std::{convert::Infallible, future::Future, sync::Arc};

use axum::{
    Router,
    extract::Request,
    response::Response,
    routing::{self, MethodFilter, MethodRouter, any_service, on_service},
};
use tower::{Service, layer::layer_fn, service_fn};

use super::edge::Edge;
use crate::{
    chain::{BoxFuture, Chain, Destination, Route, ServiceTarget, Target, box_in_place},
    diagnostics::IsAppState,
};

/// The chain of a list, with its type erased.
pub(crate) trait ErasedChain<S>: Send + Sync {
    /// Returns the target that takes a request through this chain to a route.
    fn target(&self, route: Route<S>) -> Arc<dyn Target<S>>;

    /// Returns a service that takes a request through this chain to a route, by these methods.
    /// `None` is any method.
    fn service(
        &self,
        methods: Option<MethodFilter>,
        state: &S,
        route: Route<S>,
        edge: Edge,
    ) -> MethodRouter
    where
        S: IsAppState;

    /// Wraps each route of a router in this chain and, inside it, in the given ones.
    fn wrap(
        &self,
        router: Router,
        state: &S,
        inner: Vec<Arc<dyn ErasedChain<S>>>,
        excluded: Arc<[usize]>,
        edge: Edge,
    ) -> Router
    where
        S: IsAppState;
}

impl<S: Sync + 'static, E: Chain<S>> ErasedChain<S> for Arc<E> {
    fn target(&self, route: Route<S>) -> Arc<dyn Target<S>> {
        Arc::new(ChainedTarget {
            chain: Arc::clone(self),
            route: Arc::new(route),
        })
    }

    fn service(
        &self,
        methods: Option<MethodFilter>,
        state: &S,
        route: Route<S>,
        edge: Edge,
    ) -> MethodRouter
    where
        S: IsAppState,
    {
        let service = service(self, state, route, edge);
        match methods {
            Some(methods) => on_service(methods, service),
            None => any_service(service),
        }
    }

    fn wrap(
        &self,
        router: Router,
        state: &S,
        inner: Vec<Arc<dyn ErasedChain<S>>>,
        excluded: Arc<[usize]>,
        edge: Edge,
    ) -> Router
    where
        S: IsAppState,
    {
        let (chain, state) = (Arc::clone(self), state.clone());
        router.layer(layer_fn(move |route: routing::Route| {
            let route = Route::new(Arc::new(ServiceTarget(route)), Arc::clone(&excluded));
            service(&chain, &state, through(&inner, route), edge.clone())
        }))
    }
}

/// Wraps a route in chains, the innermost of which comes first.
pub(crate) fn through<S>(chains: &[Arc<dyn ErasedChain<S>>], route: Route<S>) -> Route<S> {
    chains.iter().fold(route, |route, chain| {
        let excluded = Arc::clone(&route.excluded);
        Route::new(chain.target(route), excluded)
    })
}

/// A route behind a chain, as the target of the next outer chain.
struct ChainedTarget<S, E> {
    chain: Arc<E>,
    route: Arc<Route<S>>,
}

impl<S: Sync + 'static, E: Chain<S>> Target<S> for ChainedTarget<S, E> {
    fn call<'a>(&'a self, state: &'a S, req: Request) -> BoxFuture<'a, Response> {
        let route = &self.route;
        box_in_place(move || self.chain.call(Destination { state, route }, req))
    }
}

/// Returns a service that takes a request through a chain to a route. Its future is not boxed here,
/// since axum boxes it.
fn service<S, E>(
    chain: &Arc<E>,
    state: &S,
    route: Route<S>,
    edge: Edge,
) -> impl Service<
    Request,
    Response = Response,
    Error = Infallible,
    Future: Future<Output = Result<Response, Infallible>> + Send,
>
+ Clone
+ Send
+ Sync
+ 'static
+ use<S, E>
where
    S: IsAppState,
    E: Chain<S>,
{
    let parts = Arc::new((Arc::clone(chain), state.clone(), Arc::new(route), edge));
    service_fn(move |mut req: Request| {
        let parts = Arc::clone(&parts);
        let entered = parts.3.enter(&mut req);
        async move {
            let (chain, state, route, edge) = &*parts;
            match &edge.guard {
                Some(guard) if entered.yields => guard.answer(req).await,
                _ => {
                    let mut response = chain.call(Destination { state, route }, req).await;
                    edge.leave(entered, &mut response);
                    Ok(response)
                }
            }
        }
    })
}
