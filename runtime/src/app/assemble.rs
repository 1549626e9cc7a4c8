//! `App::finish`, which converts the rows of an application to an axum `Router`.

use std::{collections::HashMap, slice, sync::Arc};

use axum::{
    Router,
    extract::Request,
    response::{IntoResponse, Response},
    routing::{MethodFilter, MethodRouter},
};
use http::{HeaderValue, Method, StatusCode, header::ALLOW};
use tower::util::MapResponseLayer;

use super::{
    builder::App,
    conflicts::Routers,
    dispatch::{ErasedChain, through},
    guard::Guard,
    scope_fallbacks::{ScopeFallback, ScopeFallbacks},
};
use crate::{
    chain::{BoxFuture, Route, ServiceTarget, Target},
    diagnostics::IsAppState,
    error::HttpError,
    routes::{RouteInfo, RouteKind, StackInfo, by_path},
};

impl<S: Sync + 'static> App<S> {
    /// Converts the application to a router.
    ///
    /// # Panics
    ///
    /// Panics if a route of a merged router conflicts with another route, or if two items under
    /// different `#[cfg]`s do.
    pub fn finish(self, state: S) -> Router
    where
        S: IsAppState,
    {
        self.assemble(state)
    }
}

impl<S: IsAppState> App<S> {
    fn assemble(mut self, state: S) -> Router {
        let fallbacks = Arc::new(self.fallbacks(&state));
        let not_allowed = self.rows.iter();
        let not_allowed = not_allowed.filter(|row| row.kind() == RouteKind::MethodNotAllowed);
        let not_allowed: HashMap<&str, &RouteInfo> =
            not_allowed.map(|row| (row.path(), row)).collect();
        let mut routers = Routers::default();
        for row in self.rows {
            let item = row.item.map(|item| item.id);
            if let Some(router) = item.and_then(|item| self.routers.remove(&item)) {
                let guard = Guard::new(&fallbacks, row, Some(&router));
                let (stacks, excluded) = (self.stacks(row.stack), row.stack.all_without().into());
                let router = self
                    .outermost
                    .wrap(router, &state, stacks, excluded, guard.as_ref());
                routers.add(row, router);
            }
        }
        let paths = by_path(self.rows);
        let mut router = routers.into_router(&paths);
        for (path, rows) in paths {
            let guard = Guard::new(&fallbacks, rows[0], None);
            let not_allowed = not_allowed.get(path).copied();
            let methods = self.methods(&rows, not_allowed, &state, guard.as_ref());
            router = router.route(path, methods);
        }
        let router = router.fallback_service(fallbacks.service());
        match &self.before_routing {
            Some(stack) => {
                let route = Route::new(Arc::new(ServiceTarget(router)), Arc::new([]));
                let service = stack.service(None, &state, route, None);
                Router::new().fallback_service(service)
            }
            None => router,
        }
    }

    /// Combines the routes of one path.
    fn methods(
        &self,
        routes: &[&RouteInfo],
        not_allowed: Option<&RouteInfo>,
        state: &S,
        guard: Option<&Guard>,
    ) -> MethodRouter {
        let (any, some): (Vec<&RouteInfo>, Vec<_>) =
            routes.iter().partition(|route| route.methods().is_empty());
        let other = any.first().copied().or(not_allowed);
        // `any_service` comes first. With it, axum adds no `Allow` header, whatever follows.
        let mut methods = other.map_or_else(MethodRouter::new, |row| {
            self.service(row, None, state, guard)
        });
        if any.is_empty() {
            let allow = allow(&some);
            methods = methods.layer(MapResponseLayer::new(move |response| {
                with_allow(response, &allow)
            }));
        }
        for route in some {
            let filters = route.methods().iter().filter_map(|method| filter(method));
            let filter = filters.reduce(MethodFilter::or);
            methods = methods.merge(self.service(route, filter, state, guard));
        }
        methods
    }

    fn fallbacks(&self, state: &S) -> ScopeFallbacks {
        let rest = self.rows.iter().find(|row| row.takes_the_rest());
        let elsewhere = rest.map_or_else(MethodRouter::new, |row| {
            self.service(row, None, state, None)
        });
        let scopes = self.rows.iter().filter_map(|row| {
            Some(ScopeFallback {
                prefix: row.owned_prefix()?,
                service: self.service(row, None, state, None),
            })
        });
        ScopeFallbacks::new(scopes.collect(), elsewhere)
    }

    /// Returns the target of a row, wrapped in all of its lists.
    fn service(
        &self,
        row: &RouteInfo,
        methods: Option<MethodFilter>,
        state: &S,
        guard: Option<&Guard>,
    ) -> MethodRouter {
        let route = Route::new(self.target(row), row.stack.all_without().into());
        let route = through(&self.stacks(row.stack), route);
        self.outermost.service(methods, state, route, guard)
    }

    /// Returns the target of a row: the one that the application declares, or a 404 or 405.
    fn target(&self, row: &RouteInfo) -> Arc<dyn Target<S>> {
        let declared = row.item.and_then(|item| self.targets.get(&item.id));
        let status = match row.kind() {
            RouteKind::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            _ => StatusCode::NOT_FOUND,
        };
        declared.map_or_else(|| Arc::new(Status(status)) as _, Arc::clone)
    }

    /// Returns the chains of the lists from this one outward, without the outermost.
    fn stacks(&self, stack: &'static StackInfo) -> Vec<Arc<dyn ErasedChain<S>>> {
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

/// Adds `Allow` to a 405, which [RFC 9110](https://www.rfc-editor.org/rfc/rfc9110#name-405-method-not-allowed)
/// requires, and to a success, such as the answer to `OPTIONS`. Another error does not tell the methods,
/// such as a 404 that hides the route.
fn with_allow(mut response: Response, allow: &HeaderValue) -> Response {
    let status = response.status();
    if status == StatusCode::METHOD_NOT_ALLOWED || status.is_success() {
        let allowed = response.headers_mut().entry(ALLOW);
        allowed.or_insert_with(|| allow.clone());
    }
    response
}

fn filter(method: &str) -> Option<MethodFilter> {
    MethodFilter::try_from(Method::from_bytes(method.as_bytes()).ok()?).ok()
}

/// A target that answers with an error of a status, without a detail.
struct Status(StatusCode);

impl<S> Target<S> for Status {
    fn call<'a>(&'a self, _: &'a S, _: Request) -> BoxFuture<'a, Response> {
        let response = HttpError::of_status(self.0).into_response();
        Box::pin(std::future::ready(response))
    }
}
