//! All crates.

use std::collections::BTreeMap;

use super::{
    krate::{Krate, Version},
    shared::Shared,
};

/// All crates, by their names.
#[derive(Clone, Default)]
pub(crate) struct Krates(Shared<BTreeMap<String, Krate>>);

impl Krates {
    /// Adds a crate.
    pub(crate) fn add(&self, krate: Krate) {
        self.0.access(|all| all.insert(krate.name.clone(), krate));
    }

    /// Returns the crate with this name.
    pub(crate) fn get(&self, name: &str) -> Option<Krate> {
        self.0.access(|all| all.get(name).cloned())
    }

    /// Returns the crates for which the function holds, in the order of their names.
    pub(crate) fn filter(&self, is_wanted: impl Fn(&Krate) -> bool) -> Vec<Krate> {
        self.0.access(|all| {
            all.values()
                .filter(|krate| is_wanted(krate))
                .cloned()
                .collect()
        })
    }

    /// Changes a crate.
    pub(crate) fn update(&self, name: &str, change: impl FnOnce(&mut Krate)) {
        self.0.access(|all| all.get_mut(name).map(change));
    }

    /// Changes a version of a crate.
    pub(crate) fn update_version(&self, name: &str, num: &str, change: impl FnOnce(&mut Version)) {
        self.update(name, |krate| {
            let mut versions = krate.versions.iter_mut();
            versions.find(|version| version.num == num).map(change);
        });
    }

    /// Deletes a crate.
    pub(crate) fn delete(&self, name: &str) {
        self.0.access(|all| all.remove(name));
    }

    /// Returns how many crates have each keyword, or each of the words that the function selects.
    pub(crate) fn count(&self, words: impl Fn(&Krate) -> &[String]) -> BTreeMap<String, usize> {
        self.0.access(|all| {
            let mut counts = BTreeMap::new();
            for word in all.values().flat_map(words) {
                *counts.entry(word.clone()).or_insert(0) += 1;
            }
            counts
        })
    }
}
