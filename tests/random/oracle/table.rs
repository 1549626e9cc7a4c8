//! The paths of an application, in the routing table of axum.

use std::collections::HashMap;

use super::owner::{self, Params, Segment};
use crate::{
    merged::NESTED_TAIL,
    model::{Kind, Target},
};

/// The routing table of axum, and what there is for each path.
#[derive(Default)]
pub(super) struct Table {
    /// A number for each path.
    numbers: matchit::Router<usize>,
    paths: Vec<KnownPath>,
}

/// A path, and what there is for some of its methods.
pub(super) struct KnownPath {
    /// The segments, without the rest of a mount.
    pub(super) segments: Vec<Segment>,
    pub(super) is_mount: bool,
    /// axum does not tell where a service is nested in a router, so it always yields.
    pub(super) is_nested_in_a_merge: bool,
    pub(super) targets: Vec<(&'static Target, &'static [&'static str])>,
}

impl KnownPath {
    fn new(path: &'static str, kind: Kind) -> Self {
        let is_mount = matches!(kind, Kind::Mount | Kind::MountAtRoot);
        let rest: &[Segment] = if is_mount {
            &[Segment::Text(""), Segment::CatchAll]
        } else {
            &[Segment::Text("")]
        };
        let mut segments = owner::segments(path);
        if segments.last().is_some_and(|last| rest.contains(last)) {
            segments.pop();
        }
        Self {
            segments,
            is_mount,
            is_nested_in_a_merge: kind == Kind::Merge
                && path.ends_with(&format!("{{*{NESTED_TAIL}}}")),
            targets: Vec::new(),
        }
    }

    /// Returns what answers a method.
    pub(super) fn target(&self, method: &str) -> Option<&'static Target> {
        let by = |method: &str| {
            let mut targets = self.targets.iter();
            targets.find(|(_, methods)| methods.contains(&method))
        };
        let by_get = || (method == "HEAD").then(|| by("GET")).flatten();
        let found = by(method).or_else(by_get).or_else(|| by("ANY"));
        found.map(|(target, _)| *target)
    }
}

impl Table {
    pub(super) fn new(targets: impl Iterator<Item = &'static Target>) -> Self {
        let mut table = Self::default();
        let mut numbers = HashMap::new();
        let is_last = |target: &&Target| target.kind == Kind::MountAtRoot;
        let (last, first): (Vec<_>, Vec<_>) = targets.partition(is_last);
        for target in first.into_iter().chain(last) {
            for &(path, methods) in target.paths {
                let number = match numbers.get(path) {
                    Some(_) if target.kind == Kind::MountAtRoot => continue,
                    Some(&number) => number,
                    None => {
                        let number = table.paths.len();
                        table.numbers.insert(path, number).unwrap();
                        numbers.insert(path, number);
                        table.paths.push(KnownPath::new(path, target.kind));
                        number
                    }
                };
                table.paths[number].targets.push((target, methods));
            }
        }
        table
    }

    /// Returns the path that matches, and the values of its parameters.
    pub(super) fn at(&self, path: &str) -> Option<(&KnownPath, Params)> {
        let found = self.numbers.at(path).ok()?;
        let params = found.params.iter();
        let params = params.filter(|(name, _)| *name != NESTED_TAIL);
        let params = params.map(|(name, value)| (name.to_owned(), owner::decoded(value)));
        Some((&self.paths[*found.value], params.collect()))
    }
}
