//! Conflicts that are known only when the application is built: those of merged routers, and of items under different
//! conditions.

use std::panic::{AssertUnwindSafe, catch_unwind};

use axum::Router;
use http::StatusCode;

use crate::{
    error::panic_message,
    routes::{RouteInfo, RouteKind, conditional_conflict},
};

/// The routers of mounts and merges.
#[derive(Default)]
pub(super) struct Routers<'a> {
    added: Vec<(&'a RouteInfo, Router)>,
    all: Router,
}

impl<'a> Routers<'a> {
    /// Adds the router of a row.
    ///
    /// # Panics
    ///
    /// Panics if axum does: it has a route that another one has, too.
    pub(super) fn add(&mut self, row: &'a RouteInfo, router: Router) {
        let all = std::mem::take(&mut self.all);
        self.all = self.checked(row, || all.merge(router.clone()), &|other| {
            other.merge(router.clone())
        });
        self.added.push((row, router));
    }

    /// Returns the router of all of them, into which the routes of these paths can be added.
    ///
    /// axum accepts two routes with the same path and different methods. One of them would then be
    /// outside of the scope of the other.
    ///
    /// # Panics
    ///
    /// Panics if a merged router has a route with one of these paths.
    pub(super) fn into_router(self, paths: &[(&'static str, Vec<&RouteInfo>)]) -> Router {
        let mut rows = self.added.iter().map(|(row, _)| row);
        if rows.any(|row| row.kind() == RouteKind::Merge) {
            let mut probe = self.all.clone();
            for (path, rows) in paths {
                let taken = || axum::routing::any(async || StatusCode::OK);
                let with_path = |router: Router| router.route_service(path, taken());
                probe = self.checked(rows[0], || with_path(probe), &with_path);
            }
        }
        self.all
    }

    /// Calls axum, and names the conflicting items in the message if axum panics.
    #[expect(clippy::panic, reason = "axum panics here, too")]
    fn checked<T>(
        &self,
        row: &RouteInfo,
        call: impl FnOnce() -> T,
        with: &dyn Fn(Router) -> Router,
    ) -> T {
        catch_unwind(AssertUnwindSafe(call)).unwrap_or_else(|panic| {
            let conflicts = |(_, other): &&(&RouteInfo, Router)| {
                catch_unwind(AssertUnwindSafe(|| with(other.clone()))).is_err()
            };
            let other = self.added.iter().find(conflicts);
            let other = other.map(|(other, _)| format!(" conflicts with {}", place(other)));
            let reason = panic_message(&*panic).unwrap_or("both have a route of the same path");
            panic!("{}{}: {reason}", place(row), other.unwrap_or_default())
        })
    }
}

/// Checks items under different conditions, which the macro does not compare.
///
/// # Panics
///
/// Panics if two of them conflict.
#[expect(clippy::panic, reason = "axum panics here, too")]
pub(super) fn check_conditional(rows: &[RouteInfo]) {
    if let Some((one, other)) = conditional_conflict(rows) {
        panic!(
            "{} conflicts with {}, and both of their conditions are true",
            place(one),
            place(other)
        );
    }
}

/// Checks that a merged router has routes.
///
/// # Panics
///
/// Panics if it has a fallback and nothing else, since `merge` takes routes only.
#[expect(clippy::panic, reason = "all of its routes would be unmatched paths")]
pub(super) fn check_has_routes(row: &RouteInfo, router: &Router) {
    let with_fallback = || Router::new().fallback(async || ()).merge(router.clone());
    // axum refuses to merge two routers that both have a fallback.
    if !router.has_routes() && catch_unwind(AssertUnwindSafe(with_fallback)).is_err() {
        let router = row.handler().unwrap_or_default();
        panic!(
            "{}: `{router}` has a fallback and no routes, as an `app!` with `before routing` has; \
             `merge` takes its routes only, so write `mount \"/\" => {router}`",
            place(row)
        );
    }
}

/// Returns the row as the application declares it, and its place in the source.
fn place(row: &RouteInfo) -> String {
    let (item, (file, line)) = match (row.owned_prefix(), row.handler()) {
        _ if row.is_answered_by_part() => ("fallback".to_owned(), (row.file(), row.line())),
        (Some(prefix), _) => (format!("scope {prefix}"), row.scope_place()),
        (None, Some(handler)) => (format!("{row} => {handler}"), (row.file(), row.line())),
        (None, None) => (row.to_string(), (row.file(), row.line())),
    };
    format!("`{item}` ({file}:{line})")
}
