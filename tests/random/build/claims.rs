//! The paths and prefixes in use.

use std::collections::{HashMap, HashSet};

use crate::generator::Generator;

#[derive(Default)]
pub(crate) struct Claims {
    /// The paths in use, in the routing table of axum.
    paths: matchit::Router<()>,
    /// The methods of each path. An empty list means all methods.
    methods: HashMap<String, Vec<&'static str>>,
    prefixes: Vec<String>,
    /// The prefixes whose unmatched paths have a `fallback` or a `mount "/"`.
    fallbacks: HashSet<String>,
}

impl Generator<'_> {
    /// Reserves a path for a route with these methods.
    pub(crate) fn claim_route(&mut self, path: &str, methods: &[&'static str]) -> bool {
        let claims = &mut self.claims;
        match claims.methods.get_mut(path) {
            Some(taken) if taken.is_empty() || methods.iter().any(|one| taken.contains(one)) => {
                return false;
            }
            Some(taken) => taken.extend(methods),
            None if claims.paths.insert(path, ()).is_err() => return false,
            None => {
                claims.methods.insert(path.to_owned(), methods.to_vec());
            }
        }
        true
    }

    /// Reserves all of these paths for a service, or none if one conflicts.
    pub(crate) fn claim_paths(&mut self, paths: &[String]) -> bool {
        let mut paths_after = self.claims.paths.clone();
        if paths
            .iter()
            .any(|path| paths_after.insert(path.clone(), ()).is_err())
        {
            return false;
        }
        self.claims.paths = paths_after;
        let methods = paths.iter().map(|path| (path.clone(), Vec::new()));
        self.claims.methods.extend(methods);
        true
    }

    pub(crate) fn claim_prefix(&mut self, prefix: &str) -> bool {
        // Prefixes that differ only in their parameter names are duplicates.
        let unnamed = prefix
            .split('/')
            .map(|segment| match segment.split_once('{') {
                Some((before, _)) => format!("/{before}{{}}"),
                None => format!("/{segment}"),
            });
        let unnamed: String = unnamed.collect();
        if self.claims.prefixes.contains(&unnamed) {
            return false;
        }
        self.claims.prefixes.push(unnamed);
        true
    }

    pub(crate) fn claim_fallback(&mut self, prefix: &str) -> bool {
        self.claims.fallbacks.insert(prefix.to_owned())
    }
}
