//! Describes an application as plain data, which is written as Rust. `../model.rs` has the types.

use std::fmt::Write;

use crate::urls::Url;

/// What an application consists of. The first scope is the application itself.
#[derive(Default)]
pub(crate) struct Model {
    pub(crate) before_routing: Vec<Entry>,
    pub(crate) scopes: Vec<Scope>,
    pub(crate) targets: Vec<Target>,
    /// The named routes.
    pub(crate) urls: Vec<Url>,
}

#[derive(Clone)]
pub(crate) struct Entry {
    /// The name that `without` removes.
    pub(crate) name: String,
    /// What the entry logs.
    pub(crate) logs: String,
    pub(crate) if_on: Option<bool>,
    /// Whether its `cfg` holds.
    pub(crate) is_present: bool,
    /// Whether it belongs to another `app!` than the place where it is active.
    pub(crate) is_outside: bool,
}

pub(crate) struct Scope {
    pub(crate) parent: Option<usize>,
    pub(crate) prefix: Option<String>,
    pub(crate) if_on: Option<bool>,
    pub(crate) entries: Vec<Entry>,
    pub(crate) fallback: Option<String>,
    pub(crate) method_not_allowed: Option<String>,
}

pub(crate) struct Target {
    pub(crate) scope: usize,
    pub(crate) if_on: Option<bool>,
    pub(crate) kind: &'static str,
    /// Each path with its methods.
    pub(crate) paths: Vec<(String, Vec<&'static str>)>,
    pub(crate) entries: Vec<Entry>,
    pub(crate) answer: String,
}

impl Model {
    /// Returns the number of scopes, of targets and of named routes.
    pub(crate) fn size(&self) -> [usize; 3] {
        [self.scopes.len(), self.targets.len(), self.urls.len()]
    }

    /// Forgets what was added since the model had this size.
    pub(crate) fn truncate(&mut self, [scopes, targets, urls]: [usize; 3]) {
        self.scopes.truncate(scopes);
        self.targets.truncate(targets);
        self.urls.truncate(urls);
    }

    /// Returns the expression that describes the application.
    pub(crate) fn written(&self) -> String {
        let mut text = format!(
            "Model {{ before_routing: {}, scopes: &[",
            entries(&self.before_routing)
        );
        for scope in &self.scopes {
            write!(
                text,
                "Scope {{ parent: {:?}, prefix: {:?}, if_on: {:?}, entries: {}, fallback: {:?}, method_not_allowed: {:?} }}, ",
                scope.parent,
                scope.prefix,
                scope.if_on,
                entries(&scope.entries),
                scope.fallback,
                scope.method_not_allowed,
            )
            .unwrap();
        }
        text.push_str("], targets: &[");
        for target in &self.targets {
            write!(
                text,
                "Target {{ scope: {}, if_on: {:?}, kind: Kind::{}, paths: &[",
                target.scope, target.if_on, target.kind
            )
            .unwrap();
            for (path, methods) in &target.paths {
                write!(text, "({path:?}, &{methods:?}), ").unwrap();
            }
            write!(
                text,
                "], entries: {}, answer: {:?} }}, ",
                entries(&target.entries),
                target.answer
            )
            .unwrap();
        }
        text.push_str("] }");
        text
    }
}

fn entries(entries: &[Entry]) -> String {
    let mut text = "&[".to_owned();
    for entry in entries.iter().filter(|entry| entry.is_present) {
        let Entry { logs, if_on, .. } = entry;
        write!(text, "Entry {{ logs: {logs:?}, if_on: {if_on:?} }}, ").unwrap();
    }
    text.push(']');
    text
}
