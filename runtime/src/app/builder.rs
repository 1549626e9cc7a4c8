//! `App`, which collects the lists and targets of an application.

use std::{collections::HashMap, sync::Arc};

use axum::{Router, extract::Request};
use tower::service_fn;

use super::{
    conflicts::check_has_routes,
    dispatch::{ErasedChain, StatefulChain},
};
use crate::{
    builder::{BuiltChain, Scope},
    chain::{Chain, HttpService, ServiceTarget, Target},
    debug::opaque_debug,
    diagnostics::IsAppState,
    routes::{RouteInfo, RouteTable},
};

/// An application that is not complete yet: its lists, targets and routers by the numbers of their
/// items.
///
/// The rows say where each item belongs, so the order of items in a block never matters.
/// [`finish`](Self::finish) converts the application to a router.
pub struct App<S> {
    state: Arc<S>,
    pub(crate) rows: &'static [RouteInfo],
    pub(crate) before_routing: Option<Box<dyn ErasedChain>>,
    pub(crate) outermost: Box<dyn ErasedChain>,
    pub(crate) stacks: HashMap<usize, Arc<dyn ErasedChain>>,
    pub(crate) targets: HashMap<usize, Arc<dyn Target>>,
    pub(crate) routers: HashMap<usize, Router>,
}

/// Starts an application with these rows, this state, and the list that wraps all of it.
pub fn app<S: IsAppState, C>(
    routes: &'static RouteTable,
    state: &S,
    list: BuiltChain<S, C, impl Chain<S>>,
) -> (App<S>, Scope<S, C>) {
    let state = Arc::new(state.clone());
    let app = App {
        outermost: Box::new(chain(&state, list.chain)),
        state,
        rows: routes.rows(),
        before_routing: None,
        stacks: HashMap::new(),
        targets: HashMap::new(),
        routers: HashMap::new(),
    };
    (app, Scope::new())
}

/// Returns the chain of a list with the state of the application.
fn chain<S, E>(state: &Arc<S>, chain: E) -> Arc<StatefulChain<S, E>> {
    Arc::new(StatefulChain {
        state: Arc::clone(state),
        chain,
    })
}

impl<S: Send + Sync + 'static> App<S> {
    /// Returns the state, of which each list and each handler has a share.
    #[must_use]
    pub fn state(&self) -> &Arc<S> {
        &self.state
    }

    /// Sets the list that runs before the route is looked up.
    pub fn before_routing<C>(&mut self, list: BuiltChain<S, C, impl Chain<S>>) {
        self.before_routing = Some(Box::new(chain(&self.state, list.chain)));
    }

    /// Adds the list of a scope or of another item, and returns the scope inside it.
    pub fn list<C>(&mut self, item: usize, list: BuiltChain<S, C, impl Chain<S>>) -> Scope<S, C> {
        if list.any {
            let chain = chain(&self.state, list.chain);
            self.stacks.insert(item, Arc::new(chain));
        }
        Scope::new()
    }

    /// Adds the target of a route, a `fallback` or a `method_not_allowed`.
    pub fn handler(&mut self, item: usize, target: Arc<dyn Target>) {
        self.targets.insert(item, target);
    }

    /// Mounts a service under a path, which is removed from the URIs that the service sees. At `/`
    /// the service gets the unmatched paths.
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

    /// Merges the routes of a router under the full prefix of their scope.
    ///
    /// # Panics
    ///
    /// Panics if the router has a fallback and no routes.
    pub fn merge(&mut self, item: usize, prefix: &'static str, router: Router) {
        let mut rows = self.rows.iter();
        if let Some(row) = rows.find(|row| row.item.is_some_and(|own| own.id == item)) {
            check_has_routes(row, &router);
        }
        // The scope or the application answers the unmatched paths, not the router.
        let router = router.reset_fallback();
        let router = if prefix == "/" {
            router
        } else {
            Router::new().nest(prefix, router)
        };
        self.routers.insert(item, router);
    }
}

opaque_debug! {
    App<S>,
}
