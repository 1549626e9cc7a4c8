//! `App::finish`, which converts the rows of an application to an axum `Router`.

use std::{collections::HashMap, slice, sync::Arc};

use axum::{
    Router,
    extract::Request,
    response::{IntoResponse, Response},
    routing::{MethodFilter, MethodRouter},
};
use http::{HeaderValue, Method, StatusCode};

use super::{
    builder::App,
    conflicts::Routers,
    dispatch::{ErasedChain, Inner, through},
    edge::Edge,
    guard::Guard,
    scope_fallbacks::{ScopeFallback, ScopeFallbacks},
};
use crate::{
    chain::{BoxFuture, Route, ServiceTarget, Target},
    diagnostics::IsAppState,
    error::HttpError,
    routes::{RouteInfo, RouteKind, StackInfo, by_path},
};

impl<S: IsAppState> App<S> {
    /// Converts the application to a router.
    ///
    /// # Panics
    ///
    /// Panics if a route of a merged router conflicts with another route, or if two items under
    /// different `#[cfg]`s do.
    pub fn finish(mut self) -> Router {
        let fallbacks = Arc::new(self.fallbacks());
        let not_allowed = self.rows.iter();
        let not_allowed = not_allowed.filter(|row| row.kind() == RouteKind::MethodNotAllowed);
        let not_allowed: HashMap<&str, &RouteInfo> =
            not_allowed.map(|row| (row.path(), row)).collect();
        let mut routers = Routers::default();
        for row in self.rows {
            let item = row.item.map(|item| item.id);
            if let Some(router) = item.and_then(|item| self.routers.remove(&item)) {
                let edge = Edge {
                    guard: Guard::new(&fallbacks, row, Some(&router)),
                    wraps_a_router: true,
                    ..Edge::default()
                };
                let inner = Inner {
                    lists: self.stacks(row.stack),
                    excluded: row.stack.all_without().into(),
                };
                let router = self.outermost.wrap(router, inner, edge);
                routers.add(row, router);
            }
        }
        let paths = by_path(self.rows);
        let mut router = routers.into_router(&paths);
        for (path, rows) in paths {
            let not_allowed = not_allowed.get(path).copied();
            let methods = self.methods(&rows, not_allowed, &fallbacks);
            router = router.route(path, methods);
        }
        let router = router.fallback_service(fallbacks.service());
        match &self.before_routing {
            Some(stack) => {
                let route = Route::new(Arc::new(ServiceTarget(router)), Arc::new([]));
                let edge = Edge {
                    wraps_a_router: true,
                    ..Edge::default()
                };
                let service = stack.service(None, route, edge);
                Router::new().fallback_service(service)
            }
            None => router,
        }
    }

    /// Combines the routes of one path.
    fn methods(
        &self,
        routes: &[&'static RouteInfo],
        not_allowed: Option<&'static RouteInfo>,
        fallbacks: &Arc<ScopeFallbacks>,
    ) -> MethodRouter {
        let edge = |row, allow| Edge {
            guard: Guard::new(fallbacks, row, None),
            allow,
            ..Edge::default()
        };
        let (any, some): (Vec<&RouteInfo>, Vec<_>) =
            routes.iter().partition(|route| route.methods().is_empty());
        // `any_service` comes first. With it, axum adds no `Allow` header, whatever follows.
        let mut methods = match (any.first(), not_allowed) {
            (Some(row), _) => self.service(row, None, edge(row, None)),
            (None, Some(row)) => self.service(row, None, edge(row, Some(allow(&some)))),
            (None, None) => MethodRouter::new(),
        };
        for route in some {
            let filters = route.methods().iter().filter_map(|method| filter(method));
            let filter = filters.reduce(MethodFilter::or);
            methods = methods.merge(self.service(route, filter, edge(route, None)));
        }
        methods
    }

    fn fallbacks(&self) -> ScopeFallbacks {
        let rest = self.rows.iter().find(|row| row.takes_the_rest());
        let elsewhere = rest.map_or_else(MethodRouter::new, |row| {
            let edge = Edge {
                wraps_a_router: row.kind() == RouteKind::Mount,
                ..Edge::default()
            };
            self.service(row, None, edge)
        });
        let scopes = self.rows.iter().filter_map(|row| {
            Some(ScopeFallback {
                row,
                prefix: row.owned_prefix()?,
                service: self.service(row, None, Edge::default()),
            })
        });
        ScopeFallbacks::new(scopes.collect(), elsewhere)
    }

    /// Returns the target of a row, wrapped in all of its lists.
    fn service(&self, row: &RouteInfo, methods: Option<MethodFilter>, edge: Edge) -> MethodRouter {
        let route = Route::new(self.target(row), row.stack.all_without().into());
        let route = through(&self.stacks(row.stack), route);
        self.outermost.service(methods, route, edge)
    }

    /// Returns the target of a row: the one that the application declares, or a 404 or 405.
    fn target(&self, row: &RouteInfo) -> Arc<dyn Target> {
        let declared = row.item.and_then(|item| self.targets.get(&item.id));
        let status = match row.kind() {
            RouteKind::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            _ => StatusCode::NOT_FOUND,
        };
        declared.map_or_else(|| Arc::new(Status(status)) as _, Arc::clone)
    }

    /// Returns the chains of the lists from this one outward, without the outermost.
    fn stacks(&self, stack: &'static StackInfo) -> Vec<Arc<dyn ErasedChain>> {
        let stacks = stack.outward();
        stacks
            .filter_map(|stack| self.stacks.get(&stack.id).cloned())
            .collect()
    }
}

/// Returns the value of `Allow` for a path with these routes, as axum writes it.
fn allow(routes: &[&RouteInfo]) -> HeaderValue {
    let methods = routes.iter().flat_map(|route| route.methods());
    let methods = methods.flat_map(|method| match *method {
        "GET" => &["GET", "HEAD"],
        _ => slice::from_ref(method),
    });
    let mut unique: Vec<&str> = Vec::new();
    for method in methods {
        if !unique.contains(method) {
            unique.push(method);
        }
    }
    HeaderValue::from_str(&unique.join(",")).unwrap_or(HeaderValue::from_static(""))
}

fn filter(method: &str) -> Option<MethodFilter> {
    MethodFilter::try_from(Method::from_bytes(method.as_bytes()).ok()?).ok()
}

/// A target that answers with an error of a status, without a detail.
struct Status(StatusCode);

impl Target for Status {
    fn call(&self, _: Request) -> BoxFuture<'_, Response> {
        let response = HttpError::of_status(self.0).into_response();
        Box::pin(std::future::ready(response))
    }
}
