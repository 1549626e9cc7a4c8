//! The rows of an application some of whose conditions are false.

use super::{
    item::Id,
    row::{RouteInfo, RouteKind},
    stack::Stack,
};

/// Returns the rows as if the left out items and scopes were not declared.
pub(crate) fn active_rows(rows: &[RouteInfo], is_left_out: &dyn Fn(Id) -> bool) -> Vec<RouteInfo> {
    if rows.iter().all(|row| row.innermost_condition().is_none()) {
        return rows.to_vec();
    }
    let has_item = |row: &RouteInfo| row.item.is_none_or(|item| !is_left_out(item.id()));
    let declared = rows.iter().filter(|row| row.is_served());
    let declared = declared.filter(|row| has_item(row) && exists(row.stack, is_left_out));
    let declared: Vec<RouteInfo> = declared.copied().collect();
    let has_root_mount = declared.iter().any(RouteInfo::is_root_mount);
    let unmatched = rows.iter().filter_map(|row| match row.kind() {
        RouteKind::MethodNotAllowed => not_allowed(row, &declared),
        RouteKind::Fallback if row.scope.is_root() && has_root_mount => None,
        // If the part with the fallback is left out, the scope has another 404.
        RouteKind::Fallback if exists(row.stack, is_left_out) => Some(*row),
        _ => None,
    });
    let unmatched: Vec<RouteInfo> = unmatched.collect();
    [declared, unmatched].concat()
}

/// Returns whether a list and all of those around it exist.
fn exists(list: Stack, is_left_out: &dyn Fn(Id) -> bool) -> bool {
    let mut lists = list.outward();
    lists.all(|list| {
        let inclusion = list.inclusion();
        !is_left_out(list.id())
            && (list.part == 0 || !is_left_out((inclusion.outer, inclusion.item.id)))
    })
}

/// Returns the 405 of a path for the routes that exist.
fn not_allowed(row: &RouteInfo, declared: &[RouteInfo]) -> Option<RouteInfo> {
    let mut routes = declared.iter();
    let is_of_path =
        |route: &&RouteInfo| route.kind() == RouteKind::Route && route.path() == row.path();
    let routes: Vec<_> = routes.by_ref().filter(is_of_path).collect();
    let (first, others) = routes.split_first()?;
    if routes.iter().any(|route| route.methods().is_empty()) {
        return None;
    }
    let common = others.iter().fold(first.stack.scope(), |common, route| {
        common.around(route.stack)
    });
    Some(RouteInfo::unmatched(row.kind(), row.path, common))
}
