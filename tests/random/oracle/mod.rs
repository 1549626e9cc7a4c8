//! Says which middleware must run for a request, from the documentation alone:
//! see "Which middleware run for a request" in `runtime/src/docs/app.md`.
//!
//! It knows an application only as plain data, and uses nothing of the crate.

mod examples;
mod owner;

use std::collections::HashMap;

use self::owner::{Owner, Params, Prefix, Segment};
use crate::{
    merged::NESTED_TAIL,
    model::{Entry, Kind, Model, Target},
};

pub(crate) struct Oracle {
    model: &'static Model,
    /// The routing table of axum: a number for each path.
    table: matchit::Router<usize>,
    paths: Vec<KnownPath>,
    prefixes: Vec<Prefix>,
}

/// A path, and what there is for some of its methods.
struct KnownPath {
    /// The segments, without the rest of a mount.
    segments: Vec<Segment>,
    is_mount: bool,
    /// axum does not tell where a service is nested in a router, so it always yields.
    is_nested_in_a_merge: bool,
    targets: Vec<(&'static Target, &'static [&'static str])>,
}

/// What a request must run.
#[derive(Debug, Eq, PartialEq)]
pub(crate) struct Expected {
    pub(crate) log: Vec<String>,
    pub(crate) status: u16,
    pub(crate) case: Case,
}

/// The reason for an answer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Case {
    Route,
    Mount,
    Merge,
    MethodNotAllowed,
    /// A path that neither a scope owns nor a route matches.
    Unmatched,
    /// An unmatched path under a prefix.
    UnmatchedInScope,
    /// A path that a route matches and a more specific scope owns.
    Yielded,
}

impl KnownPath {
    /// Returns what answers a method.
    fn target(&self, method: &str) -> Option<&'static Target> {
        let by = |method: &str| {
            let mut targets = self.targets.iter();
            targets.find(|(_, methods)| methods.contains(&method))
        };
        let by_get = || (method == "HEAD").then(|| by("GET")).flatten();
        let found = by(method).or_else(by_get).or_else(|| by("ANY"));
        found.map(|(target, _)| *target)
    }
}

impl Oracle {
    pub(crate) fn new(model: &'static Model) -> Self {
        let mut oracle = Self {
            model,
            table: matchit::Router::new(),
            paths: Vec::new(),
            prefixes: owner::prefixes(model.scopes),
        };
        let mut numbers = HashMap::new();
        let is_last = |target: &&Target| target.kind == Kind::MountAtRoot;
        let (last, first): (Vec<_>, Vec<_>) = model.targets.iter().partition(is_last);
        for target in first.into_iter().chain(last) {
            for &(path, methods) in target.paths {
                let number = match numbers.get(path) {
                    Some(_) if target.kind == Kind::MountAtRoot => continue,
                    Some(&number) => number,
                    None => {
                        let number = oracle.paths.len();
                        oracle.table.insert(path, number).unwrap();
                        numbers.insert(path, number);
                        let is_mount = matches!(target.kind, Kind::Mount | Kind::MountAtRoot);
                        let rest: &[Segment] = if is_mount {
                            &[Segment::Text(""), Segment::CatchAll]
                        } else {
                            &[Segment::Text("")]
                        };
                        let mut segments = owner::segments(path);
                        if segments.last().is_some_and(|last| rest.contains(last)) {
                            segments.pop();
                        }
                        oracle.paths.push(KnownPath {
                            segments,
                            is_mount,
                            is_nested_in_a_merge: target.kind == Kind::Merge
                                && path.ends_with(&format!("{{*{NESTED_TAIL}}}")),
                            targets: Vec::new(),
                        });
                        number
                    }
                };
                oracle.paths[number].targets.push((target, methods));
            }
        }
        oracle
    }

