//! An application that is being put together.

use std::{collections::HashMap, sync::Arc};

use axum::{Router, extract::Request};
use tower::service_fn;

use super::dispatch::ErasedChain;
use crate::{
    builder::{BuiltChain, Scope},
    chain::{Chain, HttpService, ServiceTarget, Target},
    routes::{RouteInfo, RouteTable},
};

/// An application that is being put together: what its rows are about, by the numbers of the items.
///
/// The rows say where each belongs, so that the position of an item in its block never matters. See
/// [`finish`](Self::finish).
pub struct App<S> {
    pub(crate) rows: &'static [RouteInfo],
    pub(crate) before_routing: Option<Box<dyn ErasedChain<S>>>,
    pub(crate) outermost: Box<dyn ErasedChain<S>>,
    pub(crate) stacks: HashMap<usize, Arc<dyn ErasedChain<S>>>,
    pub(crate) targets: HashMap<usize, Arc<dyn Target<S>>>,
    pub(crate) routers: HashMap<usize, Router>,
}

/// An application of these rows, with this list around everything.
pub fn app<S: Sync + 'static, C>(
    routes: &'static RouteTable,
    list: BuiltChain<S, C, impl Chain<S>>,
) -> (App<S>, Scope<S, C>) {
    let app = App {
        rows: routes.rows(),
        before_routing: None,
        outermost: Box::new(Arc::new(list.chain)),
        stacks: HashMap::new(),
        targets: HashMap::new(),
        routers: HashMap::new(),
    };
    (app, Scope::new())
}

impl<S: Sync + 'static> App<S> {
    /// The list that is passed before the route is looked up.
    pub fn before_routing<C>(&mut self, list: BuiltChain<S, C, impl Chain<S>>) {
        self.before_routing = Some(Box::new(Arc::new(list.chain)));
    }

    /// The list of an item: a scope, or what has a list of its own.
    pub fn list<C>(&mut self, item: usize, list: BuiltChain<S, C, impl Chain<S>>) -> Scope<S, C> {
        let BuiltChain { chain, any, .. } = list;
        if any {
            self.stacks.insert(item, Arc::new(Arc::new(chain)));
        }
        Scope::new()
    }

    /// What a route, a `fallback` or a `method_not_allowed` leads to.
    pub fn handler(&mut self, item: usize, target: Arc<dyn Target<S>>) {
        self.targets.insert(item, target);
    }

    /// A service below a path, which it does not see. At `/` it takes what nothing else does.
    pub fn mount(&mut self, item: usize, path: &'static str, service: impl HttpService) {
        if path == "/" {
            self.targets.insert(item, Arc::new(ServiceTarget(service)));
            return;
        }
        let service = service_fn(move |req: Request| {
            let service = service.clone();
            async move { Ok::<_, std::convert::Infallible>(service.answer(req).await) }
        });
        let router = Router::new().nest_service(path, service);
        self.routers.insert(item, router);
    }

    /// The routes of a router, below the full path of the prefix in force.
    pub fn merge(&mut self, item: usize, prefix: &'static str, router: Router) {
        // What none of its routes knows is the scope's, or the app's.
        let router = router.reset_fallback();
        let router = if prefix == "/" {
            router
        } else {
            Router::new().nest(prefix, router)
        };
        self.routers.insert(item, router);
    }
}
