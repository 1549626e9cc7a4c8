//! Whether the routes can stand beside each other, by the same table that axum looks them up in.

use std::collections::HashMap;

use matchit::{InsertError, Router};
use proc_macro2::{Ident, Span};
use syn::{Attribute, LitStr, ext::IdentExt};

use crate::{
    app::{
        cfgs::Cfgs,
        model::{App, Node, NodeKind},
        path_syntax::{catches_all, is_path, without_names},
    },
    diagnostics::{Diagnostics, app as message},
};

/// Reports what axum would panic on when the application starts.
pub(super) fn check(app: &App, diagnostics: &mut Diagnostics) {
    let mut collected = Collected::default();
    collected.block(&app.nodes, &Condition::default(), diagnostics);
    let claims = collected.claims;

    // What stands under some `#[cfg]`s is checked beside what is there whenever it is: of what stands
    // under others, nobody knows whether both are there.
    let mut conditions: Vec<&Condition> = Vec::new();
    for claim in &claims {
        if !conditions.contains(&&claim.condition) {
            conditions.push(&claim.condition);
        }
    }
    for condition in conditions {
        let (these, others): (Vec<&Claim<'_>>, Vec<_>) = claims
            .iter()
            .filter(|claim| condition.implies(&claim.condition))
            .partition(|claim| claim.condition == *condition);
        let mut table = Table::default();
        table.fill(&others, &mut |_, _| {});
        table.fill(&these, &mut |at, text| diagnostics.report(at, text));
    }
}

/// The `#[cfg]` attributes that an item stands under, as text.
#[derive(Clone, Default, PartialEq)]
struct Condition(Vec<String>);

impl Condition {
    /// Whether what stands under the other one is there whenever what stands under this one is.
    fn implies(&self, other: &Self) -> bool {
        other.0.iter().all(|cfg| self.0.contains(cfg))
    }

    /// Whether one of the two is there whenever the other one is.
    fn meets(&self, other: &Self) -> bool {
        self.implies(other) || other.implies(self)
    }

    fn and(&self, attrs: &[Attribute]) -> Self {
        let mut all = self.0.clone();
        all.extend(Cfgs::default().and(attrs).texts());
        Self(all)
    }
}

/// What claims paths: a route or a mount.
struct Claim<'a> {
    /// The path in full, at the place where its last part is written.
    path: &'a LitStr,
    /// None for a mount, which takes all.
    methods: Option<&'a [Ident]>,
    condition: Condition,
}

