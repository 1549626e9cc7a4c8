//! Limits the number of entries in a list, which becomes one type.

use crate::{
    app::ast::{EntryInput, EntryKind},
    diagnostics::{Diagnostics, app as message},
};

/// The maximum number of entries. With more, rustc reaches its recursion limit.
const MAX_ENTRIES: usize = 100;

/// Returns the entries, or reports that there are too many.
pub(super) fn limit(
    entries: Vec<EntryInput>,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<EntryInput>> {
    let number = entries.len();
    let Some(EntryKind::Value { alternatives }) = entries.get(MAX_ENTRIES).map(|extra| &extra.kind)
    else {
        return Some(entries);
    };
    let value = alternatives.first().map(|first| &first.value);
    diagnostics.report(value, message::too_many_entries(number, MAX_ENTRIES));
    None
}
