//! Writes mounts and merges.

use std::fmt::Write;

use crate::{
    generator::{Generator, Place},
    merged::{MERGED, NESTED_TAIL},
    model::Target,
    paths::join,
};

impl Generator<'_> {
    pub(crate) fn mount(&mut self, place: &Place) -> bool {
        let path = self.path(&place.prefix, 2, false);
        let full = join(&place.prefix, &path);
        // A route may take `/` itself, and leaves the rest to `mount "/"`.
        let is_at_root = full == "/";
        let tail = format!("{}/{{*{NESTED_TAIL}}}", full.trim_end_matches('/'));
        let paths = if is_at_root {
            vec![tail]
        } else {
            vec![full.clone(), format!("{full}/"), tail]
        };
        // It is the fallback of its block.
        let is_taken = path == "/" && !self.claim_fallback(&place.prefix);
        if is_taken || !self.claim_paths(&paths) {
            return false;
        }
        let root = is_at_root.then(|| "/".to_owned());
        let paths = paths.into_iter().chain(root);
        let answer = self.answer();
        write!(self.text, "mount {path:?} => mounted(&state, {answer:?})").unwrap();
        let kind = if is_at_root { "MountAtRoot" } else { "Mount" };
        let paths = paths.map(|path| (path, vec!["ANY"]));
        self.target(place, kind, paths.collect(), answer);
        true
    }

    pub(crate) fn merge(&mut self, place: &Place) -> bool {
        let number = self.rng.usize(..MERGED.len());
        let full = |path: &str| join(&place.prefix, path);
        let paths: Vec<_> = MERGED[number].iter().map(|(path, _)| full(path)).collect();
        if !self.claim_paths(&paths) {
            return false;
        }
        let answer = self.answer();
        write!(self.text, "merge merged(&state, {number}, {answer:?})").unwrap();
        let paths = MERGED[number].iter().map(|&(path, is_get)| {
            let methods = if is_get { "GET" } else { "ANY" };
            (full(path), vec![methods])
        });
        self.target(place, "Merge", paths.collect(), answer);
        true
    }

    /// Writes the lists of a route, a mount or a merge, and describes it.
    pub(crate) fn target(
        &mut self,
        place: &Place,
        kind: &'static str,
        paths: Vec<(String, Vec<&'static str>)>,
        answer: String,
    ) {
        let mut own = place.clone();
        self.lists(&mut own);
        self.text.push_str(",\n");
        self.model.targets.push(Target {
            scope: place.scope,
            kind,
            paths,
            entries: own.active,
            answer,
        });
    }
}
