//! Says which middleware must run for a request, from the documentation alone:
//! see "Which middleware run for a request" in `runtime/src/docs/app.md`.
//!
//! It knows an application only as plain data, and uses nothing of the crate.

mod examples;
mod owner;
mod table;

use self::{
    owner::{Owner, Params, Prefix},
    table::{KnownPath, Table},
};
use crate::model::{Entry, Kind, Model, Target};

pub(crate) use self::owner::meaning;

pub(crate) struct Oracle {
    model: &'static Model,
    /// The argument of the application.
    on: bool,
    table: Table,
    prefixes: Vec<Prefix>,
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

impl Oracle {
    /// Describes an application, where `on` is its argument.
    pub(crate) fn new(model: &'static Model, on: bool) -> Self {
        let mut oracle = Self {
            model,
            on,
            table: Table::default(),
            prefixes: Vec::new(),
        };
        oracle.prefixes = owner::prefixes(model.scopes, |scope| oracle.has_scope(scope));
        let exists =
            |target: &&Target| oracle.is_on(target.if_on) && oracle.has_scope(target.scope);
        oracle.table = Table::new(model.targets.iter().filter(exists));
        oracle
    }

    /// Returns what must run for a request.
    pub(crate) fn expect(&self, method: &str, path: &str) -> Expected {
        let owner = owner::owner(&self.prefixes, path);
        let Some((known, params)) = self.table.at(path) else {
            return self.unmatched(owner, false);
        };
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
            return self.unmatched(owner, true);
        }
        self.matched(method, known, &params)
    }

    /// Returns the scope of what answers this method, or the innermost scope that contains all routes of the path.
    fn scope_of(&self, known: &KnownPath, method: &str) -> usize {
        if let Some(target) = known.target(method) {
            return target.scope;
        }
        let scopes = known.targets.iter().map(|(target, _)| target.scope);
        scopes.reduce(|a, b| self.common(a, b)).unwrap_or(0)
    }

    fn matched(&self, method: &str, known: &KnownPath, params: &Params) -> Expected {
        if let Some(target) = known.target(method) {
            let mut log = self.log(target.entries, params);
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
                log: self.log(target.entries, params),
                status: 405,
                case: Case::MethodNotAllowed,
            };
        }
        let scope = self.scope_of(known, method);
        let log = self.log(self.model.scopes[scope].entries, params);
        let handlers = self
            .outwards(scope)
            .map(|scope| self.model.scopes[scope].method_not_allowed);
        answered(log, handlers, 405, Case::MethodNotAllowed)
    }

    fn unmatched(&self, owner: Option<Owner<'_>>, has_yielded: bool) -> Expected {
        let case = match &owner {
            _ if has_yielded => Case::Yielded,
            Some(_) => Case::UnmatchedInScope,
            None => Case::Unmatched,
        };
        let (scope, params) = match owner {
            Some(owner) => (owner.prefix.scope, owner.params),
            None => (0, Params::new()),
        };
        let log = self.log(self.model.scopes[scope].entries, &params);
        let handlers = self
            .outwards(scope)
            .map(|scope| self.model.scopes[scope].fallback);
        answered(log, handlers, 404, case)
    }

    fn log(&self, entries: &[Entry], params: &Params) -> Vec<String> {
        let all = self.model.before_routing.iter().chain(entries);
        let added = all.filter(|entry| self.is_on(entry.if_on));
        let line = |entry: &Entry| match entry.logs {
            logs if logs.starts_with("params ") => format!("{logs} {params:?}"),
            logs => logs.to_owned(),
        };
        added.map(line).collect()
    }

    fn is_on(&self, if_on: Option<bool>) -> bool {
        if_on.is_none_or(|if_on| if_on == self.on)
    }

    /// Returns whether a scope and all scopes around it exist.
    fn has_scope(&self, scope: usize) -> bool {
        self.outwards(scope)
            .all(|scope| self.is_on(self.model.scopes[scope].if_on))
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
