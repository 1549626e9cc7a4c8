//! `Lookup`: which row a request takes, by the rules that the router follows.

use std::collections::HashMap;

use super::{
    claim::{Owner, RoutePath},
    path::segments,
    prefixes::{Prefixes, is_plain},
    row::{RouteInfo, RouteKind},
    stack::Stack,
    stack_info::{ListOwner, StackInfo},
};

/// The row of an application that has none.
static NOWHERE: RouteInfo = RouteInfo::unmatched(
    RouteKind::Fallback,
    "/{*rest}",
    Stack::own(&StackInfo::new(0, ListOwner::App, None, &[], "", 0)),
);

/// The rows of a table, by their paths and prefixes.
pub(crate) struct Lookup<'a> {
    rows: &'a [RouteInfo],
    /// What is declared for each path, in the same routing table that axum uses.
    declared: matchit::Router<Declared<'a>>,
    prefixes: Prefixes,
}

/// What is declared for a path.
#[derive(Clone)]
enum Declared<'a> {
    Mount(&'a RouteInfo),
    /// The routes of one path.
    Routes(Vec<&'a RouteInfo>),
}

impl<'a> Lookup<'a> {
    pub(crate) fn new(rows: &'a [RouteInfo]) -> Self {
        let mut declared = matchit::Router::new();
        for (path, rows) in by_path(rows) {
            // The macro reports conflicts, except between items under different `#[cfg]`s.
            let _ = declared.insert(path, Declared::Routes(rows));
        }
        let is_mount = |row: &&RouteInfo| row.kind() == RouteKind::Mount && !row.takes_the_rest();
        for row in rows.iter().filter(is_mount) {
            for suffix in ["", "/", "/{*rest}"] {
                let _ = declared.insert(format!("{}{suffix}", row.path()), Declared::Mount(row));
            }
        }
        let prefixes = rows.iter().zip(0..);
        let prefixes =
            Prefixes::new(prefixes.filter_map(|(row, number)| Some((row.owned_prefix()?, number))));
        Self {
            rows,
            declared,
            prefixes,
        }
    }

    /// Returns the number of segments of the longest path.
    pub(super) fn depth(&self) -> usize {
        let depths = self.rows.iter().map(|row| segments(row.path()).count());
        depths.max().unwrap_or(0)
    }

    /// Returns the row that a request takes.
    pub(crate) fn find(&self, method: &str, path: &str) -> &'a RouteInfo {
        let owner = self.owner(path);
        let row = match self.declared.at(path).map(|found| found.value) {
            Ok(Declared::Mount(row)) => *row,
            Ok(Declared::Routes(rows)) => by_method(rows, method)
                .or_else(|| self.method_not_allowed(rows[0].path()))
                .unwrap_or(rows[0]),
            Err(_) => return owner.unwrap_or_else(|| self.rest()),
        };
        let route = RoutePath::of(row);
        let spelled = if is_plain(path) {
            None
        } else {
            self.prefixes.spelled_owner(path)
        };
        let spelled = spelled.map(|number| &self.rows[number]);
        let claim = |owner| route.claim(row, &Owner::of(owner));
        let yields = owner.is_some_and(|owner| claim(owner).yields(&route, path))
            || spelled.is_some_and(|owner| claim(owner).yields_spelled());
        owner.filter(|_| yields).unwrap_or(row)
    }

    /// Returns the 404 row of the scope that owns a path.
    pub(super) fn owner(&self, path: &str) -> Option<&'a RouteInfo> {
        self.prefixes.owner(path).map(|number| &self.rows[number])
    }

    fn method_not_allowed(&self, path: &str) -> Option<&'a RouteInfo> {
        self.rows
            .iter()
            .find(|row| row.kind() == RouteKind::MethodNotAllowed && row.path() == path)
    }

    /// Returns the row that answers every path that no other row answers.
    fn rest(&self) -> &'a RouteInfo {
        let found = self.rows.iter().find(|row| row.takes_the_rest());
        found.unwrap_or(&NOWHERE)
    }
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

/// Returns the route of a method. A route for `GET` also answers `HEAD`.
fn by_method<'a>(rows: &[&'a RouteInfo], method: &str) -> Option<&'a RouteInfo> {
    let of = |method: &str| rows.iter().find(|row| row.methods().contains(&method));
    let any = || rows.iter().find(|row| row.methods().is_empty());
    let head = || (method == "HEAD").then(|| of("GET")).flatten();
    of(method).or_else(head).or_else(any).copied()
}
