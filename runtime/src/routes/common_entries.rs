//! The middleware that all rows of a table run, which the table prints once.

use super::{middleware::MiddlewareInfo, row::RouteInfo};

/// Returns the entries of the lists around all rows, although some rows leave them out. `lists` has the entries of each
/// row.
pub(super) fn common(rows: &[&RouteInfo], lists: &[Vec<MiddlewareInfo>]) -> Vec<MiddlewareInfo> {
    let is_common =
        |entry: &&MiddlewareInfo| rows.iter().all(|row| row.stack.is_within(entry.list));
    let common = lists.iter().map(|list| list.iter().take_while(is_common));
    let fullest = common.max_by_key(|entries| entries.clone().count());
    fullest.into_iter().flatten().copied().collect()
}

/// A list without the common entries.
pub(super) struct Remainder<'a> {
    /// The names of the common entries that the list does not have.
    pub(super) left_out: Vec<&'static str>,
    pub(super) entries: &'a [MiddlewareInfo],
}

/// Removes the common entries from a list. Returns `None` if the list does not begin with them.
pub(super) fn remainder<'a>(
    list: &'a [MiddlewareInfo],
    common: &[MiddlewareInfo],
) -> Option<Remainder<'a>> {
    let is_kept = |entry: &&MiddlewareInfo| has(list, entry);
    let (kept, left_out): (Vec<&MiddlewareInfo>, Vec<&MiddlewareInfo>) =
        common.iter().partition(is_kept);
    let mut left_out: Vec<_> = left_out.iter().map(|entry| entry.name()).collect();
    left_out.dedup();
    let (begin, entries) = list.split_at(kept.len());
    let begins = kept.iter().zip(begin).all(|(kept, entry)| kept.is(entry));
    begins.then_some(Remainder { left_out, entries })
}

fn has(list: &[MiddlewareInfo], entry: &MiddlewareInfo) -> bool {
    list.iter().any(|other| other.is(entry))
}
