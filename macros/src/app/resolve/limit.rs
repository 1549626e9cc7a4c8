//! Limits the number of entries around a route, which become one type.

use crate::{
    app::ast::{EntryInput, EntryKind},
    diagnostics::{Diagnostics, app as message},
};

/// The maximum number of entries, including those of outer lists. With more, rustc reaches its
/// recursion limit.
const MAX_ENTRIES: usize = 100;

/// Returns the entries of a list, or reports that there are too many. `outer` is the number of outer
/// entries.
pub(super) fn limit(
    entries: Vec<EntryInput>,
    outer: usize,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<EntryInput>> {
    let number = outer + entries.len();
    let extra = entries.get(MAX_ENTRIES.saturating_sub(outer));
    let Some(EntryKind::Value { alternatives }) = extra.map(|extra| &extra.kind) else {
        return Some(entries);
    };
    let value = alternatives.first().map(|first| &first.value);
    diagnostics.report(value, message::too_many_entries(number, MAX_ENTRIES));
    None
}
