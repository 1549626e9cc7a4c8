//! Decides which scopes own the paths of a row, for the application and for `explain`.

use std::collections::HashMap;

use super::{
    path::is_more_specific,
    row::{RouteInfo, RouteKind},
    stack::StackInfo,
};

/// Returns the scopes that own some of the paths that a pattern in this list matches, by their 404 rows.
pub(crate) fn owning_scopes<'a>(
    rows: impl IntoIterator<Item = &'a RouteInfo>,
    path: &str,
    stack: &'static StackInfo,
) -> impl Iterator<Item = &'a RouteInfo> {
    rows.into_iter().filter(move |row| {
        let prefix = row.owned_prefix();
        prefix.is_some_and(|prefix| is_more_specific(prefix, path) && !stack.is_within(row.stack))
    })
}

/// Returns the routes by their paths, in the order of the application.
pub(crate) fn by_path(rows: &[RouteInfo]) -> Vec<(&'static str, Vec<&RouteInfo>)> {
    let mut paths: Vec<(&'static str, Vec<&RouteInfo>)> = Vec::new();
    let mut places = HashMap::new();
    for row in rows.iter().filter(|row| row.kind() == RouteKind::Route) {
        let place = *places.entry(row.path()).or_insert_with(|| {
            paths.push((row.path(), Vec::new()));
            paths.len() - 1
        });
        paths[place].1.push(row);
    }
    paths
}

/// Returns the innermost scope that contains all of these rows. There must be at least one.
pub(crate) fn scope_of(rows: &[&RouteInfo]) -> &'static StackInfo {
    let stacks: Vec<_> = rows.iter().map(|row| row.stack).collect();
    StackInfo::common_scope(&stacks)
}
