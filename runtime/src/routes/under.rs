//! Which rows can answer a request for a path or for one under it.

use std::ptr;

use super::{
    lookup::Lookup,
    path::{ANY, Segment, both, overlap, pattern},
    row::{RouteInfo, RouteKind},
};

/// Keeps the rows that can answer a request for this path or for one under it.
///
/// Each row is tried with paths that match both, whose parameters have a value that no other path has
/// as text. So if another row takes all of them, no request at all reaches the row.
pub(super) fn keep_under(all: &[RouteInfo], rows: &mut Vec<&RouteInfo>, path: &str) {
    let lookup = Lookup::new(all);
    let path = pattern(path.trim_end_matches('/'));
    // One more segment than any path has is out of reach for all rows but those with a catch-all.
    let lengths = path.len()..=lookup.depth().max(path.len()) + 1;
    rows.retain(|row| match row.kind() {
        RouteKind::Merge => overlap(&pattern(row.path().trim_end_matches('/')), &path),
        _ => lengths
            .clone()
            .flat_map(|length| patterns(row).map(move |own| (own, length)))
            .filter_map(|(own, length)| common(&own, &path, length))
            // axum tells a slash at the end apart. With two at the beginning, the path only means one under the
            // prefix of a scope, so it may reach the 404 of the scope.
            .flat_map(|common| [format!("{common}/"), format!("/{common}"), common])
            .any(|path| ptr::eq(lookup.find(method(row), &path), *row)),
    });
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
