//! `App::finish`, which converts the rows of an application to an axum `Router`.

use std::{
    collections::HashMap,
    convert::Infallible,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use axum::{
    Router,
    extract::Request,
    response::{IntoResponse, Response},
    routing::{self, MethodFilter, MethodRouter},
};
use http::{Method, StatusCode};
use tower::{layer::layer_fn, service_fn};

use super::{
    builder::App,
    dispatch::{ErasedChain, through},
    scope_fallbacks::{PathMatch, ScopeFallback, ScopeFallbacks},
};
use crate::{
    chain::{BoxFuture, Route, ServiceTarget, Target},
    diagnostics::IsAppState,
    error::{HttpError, panic_message},
    routes::{RouteInfo, RouteKind, StackInfo, by_path, owning_scopes, scope_of},
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
        let owning = self.rows.iter().filter(|row| row.owned_prefix().is_some());
        let owning: Vec<&RouteInfo> = owning.collect();
        let not_allowed = self.rows.iter();
        let not_allowed = not_allowed.filter(|row| row.kind() == RouteKind::MethodNotAllowed);
        let not_allowed: HashMap<&str, &RouteInfo> =
            not_allowed.map(|row| (row.path(), row)).collect();
        let paths = by_path(self.rows);
        let mut router = Router::new().fallback_service(Arc::clone(&fallbacks).service());
        for row in self.rows {
            let item = row.item.map(|item| item.id);
            if let Some(inner) = item.and_then(|item| self.routers.remove(&item)) {
                let inner = self.router(row, inner, &owning, &fallbacks, &state);
                router = naming(row, || router.merge(inner));
            }
        }
        self.check_merged(&router, &paths);
        for (path, rows) in paths {
            let methods = self.methods(&rows, not_allowed.get(path).copied(), &state);
            let owning_scopes =
                stacks_of(owning_scopes(owning.iter().copied(), path, scope_of(&rows)));
            router = if owning_scopes.is_empty() {
                router.route(path, methods)
            } else {
                let guarded =
                    Arc::clone(&fallbacks).guard(owning_scopes, PathMatch::LessSpecific, methods);
                router.route_service(path, guarded)
            };
        }
        match &self.before_routing {
            Some(stack) => {
                let route = Route::new(Arc::new(ServiceTarget(router)), Arc::new([]));
                let service = stack.service(None, &state, route);
                Router::new().fallback_service(service)
            }
            None => router,
        }
    }

    /// Wraps a mounted or merged router in the lists of its row, and yields the paths that more
    /// specific scopes own.
    fn router(
        &self,
        row: &RouteInfo,
        router: Router,
        owning: &[&RouteInfo],
        fallbacks: &Arc<ScopeFallbacks>,
        state: &S,
    ) -> Router {
        let (stacks, excluded) = (self.stacks(row.stack), row.stack.all_without().into());
        let router = self.outermost.wrap(router, state, stacks, excluded);
        let path = row.widest_path();
        let owning_scopes = stacks_of(owning_scopes(owning.iter().copied(), &path, row.stack));
        if owning_scopes.is_empty() {
            return router;
        }
        let own = match row.kind() {
            RouteKind::Merge => PathMatch::Merged,
            _ => PathMatch::LessSpecific,
        };
        let fallbacks = Arc::clone(fallbacks);
        router.layer(layer_fn(move |route: routing::Route| {
            Arc::clone(&fallbacks).guard(Arc::clone(&owning_scopes), own, route)
        }))
    }

    /// Checks that merged routers and the application have no path in common.
    ///
    /// axum accepts two routes with the same path and different methods. One of them would then be
    /// outside of the scope of the other.
    ///
    /// # Panics
    ///
    /// Panics if a route of a merged router has the path of a route of the application, as axum
    /// does if the methods are the same.
    fn check_merged(&self, merged: &Router, paths: &[(&'static str, Vec<&RouteInfo>)]) {
        if self.rows.iter().any(|row| row.kind() == RouteKind::Merge) {
            let taken = service_fn(async |_: Request| Ok::<_, Infallible>(StatusCode::OK));
            let mut probe = merged.clone();
            for (path, rows) in paths {
                probe = naming(rows[0], || probe.route_service(path, taken));
            }
        }
    }

    /// Combines the routes of one path.
    fn methods(
        &self,
        routes: &[&RouteInfo],
        not_allowed: Option<&RouteInfo>,
        state: &S,
    ) -> MethodRouter {
        let (any, some): (Vec<&RouteInfo>, Vec<_>) =
            routes.iter().partition(|route| route.methods().is_empty());
        // `any_service` comes first. With it, the path has no `Allow` header, whatever follows.
        let mut methods = match (any.first(), not_allowed) {
            (Some(route), _) => self.service(route, None, state),
            (None, Some(not_allowed)) => {
                MethodRouter::new().fallback_service(self.service(not_allowed, None, state))
            }
            (None, None) => MethodRouter::new(),
        };
        for route in some {
            let filters = route.methods().iter().filter_map(|method| filter(method));
            let filter = filters.reduce(MethodFilter::or);
            methods = methods.merge(self.service(route, filter, state));
        }
        methods
    }

    fn fallbacks(&self, state: &S) -> ScopeFallbacks {
        let rest = self.rows.iter().find(|row| row.takes_the_rest());
        let elsewhere = rest.map_or_else(MethodRouter::new, |row| self.service(row, None, state));
        let scopes = self.rows.iter().filter_map(|row| {
            Some(ScopeFallback {
                stack: row.stack.id,
                prefix: row.owned_prefix()?,
                service: self.service(row, None, state),
            })
        });
        ScopeFallbacks::new(scopes, elsewhere)
    }

    /// Returns the target of a row, wrapped in all of its lists.
    fn service(&self, row: &RouteInfo, methods: Option<MethodFilter>, state: &S) -> MethodRouter {
        let route = Route::new(self.target(row), row.stack.all_without().into());
        let route = through(&self.stacks(row.stack), route);
        self.outermost.service(methods, state, route)
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

/// Returns the numbers of the innermost lists of some rows.
fn stacks_of<'a>(rows: impl Iterator<Item = &'a RouteInfo>) -> Arc<[usize]> {
    rows.map(|row| row.stack.id).collect()
}

/// Calls axum's router, and names the row in the message if axum panics.
///
/// # Panics
///
/// Panics if axum does: two routes conflict. `app!` rejects that, except for merged routers and for items
/// under different `#[cfg]`s.
#[expect(clippy::panic, reason = "axum panics here, too")]
fn naming<T>(row: &RouteInfo, call: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(call)).unwrap_or_else(|panic| {
        let reason = panic_message(&*panic).unwrap_or("it conflicts with another route");
        let handler = row.handler().unwrap_or_default();
        let (file, line) = (row.file(), row.line());
        panic!("`{row}` => {handler} ({file}:{line}): {reason}")
    })
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