#[derive(Default)]
struct Collected<'a> {
    claims: Vec<Claim<'a>>,
    /// The prefixes of scopes in full, without the names of their parameters.
    prefixes: HashMap<String, Vec<(Condition, &'a LitStr)>>,
    root_mounts: Vec<(Condition, &'a LitStr)>,
    /// The names of routes, and their paths.
    names: HashMap<String, Vec<(Condition, &'a LitStr)>>,
}

impl<'a> Collected<'a> {
    fn block(&mut self, nodes: &'a [Node], condition: &Condition, diagnostics: &mut Diagnostics) {
        for node in nodes {
            let condition = condition.and(&node.attrs);
            match &node.kind {
                NodeKind::Route {
                    methods,
                    path,
                    name,
                    ..
                } => {
                    if let Some(name) = name {
                        self.name(name, path, &condition, diagnostics);
                    }
                    if is_path(path, diagnostics) {
                        check_methods(methods, diagnostics);
                        self.claims.push(Claim {
                            path,
                            methods: Some(methods),
                            condition,
                        });
                    }
                }
                NodeKind::Mount { path, .. } if path.value() == "/" => {
                    self.root_mount(path, condition, diagnostics);
                }
                NodeKind::Mount { path, .. } => {
                    if catches_all(&path.value()) {
                        diagnostics.report(path, message::MOUNT_CATCH_ALL);
                    } else if is_path(path, diagnostics) {
                        self.claims.push(Claim {
                            path,
                            methods: None,
                            condition,
                        });
                    }
                }
                NodeKind::Scope { prefix, nodes, .. } => {
                    if let Some(prefix) = prefix {
                        // With a prefix that is none, nothing can be said of what is below it.
                        if !is_path(prefix, diagnostics) || catches_all(&prefix.value()) {
                            continue;
                        }
                        self.prefix(prefix, &condition, diagnostics);
                    }
                    self.block(nodes, &condition, diagnostics);
                }
                NodeKind::Merge { .. }
                | NodeKind::Fallback { .. }
                | NodeKind::MethodNotAllowed { .. } => {}
            }
        }
    }

    fn root_mount(
        &mut self,
        path: &'a LitStr,
        condition: Condition,
        diagnostics: &mut Diagnostics,
    ) {
        let mut others = self.root_mounts.iter();
        match others.find(|(other, _)| other.meets(&condition)) {
            Some((_, first)) => {
                diagnostics.report(path, message::mount_twice(line(first.span())));
            }
            None => self.root_mounts.push((condition, path)),
        }
    }

    fn name(
        &mut self,
        name: &Ident,
        path: &'a LitStr,
        condition: &Condition,
        diagnostics: &mut Diagnostics,
    ) {
        let text = name.unraw().to_string();
        let others = self.names.entry(text.clone()).or_default();
        match others.iter().find(|(other, _)| other.meets(condition)) {
            Some((_, first)) => {
                let message = message::name_taken(&text, &first.value(), line(first.span()));
                diagnostics.report(name, message);
            }
            None => others.push((condition.clone(), path)),
        }
    }

    /// Takes the prefix of a scope, which owns what is below it, and so is the only one to have it.
    fn prefix(&mut self, prefix: &'a LitStr, condition: &Condition, diagnostics: &mut Diagnostics) {
        let text = prefix.value();
        let others = self.prefixes.entry(without_names(&text)).or_default();
        match others.iter().find(|(other, _)| other.meets(condition)) {
            Some((_, first)) => {
                diagnostics.report(prefix, message::prefix_twice(&text, line(first.span())));
            }
            None => others.push((condition.clone(), prefix)),
        }
    }
}

fn check_methods(methods: &[Ident], diagnostics: &mut Diagnostics) {
    for (at, method) in methods.iter().enumerate() {
        if methods[..at].contains(method) {
            diagnostics.report(method, message::method_twice(method));
        } else if method == "ANY" && methods.len() > 1 {
            diagnostics.report(method, message::ANY_AMONG_OTHERS);
        }
    }
}

/// The paths that are taken, as in axum's router.
#[derive(Default)]
struct Table<'a> {
    paths: Router<usize>,
    /// What took a path, and with which methods: the places in `paths` lead here.
    taken: Vec<Vec<&'a Claim<'a>>>,
    /// The place of a path, by its text.
    places: HashMap<String, usize>,
}

impl<'a> Table<'a> {
    fn fill(&mut self, claims: &[&'a Claim<'a>], report: &mut dyn FnMut(&LitStr, String)) {
        for claim in claims {
            let path = claim.path.value();
            let paths = match claim.methods {
                Some(_) => vec![path],
                // What axum's `nest_service` registers.
                None => vec![
                    path.clone(),
                    format!("{path}/"),
                    format!("{path}/{{*rest}}"),
                ],
            };
            for path in paths {
                if let Some(text) = self.insert(&path, claim) {
                    report(claim.path, text);
                    break;
                }
            }
        }
    }

    /// Takes a path, or gives what is in the way.
    fn insert(&mut self, path: &str, claim: &'a Claim<'a>) -> Option<String> {
        if let Some(&place) = self.places.get(path) {
            let taken = &mut self.taken[place];
            let clash = taken.iter().find_map(|other| clash(claim, other));
            taken.push(claim);
            return clash;
        }
        match self.paths.insert(path, self.taken.len()) {
            Ok(()) => {
                self.places.insert(path.to_owned(), self.taken.len());
                self.taken.push(vec![claim]);
                None
            }
            Err(InsertError::Conflict { with }) => {
                let other = self
                    .places
                    .get(&with)
                    .and_then(|&place| self.taken[place].first());
                Some(message::conflict(
                    &claim.path.value(),
                    &other.map_or(with, |other| other.path.value()),
                    other.map(|other| line(other.path.span())),
                ))
            }
            Err(other) => Some(other.to_string()),
        }
    }
}

/// What is wrong with two claims of one path.
fn clash(claim: &Claim<'_>, other: &Claim<'_>) -> Option<String> {
    let path = other.path.value();
    let at = line(other.path.span());
    let (Some(methods), Some(others)) = (claim.methods, other.methods) else {
        return Some(message::conflict(&claim.path.value(), &path, Some(at)));
    };
    let both = methods.iter().find(|method| others.contains(method))?;
    Some(message::route_twice(both, &path, at))
}

fn line(span: Span) -> usize {
    span.start().line
}
