//! Which rows can answer a request for a path or for one under it.

use std::collections::BTreeSet;

use super::{
    active::active_rows,
    item::Id,
    lookup::Lookup,
    path::{ANY, Segment, both, overlap, pattern},
    row::{RouteInfo, RouteKind},
};

/// Keeps the rows that can answer a request for this path or for one under it.
///
/// Each row is tried with paths that match both, whose parameters have a value that no other path has
/// as text. So if another row takes all of them, no request at all reaches the row. Another row under a condition may not
/// exist, so it takes none.
pub(super) fn keep_under(all: &[RouteInfo], rows: &mut Vec<&RouteInfo>, path: &str) {
    let path = pattern(path.trim_end_matches('/'));
    let outcomes = outcomes(all);
    let lookups: Vec<Lookup<'_>> = outcomes.iter().map(|rows| Lookup::new(rows)).collect();
    rows.retain(|row| match row.kind() {
        RouteKind::Merge => overlap(&pattern(row.path().trim_end_matches('/')), &path),
        _ => lookups.iter().any(|lookup| reaches(lookup, row, &path)),
    });
}

/// Returns the rows that exist for each outcome that matters: the conditions of one row are true, and all others are
/// false.
fn outcomes(rows: &[RouteInfo]) -> Vec<Vec<RouteInfo>> {
    let conditions = |row: &RouteInfo| -> BTreeSet<Id> {
        row.conditions_outward()
            .map(|condition| condition.id)
            .collect()
    };
    let all: BTreeSet<Id> = rows.iter().flat_map(conditions).collect();
    let outcomes: BTreeSet<BTreeSet<Id>> = rows.iter().map(conditions).collect();
    let outcomes = outcomes.iter();
    let exist =
        |holds: &BTreeSet<Id>| active_rows(rows, &|id| all.contains(&id) && !holds.contains(&id));
    outcomes.map(exist).collect()
}

/// Returns whether a request for this path or for one under it reaches a row.
fn reaches(lookup: &Lookup<'_>, row: &RouteInfo, path: &[Segment]) -> bool {
    // One more segment than any path has is out of reach for all rows but those with a catch-all.
    let mut lengths = path.len()..=lookup.depth().max(path.len()) + 1;
    lengths.any(|length| {
        let common = patterns(row).filter_map(|own| common(&own, path, length));
        // axum tells a slash at the end apart. With two at the beginning, the path only means one under the
        // prefix of a scope, so it may reach the 404 of the scope.
        let mut paths =
            common.flat_map(|common| [format!("{common}/"), format!("/{common}"), common]);
        paths.any(|path| is_same(lookup.find(method(row), &path), row))
    })
}

/// Returns whether two rows are the same. The list of a 405 depends on which of the routes exist.
fn is_same(one: &RouteInfo, other: &RouteInfo) -> bool {
    let item = |row: &RouteInfo| row.item.map(|item| item.id());
    one.kind() == other.kind()
        && one.path() == other.path()
        && match one.kind() {
            RouteKind::MethodNotAllowed => true,
            RouteKind::Fallback => one.stack.id() == other.stack.id(),
            _ => item(one) == item(other),
        }
}

/// Returns a method that the row answers.
fn method(row: &RouteInfo) -> &'static str {
    row.methods().first().copied().unwrap_or(ANY)
}

/// Returns the patterns of the paths that a row may answer.
fn patterns(row: &RouteInfo) -> impl Iterator<Item = Vec<Segment>> {
    let (path, widest) = match row.kind() {
        RouteKind::Mount => (row.path(), Some(row.widest_path())),
        RouteKind::Fallback => (
            row.owned_prefix().unwrap_or("/"),
            Some(row.path().to_owned()),
        ),
        _ => (row.path(), None),
    };
    [Some(path.to_owned()), widest]
        .into_iter()
        .flatten()
        .map(|path| pattern(&path))
}

/// Returns a path of this length that matches a pattern and starts with a path.
fn common(pattern: &[Segment], path: &[Segment], length: usize) -> Option<String> {
    let ends_in_catch_all = pattern.last() == Some(&Segment::CatchAll);
    let fits = pattern.len() == length || (ends_in_catch_all && pattern.len() < length);
    let segments = fits.then_some(0..length)?.map(|at| {
        let ours = pattern.get(at).unwrap_or(&Segment::CatchAll);
        both(ours, path.get(at).unwrap_or(&Segment::CatchAll))
    });
    segments
        .map(|segment| Some(format!("/{}", segment?)))
        .collect()
}
