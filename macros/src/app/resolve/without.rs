//! Resolves the names in `without [...]` to the active entries.

use std::collections::BTreeSet;

use syn::Path;

use crate::{
    app::{
        entry_name::{EntryName, path_text},
        model::{ActiveAlternative, ActiveEntry, Entry, Without},
    },
    diagnostics::{Diagnostics, app as message, nearest},
    syntax::source_text,
};

/// Resolves the names of a `without` list, or returns `None` if there are no names.
pub(super) fn resolve_without(
    names: &[Path],
    active: &[ActiveEntry],
    is_part: bool,
    diagnostics: &mut Diagnostics,
) -> Option<Without> {
    let at = names.first()?.clone();
    let mut entries = Vec::new();
    for name in names {
        match find(name, active, is_part) {
            Ok(found) if found.iter().any(|id| entries.contains(id)) => {
                diagnostics.report(name, message::already_excluded(&path_text(name)));
            }
            Ok(found) => entries.extend(found),
            Err(message) => diagnostics.report(name, message),
        }
    }
    let mut active = active.to_vec();
    for entry in &mut active {
        entry.is_excluded |= entries.contains(&entry.id);
    }
    Some(Without {
        at,
        entries,
        active,
    })
}

/// Returns the entries of a list as active entries for what is inside.
pub(super) fn active_entries(
    entries: &[Entry],
    is_before_routing: bool,
) -> impl Iterator<Item = ActiveEntry> {
    entries.iter().map(move |entry| ActiveEntry {
        id: entry.id,
        attrs: entry.attrs.clone(),
        alternatives: entry
            .alternatives()
            .map(|alternative| ActiveAlternative {
                name: alternative.name.clone(),
                value: source_text(&alternative.value),
            })
            .collect(),
        is_before_routing,
        is_excluded: false,
    })
}

/// Returns the entries of this name, or the message for the user.
fn find(name: &Path, active: &[ActiveEntry], is_part: bool) -> Result<Vec<usize>, String> {
    let text = path_text(name);
    // An entry with an `else` matches by any of its values.
    let matching = |entry| Some((entry, matching(name, entry)?));
    let meant: Vec<_> = active.iter().filter_map(matching).collect();
    let found = meant.iter().copied();
    let found: Vec<_> = found.filter(|(entry, _)| !entry.is_excluded).collect();
    if found.iter().any(|(entry, _)| entry.is_before_routing) {
        return Err(message::runs_before_routing(&text));
    }
    let Some((_, first)) = found.first() else {
        if !meant.is_empty() {
            return Err(message::already_excluded(&text));
        }
        let known = active
            .iter()
            .filter(|entry| !entry.is_excluded && !entry.is_before_routing);
        let known = known.flat_map(|entry| &entry.alternatives);
        let known: BTreeSet<String> = known.filter_map(name_text).collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let meant = nearest(&text, &known);
        return Err(if is_part && meant.is_none() {
            message::not_in_part(&text)
        } else {
            message::not_active(&text, meant, &known)
        });
    };
    // `log` and `log()` mean the same.
    let path = |found: &ActiveAlternative| found.value.trim_end_matches("()").to_owned();
    let mut others = found.iter().map(|(_, other)| other);
    match others.find(|other| path(other) != path(first)) {
        Some(other) if name_text(other) == name_text(first) => {
            Err(message::ambiguous_calls(&text, &first.value, &other.value))
        }
        Some(other) => {
            let names = [first, other].map(|found| name_text(found).unwrap_or_default());
            Err(message::ambiguous(&text, &names[0], &names[1]))
        }
        None => Ok(found.iter().map(|(entry, _)| entry.id).collect()),
    }
}

/// Returns the first value of the entry that has this name.
fn matching<'a>(name: &Path, entry: &'a ActiveEntry) -> Option<&'a ActiveAlternative> {
    entry.alternatives.iter().find(|alternative| {
        let own = alternative.name.as_ref();
        own.is_some_and(|own| own.matches(name))
    })
}

fn name_text(alternative: &ActiveAlternative) -> Option<String> {
    alternative.name.as_ref().map(EntryName::to_string)
}
