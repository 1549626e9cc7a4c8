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
use crate::chain::{BoxFuture, Chain, Destination, Route, ServiceTarget, Target, box_in_place};

/// The chain of a list with its state, and with its types erased.
pub(crate) trait ErasedChain: Send + Sync {
    /// Returns the target that takes a request through this chain to a route.
    fn target(&self, route: Route) -> Arc<dyn Target>;

    /// Returns a service that takes a request through this chain to a route, by these methods.
    /// `None` is any method.
    fn service(&self, methods: Option<MethodFilter>, route: Route, edge: Edge) -> MethodRouter;

    /// Wraps each route of a router in this chain and, inside it, in the given lists.
    fn wrap(&self, router: Router, excluded: Arc<[usize]>, lists: Vec<List>, edge: Edge) -> Router;
}

/// A list around a route, and the entries of it that the route excludes.
#[derive(Clone)]
pub(crate) struct List {
    pub(crate) chain: Arc<dyn ErasedChain>,
    pub(crate) excluded: Arc<[usize]>,
}

/// The chain of a list with the state of its application.
pub(crate) struct StatefulChain<S, E> {
    pub(crate) state: Arc<S>,
    pub(crate) chain: E,
}

impl<S, E> StatefulChain<S, E>
where
    S: Send + Sync + 'static,
    E: Chain<S>,
{
    fn call<'a>(
        &'a self,
        route: &'a Arc<Route>,
        req: Request,
    ) -> impl Future<Output = Response> + Send + 'a {
        let state = &*self.state;
        self.chain.call(Destination { state, route }, req)
    }
}

impl<S, E> ErasedChain for Arc<StatefulChain<S, E>>
where
    S: Send + Sync + 'static,
    E: Chain<S>,
{
    fn target(&self, route: Route) -> Arc<dyn Target> {
        Arc::new(ChainedTarget {
            chain: Arc::clone(self),
            route: Arc::new(route),
        })
    }

    fn service(&self, methods: Option<MethodFilter>, route: Route, edge: Edge) -> MethodRouter {
        let service = service(self, route, edge);
        match methods {
            Some(methods) => on_service(methods, service),
            None => any_service(service),
        }
    }

    fn wrap(&self, router: Router, excluded: Arc<[usize]>, lists: Vec<List>, edge: Edge) -> Router {
        let chain = Arc::clone(self);
        router.layer(layer_fn(move |route: routing::Route| {
            let target = through(&lists, Arc::new(ServiceTarget(route)));
            service(
                &chain,
                Route::new(target, Arc::clone(&excluded)),
                edge.clone(),
            )
        }))
    }
}

/// Wraps a target in lists, the innermost of which comes first.
pub(crate) fn through(lists: &[List], target: Arc<dyn Target>) -> Arc<dyn Target> {
    lists.iter().fold(target, |target, list| {
        let excluded = Arc::clone(&list.excluded);
        list.chain.target(Route::new(target, excluded))
    })
}

/// A route behind a chain, as the target of the next outer chain.
struct ChainedTarget<S, E> {
    chain: Arc<StatefulChain<S, E>>,
    route: Arc<Route>,
}

impl<S, E> Target for ChainedTarget<S, E>
where
    S: Send + Sync + 'static,
    E: Chain<S>,
{
    fn call(&self, req: Request) -> BoxFuture<'_, Response> {
        box_in_place(move || self.chain.call(&self.route, req))
    }
}

/// Returns a service that takes a request through a chain to a route. Its future is not boxed here,
/// since axum boxes it.
fn service<S, E>(
    chain: &Arc<StatefulChain<S, E>>,
    route: Route,
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
    S: Send + Sync + 'static,
    E: Chain<S>,
{
    let parts = Arc::new((Arc::clone(chain), Arc::new(route), edge));
    service_fn(move |mut req: Request| {
        let parts = Arc::clone(&parts);
        let entered = parts.2.enter(&mut req);
        async move {
            let (chain, route, edge) = &*parts;
            match &edge.guard {
                Some(guard) if entered.yields => guard.answer(req).await,
                _ => {
                    let mut response = chain.call(route, req).await;
                    edge.leave(entered, &mut response);
                    Ok(response)
                }
            }
        }
    })
}
