//! `without`: which entries are in force at a place, and which of them a name means.

use std::collections::BTreeSet;

use syn::{Attribute, Path};

use crate::{
    app::{
        names::{Name, shown},
        resolve::Entry,
    },
    diagnostics::{Diagnostics, app as message, nearest},
};

/// What an item goes without.
pub(super) struct Without {
    /// Where the first of them is named.
    pub(super) at: Path,
    pub(super) entries: Vec<usize>,
    /// What is in force without them, from the outermost in.
    pub(super) rest: Vec<InForce>,
}

/// An entry of a list around a place.
#[derive(Clone)]
pub(super) struct InForce {
    pub(super) id: usize,
    /// The `#[cfg]`s that it stands under.
    pub(super) attrs: Vec<Attribute>,
    name: Option<Name>,
    is_before_routing: bool,
}

impl Without {
    /// What these names take out of what is in force. Without names it is nothing.
    pub(super) fn resolve(
        names: &[Path],
        in_force: &[InForce],
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
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
        let rest = in_force.iter().filter(|entry| !entries.contains(&entry.id));
        let rest = rest.cloned().collect();
        Some(Self { at, entries, rest })
    }
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
    })
}

/// The entries that a name means, or what is wrong with it.
fn find(name: &Path, in_force: &[InForce]) -> Result<Vec<usize>, String> {
    let text = shown(name);
    let is_meant = |entry: &&InForce| {
        let own = entry.name.as_ref();
        own.is_some_and(|own| own.is_meant_by(name))
    };
    let found: Vec<&InForce> = in_force.iter().filter(is_meant).collect();
    if found.iter().any(|entry| entry.is_before_routing) {
        return Err(message::runs_before_routing(&text));
    }
    let names: BTreeSet<String> = found.iter().filter_map(|entry| entry.shown()).collect();
    let mut names = names.iter();
    match (names.next(), names.next()) {
        (None, _) => {
            let mut known: Vec<String> = in_force.iter().filter_map(InForce::shown).collect();
            known.dedup();
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            let meant = nearest(&text, &known);
            Err(message::not_in_force(&text, meant, &known))
        }
        (Some(first), Some(second)) => Err(message::ambiguous(&text, first, second)),
        (Some(_), None) => Ok(found.iter().map(|entry| entry.id).collect()),
    }
}

impl InForce {
    fn shown(&self) -> Option<String> {
        self.name.as_ref().map(Name::to_string)
    }
}
