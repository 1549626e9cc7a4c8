//! Converts the rows of an application to an axum `Router`.

use std::{collections::HashMap, slice, sync::Arc};

use axum::{
    Router,
    routing::{MethodFilter, MethodRouter},
};
use http::{HeaderValue, Method, StatusCode};

use super::{
    border::check_order,
    conflicts::{Routers, check_conditional, check_has_routes},
    contents::{Contents, Mounted},
    dispatch::{ErasedChain, List, through},
    edge::Edge,
    guard::Guard,
    path_arguments::check_path_arguments,
    scope_fallbacks::{ScopeFallback, ScopeFallbacks},
    status::Status,
};
use crate::{
    chain::{Route, ServiceTarget, Target},
    routes::{RouteInfo, RouteKind, RouteTable, active_rows, by_path},
};

/// Converts the contents of an application to a router.
///
/// # Panics
///
/// Panics if [`assemble`] does, if an entry of a part and one around the part break an order rule, or if a handler takes
/// a `Path` that does not fit its path.
pub(super) fn assemble_app(
    contents: Contents,
    table: &'static RouteTable,
    before_routing: Option<Box<dyn ErasedChain>>,
) -> Router {
    let rows = rows(&contents, table);
    check_order(&rows, &contents.rules);
    for row in &rows {
        if let Some(target) = row.item.and_then(|item| contents.targets.get(&item.id())) {
            check_path_arguments(row, &**target);
        }
    }
    let router = assemble(contents, &rows);
    match before_routing {
        Some(list) => {
            let route = Route::new(Arc::new(ServiceTarget(router)), Arc::new([]));
            let edge = Edge {
                wraps_a_router: true,
                ..Edge::default()
            };
            Router::new().fallback_service(list.service(None, route, edge))
        }
        None => router,
    }
}

/// Converts the contents of a part to a router, without the application that includes it.
///
/// # Panics
///
/// Panics if [`assemble`] does.
pub(super) fn assemble_part(contents: Contents, table: &'static RouteTable) -> Router {
    let rows = rows(&contents, table);
    assemble(contents, &rows)
}

/// Returns the rows that exist.
fn rows(contents: &Contents, table: &'static RouteTable) -> Vec<RouteInfo> {
    active_rows(table.rows(), &|item| contents.left_out.contains(&item))
}

/// Converts rows to a router.
///
/// # Panics
///
/// Panics if a route of a merged router conflicts with another route, or if two items under
/// different conditions do.
fn assemble(contents: Contents, rows: &[RouteInfo]) -> Router {
    check_conditional(rows);
    contents.router(rows)
}

impl Contents {
    fn router(mut self, rows: &[RouteInfo]) -> Router {
        let fallbacks = Arc::new(self.fallbacks(rows));
        let not_allowed = rows.iter();
        let not_allowed = not_allowed.filter(|row| row.kind() == RouteKind::MethodNotAllowed);
        let not_allowed: HashMap<&str, &RouteInfo> =
            not_allowed.map(|row| (row.path(), row)).collect();
        let mut routers = Routers::default();
        for row in rows {
            if let Some(router) = self.take_router(row) {
                let edge = Edge {
                    guard: Guard::new(&fallbacks, *row, Some(&router)),
                    wraps_a_router: true,
                    ..Edge::default()
                };
                let root = &self.root;
                let router = root.wrap(router, excluded(row, 0), self.lists(row), edge);
                routers.add(row, router);
            }
        }
        let paths = by_path(rows);
        let mut router = routers.into_router(&paths);
        for (path, routes) in paths {
            let not_allowed = not_allowed.get(path).copied();
            router = router.route(path, self.methods(&routes, not_allowed, &fallbacks));
        }
        router.fallback_service(fallbacks.service())
    }

    /// Takes the router of a mount or a merge, under its full path.
    fn take_router(&mut self, row: &RouteInfo) -> Option<Router> {
        let item = row.item?.id();
        if let Some(router) = self.merged.remove(&item) {
            check_has_routes(row, &router);
            // The scope or the application answers the unmatched paths, not the router.
            let router = router.reset_fallback();
            return Some(match row.path() {
                "/" => router,
                prefix => Router::new().nest(prefix, router),
            });
        }
        let mount = self.mounts.remove(&item)?;
        Some(mount.nested(row.path()))
    }

    /// Combines the routes of one path.
    fn methods(
        &self,
        routes: &[&RouteInfo],
        not_allowed: Option<&RouteInfo>,
        fallbacks: &Arc<ScopeFallbacks>,
    ) -> MethodRouter {
        let edge = |row: &RouteInfo, allow| Edge {
            guard: Guard::new(fallbacks, *row, None),
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

    fn fallbacks(&mut self, rows: &[RouteInfo]) -> ScopeFallbacks {
        let rest = rows.iter().find(|row| row.takes_the_rest());
        let elsewhere = rest.map_or_else(MethodRouter::new, |row| {
            let mount = row.item.and_then(|item| self.mounts.remove(&item.id()));
            let edge = Edge {
                wraps_a_router: mount.is_some(),
                ..Edge::default()
            };
            let target = mount.map_or_else(|| self.target(row), Mounted::target);
            self.service_of(target, row, None, edge)
        });
        let scopes = rows.iter().filter_map(|row| {
            Some(ScopeFallback {
                row: *row,
                prefix: row.owned_prefix()?,
                service: self.service(row, None, Edge::default()),
            })
        });
        ScopeFallbacks::new(scopes.collect(), elsewhere)
    }

    /// Returns the target of a row, wrapped in all of its lists.
    fn service(&self, row: &RouteInfo, methods: Option<MethodFilter>, edge: Edge) -> MethodRouter {
        self.service_of(self.target(row), row, methods, edge)
    }

    fn service_of(
        &self,
        target: Arc<dyn Target>,
        row: &RouteInfo,
        methods: Option<MethodFilter>,
        edge: Edge,
    ) -> MethodRouter {
        let target = through(&self.lists(row), target);
        let route = Route::new(target, excluded(row, 0));
        self.root.service(methods, route, edge)
    }

    /// Returns the target of a row: the one that the application declares, or a 404 or 405.
    fn target(&self, row: &RouteInfo) -> Arc<dyn Target> {
        let targets = &self.targets;
        let declared = row.item.and_then(|item| targets.get(&item.id()));
        let status = match row.kind() {
            RouteKind::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            _ => StatusCode::NOT_FOUND,
        };
        declared.map_or_else(|| Arc::new(Status(status)) as _, Arc::clone)
    }

    /// Returns the lists of a row from the inside out, without that of the application.
    fn lists(&self, row: &RouteInfo) -> Vec<List> {
        let lists = row.stack.outward().filter_map(|list| {
            Some(List {
                chain: Arc::clone(self.lists.get(&list.id())?),
                excluded: excluded(row, list.part),
            })
        });
        lists.collect()
    }
}

/// Returns the entries of a part that a row excludes.
fn excluded(row: &RouteInfo, part: usize) -> Arc<[usize]> {
    row.stack.excluded(part).into()
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
