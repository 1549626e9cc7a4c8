//! Describes an application as plain data, which is written as Rust. `../model.rs` has the types.

use std::fmt::Write;

/// What an application consists of. The first scope is the application itself.
#[derive(Default)]
pub(crate) struct Model {
    pub(crate) before_routing: Vec<Entry>,
    pub(crate) scopes: Vec<Scope>,
    pub(crate) targets: Vec<Target>,
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
}

pub(crate) struct Scope {
    pub(crate) parent: Option<usize>,
    pub(crate) prefix: Option<String>,
    pub(crate) entries: Vec<Entry>,
    pub(crate) fallback: Option<String>,
    pub(crate) method_not_allowed: Option<String>,
}

pub(crate) struct Target {
    pub(crate) scope: usize,
    pub(crate) kind: &'static str,
    /// Each path with its methods.
    pub(crate) paths: Vec<(String, Vec<&'static str>)>,
    pub(crate) entries: Vec<Entry>,
    pub(crate) answer: String,
}

impl Model {
    /// Returns the expression that describes the application.
    pub(crate) fn written(&self) -> String {
        let mut text = format!(
            "Model {{ before_routing: {}, scopes: &[",
            entries(&self.before_routing)
        );
        for scope in &self.scopes {
            write!(
                text,
                "Scope {{ parent: {:?}, prefix: {:?}, entries: {}, fallback: {:?}, method_not_allowed: {:?} }}, ",
                scope.parent,
                scope.prefix,
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
                "Target {{ scope: {}, kind: Kind::{}, paths: &[",
                target.scope, target.kind
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
