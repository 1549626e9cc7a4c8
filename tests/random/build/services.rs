//! Writes mounts and merges.

use crate::{
    generator::{Generator, Place},
    merged::{MERGED, NESTED_TAIL},
    model::Target,
    paths::join,
    tree::Node,
};

impl Generator<'_> {
    pub(crate) fn mount(&mut self, place: &Place) -> Option<Node> {
        let if_on = self.condition();
        let place = place.clone().only_if(if_on);
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
        let is_taken = path == "/" && !self.claim_fallback(&place);
        if is_taken || !self.claim_paths(&place, &paths) {
            return None;
        }
        let root = is_at_root.then(|| "/".to_owned());
        let paths = paths.into_iter().chain(root);
        let kind = if is_at_root { "MountAtRoot" } else { "Mount" };
        let paths = paths.map(|path| (path, vec!["ANY"])).collect();
        let head = format!("mount {path:?} => mounted(&state)");
        Some(self.target(&place, if_on, &head, kind, paths))
    }

    pub(crate) fn merge(&mut self, place: &Place) -> Option<Node> {
        let if_on = self.condition();
        let place = place.clone().only_if(if_on);
        let number = self.rng.usize(..MERGED.len());
        let full = |path: &str| join(&place.prefix, path);
        let paths: Vec<_> = MERGED[number].iter().map(|(path, _)| full(path)).collect();
        if !self.claim_paths(&place, &paths) {
            return None;
        }
        let paths = MERGED[number].iter().map(|&(path, is_get)| {
            let methods = if is_get { "GET" } else { "ANY" };
            (full(path), vec![methods])
        });
        let head = format!("merge merged(&state, {number})");
        Some(self.target(&place, if_on, &head, "Merge", paths.collect()))
    }

    /// Writes a route, a mount or a merge, and describes it. The name of the answer is the last argument in the head.
    pub(crate) fn target(
        &mut self,
        place: &Place,
        if_on: Option<bool>,
        head: &str,
        kind: &'static str,
        paths: Vec<(String, Vec<&'static str>)>,
    ) -> Node {
        let answer = self.answer();
        let head = match head.strip_suffix(')') {
            Some(head) => format!("{head}, {answer:?})"),
            None => format!("{head}({answer:?})"),
        };
        let condition = self.condition_text(if_on);
        let mut own = place.clone();
        let lists = self.lists(&mut own);
        let text = format!("#[doc = {answer:?}] {head}{condition}{lists},");
        self.model.targets.push(Target {
            scope: place.scope,
            if_on,
            kind,
            paths,
            entries: own.active,
            answer,
        });
        Node::Item(text)
    }
}
