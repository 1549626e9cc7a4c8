//! Numbers and names the entries of a list.

use crate::app::{
    ast::{EntryInput, EntryKind},
    entry_name::EntryName,
    model::{Alternative, Entry},
};

/// Returns the entries, and counts on from `next`.
pub(super) fn numbered(written: Vec<EntryInput>, next: &mut usize) -> Vec<Entry> {
    let entries = written.into_iter().filter_map(|entry| {
        // An unknown stack has been reported.
        let EntryKind::Value { alternatives } = entry.kind else {
            return None;
        };
        let mut alternatives = alternatives.into_iter().map(|written| Alternative {
            name: EntryName::of(&written.value),
            value: written.value,
            condition: written.condition,
        });
        let first = alternatives.next()?;
        let id = *next;
        *next += 1;
        Some(Entry {
            id,
            attrs: entry.attrs,
            first,
            others: alternatives.collect(),
        })
    });
    entries.collect()
}
