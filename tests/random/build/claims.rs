//! The paths and prefixes in use.

use std::collections::{HashMap, HashSet};

use crate::generator::{Generator, Place};

/// The paths and prefixes in use for one value of `on`.
#[derive(Clone, Default)]
pub(crate) struct Claims {
    /// The paths in use, in the routing table of axum.
    paths: matchit::Router<()>,
    /// The methods of each path. An empty list means all methods.
    methods: HashMap<String, Vec<&'static str>>,
    prefixes: HashSet<String>,
    /// The prefixes whose unmatched paths have a `fallback` or a `mount "/"`.
    fallbacks: HashSet<String>,
}

impl Claims {
    /// Reserves a path for a route with these methods.
    fn route(&mut self, path: &str, methods: &[&'static str]) -> bool {
        match self.methods.get_mut(path) {
            Some(taken) if taken.is_empty() || methods.iter().any(|one| taken.contains(one)) => {
                return false;
            }
            Some(taken) => taken.extend(methods),
            None if self.paths.insert(path, ()).is_err() => return false,
            None => {
                self.methods.insert(path.to_owned(), methods.to_vec());
            }
        }
        true
    }

    /// Reserves all of these paths for a service.
    fn service(&mut self, paths: &[String]) -> bool {
        let methods = paths.iter().map(|path| (path.clone(), Vec::new()));
        self.methods.extend(methods);
        paths
            .iter()
            .all(|path| self.paths.insert(path.clone(), ()).is_ok())
    }
}

impl Generator<'_> {
    /// Reserves something for the values of `on` for which a place exists, or nothing if it is in use.
    fn claim(&mut self, place: &Place, claim: impl Fn(&mut Claims) -> bool) -> bool {
        let mut after = self.claims.clone();
        let is_free = place.worlds.claimed().all(|on| claim(&mut after[on]));
        if is_free {
            self.claims = after;
        }
        is_free
    }

    pub(crate) fn claim_route(
        &mut self,
        place: &Place,
        path: &str,
        methods: &[&'static str],
    ) -> bool {
        self.claim(place, |claims| claims.route(path, methods))
    }

    pub(crate) fn claim_paths(&mut self, place: &Place, paths: &[String]) -> bool {
        self.claim(place, |claims| claims.service(paths))
    }

    /// Reserves the prefix of a place.
    pub(crate) fn claim_prefix(&mut self, place: &Place) -> bool {
        // Prefixes that differ only in their parameter names are duplicates.
        let segments = place.prefix.split('/');
        let unnamed = segments.map(|segment| match segment.split_once('{') {
            Some((before, _)) => format!("/{before}{{}}"),
            None => format!("/{segment}"),
        });
        let unnamed: String = unnamed.collect();
        self.claim(place, |claims| claims.prefixes.insert(unnamed.clone()))
    }

    /// Reserves the unmatched paths of a place.
    pub(crate) fn claim_fallback(&mut self, place: &Place) -> bool {
        self.claim(place, |claims| {
            claims.fallbacks.insert(place.prefix.clone())
        })
    }
}
