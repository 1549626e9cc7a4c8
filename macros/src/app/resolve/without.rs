//! `without`: which entries are in force at a place, and which of them a name means.

use std::collections::BTreeSet;

use syn::Path;

use crate::{
    app::{
        entry_name::{Name, shown},
        model::{Entry, InForce, Without},
    },
    diagnostics::{Diagnostics, app as message, nearest},
    syntax::written,
};

/// What these names take out of what is in force. Without names it is nothing.
pub(super) fn resolve_without(
    names: &[Path],
    in_force: &[InForce],
    diagnostics: &mut Diagnostics,
) -> Option<Without> {
    let at = names.first()?.clone();
    let mut entries = Vec::new();
    for name in names {
        match find(name, in_force) {
            Ok(found) if found.iter().any(|id| entries.contains(id)) => {
                diagnostics.report(name, message::without_twice(&shown(name)));
            }
            Ok(found) => entries.extend(found),
            Err(message) => diagnostics.report(name, message),
        }
    }
    let mut in_force = in_force.to_vec();
    for entry in &mut in_force {
        entry.is_taken |= entries.contains(&entry.id);
    }
    Some(Without {
        at,
        entries,
        in_force,
    })
}

/// The entries of a list as what is in force further in.
pub(super) fn in_force(
    entries: &[Entry],
    is_before_routing: bool,
) -> impl Iterator<Item = InForce> {
    entries.iter().map(move |entry| InForce {
        id: entry.id,
        attrs: entry.attrs.clone(),
        name: entry.name.clone(),
        is_before_routing,
        value: written(&entry.value),
        is_taken: false,
    })
}

/// The entries that a name means, or what is wrong with it.
fn find(name: &Path, in_force: &[InForce]) -> Result<Vec<usize>, String> {
    let text = shown(name);
    let is_meant = |entry: &&InForce| {
        let own = entry.name.as_ref();
        own.is_some_and(|own| own.is_meant_by(name))
    };
    let meant: Vec<&InForce> = in_force.iter().filter(is_meant).collect();
    let found: Vec<&InForce> = meant
        .iter()
        .copied()
        .filter(|entry| !entry.is_taken)
        .collect();
    if found.iter().any(|entry| entry.is_before_routing) {
        return Err(message::runs_before_routing(&text));
    }
    let Some(first) = found.first() else {
        if !meant.is_empty() {
            return Err(message::without_twice(&text));
        }
        let known = in_force
            .iter()
            .filter(|entry| !entry.is_taken && !entry.is_before_routing);
        let known: BTreeSet<String> = known.filter_map(shown_name).collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let meant = nearest(&text, &known);
        return Err(message::not_in_force(&text, meant, &known));
    };
    match found.iter().find(|other| other.value != first.value) {
        Some(other) if shown_name(other) == shown_name(first) => {
            Err(message::ambiguous_calls(&text, &first.value, &other.value))
        }
        Some(other) => {
            let names = [first, other].map(|entry| shown_name(entry).unwrap_or_default());
            Err(message::ambiguous(&text, &names[0], &names[1]))
        }
        None => Ok(found.iter().map(|entry| entry.id).collect()),
    }
}

fn shown_name(entry: &InForce) -> Option<String> {
    entry.name.as_ref().map(Name::to_string)
}