    /// Returns what must run for a request, where `on` is the argument of the application.
    pub(crate) fn expect(&self, method: &str, path: &str, on: bool) -> Expected {
        let owner = owner::owner(&self.prefixes, path);
        let Ok(found) = self.table.at(path) else {
            return self.unmatched(owner, false, on);
        };
        let known = &self.paths[*found.value];
        let scope = self.scope_of(known, method);
        let is_outside = |owner: &Owner<'_>| {
            self.outwards(scope)
                .all(|scope| scope != owner.prefix.scope)
        };
        let yields = |owner: &Owner<'_>| {
            known.is_nested_in_a_merge || !owner.prefix.is_answered_by(&known.segments)
        };
        // What a route outside of the owner answers must be what its path says.
        let meant = owner.iter().filter(|owner| is_outside(owner));
        let mut meant = meant.map(|owner| {
            yields(owner)
                || !(owner::is_plain(path) || owner::means(&known.segments, known.is_mount, path))
        });
        // Its parameters are those of the path as spelled, so the owner of that counts as well.
        let spelled = owner::spelled_owner(&self.prefixes, path).filter(|_| !owner::is_plain(path));
        let spelled = spelled.iter().filter(|owner| is_outside(owner));
        let mut spelled = spelled.map(yields);
        if meant.any(|yields| yields) || spelled.any(|yields| yields) {
            return self.unmatched(owner, true, on);
        }
        let params = found.params.iter();
        let params = params.filter(|(name, _)| *name != NESTED_TAIL);
        let params = params.map(|(name, value)| (name.to_owned(), owner::decoded(value)));
        self.matched(method, known, &params.collect(), on)
    }

    /// Returns the scope of what answers this method, or the innermost scope that contains all routes of the path.
    fn scope_of(&self, known: &KnownPath, method: &str) -> usize {
        if let Some(target) = known.target(method) {
            return target.scope;
        }
        let scopes = known.targets.iter().map(|(target, _)| target.scope);
        scopes.reduce(|a, b| self.common(a, b)).unwrap_or(0)
    }

    fn matched(&self, method: &str, known: &KnownPath, params: &Params, on: bool) -> Expected {
        if let Some(target) = known.target(method) {
            let mut log = self.log(target.entries, params, on);
            log.push(target.answer.to_owned());
            let case = match target.kind {
                Kind::Route => Case::Route,
                Kind::Merge => Case::Merge,
                Kind::Mount | Kind::MountAtRoot => Case::Mount,
            };
            return Expected {
                log,
                status: 200,
                case,
            };
        }
        if let Some((target, _)) = known.targets.iter().find(|(t, _)| t.kind == Kind::Merge) {
            // A merged router answers other methods of its own paths.
            return Expected {
                log: self.log(target.entries, params, on),
                status: 405,
                case: Case::MethodNotAllowed,
            };
        }
        let scope = self.scope_of(known, method);
        let log = self.log(self.model.scopes[scope].entries, params, on);
        let handlers = self
            .outwards(scope)
            .map(|scope| self.model.scopes[scope].method_not_allowed);
        answered(log, handlers, 405, Case::MethodNotAllowed)
    }

    fn unmatched(&self, owner: Option<Owner<'_>>, has_yielded: bool, on: bool) -> Expected {
        let case = match &owner {
            _ if has_yielded => Case::Yielded,
            Some(_) => Case::UnmatchedInScope,
            None => Case::Unmatched,
        };
        let (scope, params) = match owner {
            Some(owner) => (owner.prefix.scope, owner.params),
            None => (0, Params::new()),
        };
        let log = self.log(self.model.scopes[scope].entries, &params, on);
        let handlers = self
            .outwards(scope)
            .map(|scope| self.model.scopes[scope].fallback);
        answered(log, handlers, 404, case)
    }

    fn log(&self, entries: &[Entry], params: &Params, on: bool) -> Vec<String> {
        let all = self.model.before_routing.iter().chain(entries);
        let added = all.filter(|entry| entry.if_on.is_none_or(|if_on| if_on == on));
        let line = |entry: &Entry| match entry.logs {
            logs if logs.starts_with("params ") => format!("{logs} {params:?}"),
            logs => logs.to_owned(),
        };
        added.map(line).collect()
    }

    /// Returns a scope and the scopes around it, the innermost first.
    fn outwards(&self, scope: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(scope), |&scope| self.model.scopes[scope].parent)
    }

    /// Returns the innermost scope that contains both.
    fn common(&self, a: usize, b: usize) -> usize {
        let around: Vec<_> = self.outwards(a).collect();
        self.outwards(b)
            .find(|scope| around.contains(scope))
            .unwrap_or(0)
    }
}

/// Adds the answer of the nearest handler, if there is one.
fn answered(
    mut log: Vec<String>,
    handlers: impl Iterator<Item = Option<&'static str>>,
    status: u16,
    case: Case,
) -> Expected {
    let handler = handlers.into_iter().flatten().next();
    log.extend(handler.map(str::to_owned));
    Expected {
        log,
        // All handlers of these applications answer with a 200.
        status: if handler.is_some() { 200 } else { status },
        case,
    }
}
