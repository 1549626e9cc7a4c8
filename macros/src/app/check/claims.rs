//! Collects the paths that routes and mounts claim. Reports duplicate prefixes, names, methods and
//! root mounts.

use std::collections::BTreeMap;

use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;

use crate::{
    app::{
        check::{
            condition::Condition,
            path_syntax::{PathOf, find_error},
        },
        model::{Node, NodeKind},
        path::{catches_all, parameters, without_names},
        route_path::RoutePath,
    },
    diagnostics::{Diagnostics, app as message},
    syntax::{line, source_text},
};

/// A route or a mount, which claims paths.
pub(super) struct Claim<'a> {
    /// The full path, with the span of its last part.
    pub(super) path: &'a RoutePath,
    /// The methods, or `None` for a mount, which handles all.
    pub(super) methods: Option<&'a [Ident]>,
    pub(super) condition: Condition,
}

/// The paths, prefixes and names that an application claims.
#[derive(Default)]
pub(super) struct Claims<'a> {
    /// The claims of routes and mounts, in written order.
    pub(super) of_paths: Vec<Claim<'a>>,
    /// The full prefixes of scopes, by their text without parameter names.
    prefixes: BTreeMap<String, Vec<(Condition, &'a RoutePath)>>,
    root_mounts: Vec<(Condition, &'a RoutePath)>,
    /// The paths and places of named routes and includes, by name.
    names: BTreeMap<String, Vec<(Condition, String, Span)>>,
}

impl<'a> Claims<'a> {
    /// Collects the claims of a block.
    ///
    /// `cfgs` is its condition without the `if`s: a route whose `if` is false has a URL, too.
    pub(super) fn block(
        &mut self,
        nodes: &'a [Node],
        condition: &Condition,
        cfgs: &Condition,
        diagnostics: &mut Diagnostics,
    ) {
        for node in nodes {
            let condition = condition.and(&node.attrs);
            let condition = condition.and_if(node.condition.as_ref());
            let cfgs = cfgs.and(&node.attrs);
            match &node.kind {
                NodeKind::Route {
                    methods,
                    path,
                    name,
                    ..
                } => {
                    if let Some(name) = name {
                        self.name(name, path.text().to_owned(), &cfgs, diagnostics);
                    }
                    if is_path(path, diagnostics) {
                        check_methods(methods, diagnostics);
                        self.of_paths.push(Claim {
                            path,
                            methods: Some(methods),
                            condition,
                        });
                    }
                }
                NodeKind::Mount { path, .. } if path.text() == "/" => {
                    self.root_mount(path, condition, diagnostics);
                }
                NodeKind::Mount { path, .. } => {
                    if is_path(path, diagnostics) && !catches_all(path.text()) {
                        self.of_paths.push(Claim {
                            path,
                            methods: None,
                            condition,
                        });
                    }
                }
                NodeKind::Scope { prefix, nodes, .. } => {
                    if let Some(prefix) = prefix {
                        // An invalid prefix makes every path under it invalid, too.
                        let text = prefix.text();
                        if !is_path(prefix, diagnostics) || text.ends_with('/') || catches_all(text)
                        {
                            continue;
                        }
                        self.prefix(prefix, &condition, diagnostics);
                    }
                    self.block(nodes, &condition, &cfgs, diagnostics);
                }
                NodeKind::Include { name, part, .. } => {
                    if let Some(name) = name {
                        let path = format!("include {}", source_text(&part.func));
                        self.name(name, path, &cfgs, diagnostics);
                    }
                }
                NodeKind::Merge { .. }
                | NodeKind::Fallback { .. }
                | NodeKind::MethodNotAllowed { .. } => {}
            }
        }
    }

    fn root_mount(
        &mut self,
        path: &'a RoutePath,
        condition: Condition,
        diagnostics: &mut Diagnostics,
    ) {
        let mut others = self.root_mounts.iter();
        match others.find(|(other, _)| other.may_coexist_with(&condition)) {
            Some((_, first)) => {
                diagnostics.report(path, message::duplicate_root_mount(line(first.span())));
            }
            None => self.root_mounts.push((condition, path)),
        }
    }

    fn name(
        &mut self,
        name: &Ident,
        path: String,
        condition: &Condition,
        diagnostics: &mut Diagnostics,
    ) {
        let text = name.unraw().to_string();
        let others = self.names.entry(text.clone()).or_default();
        match others
            .iter()
            .find(|(other, ..)| other.may_coexist_with(condition))
        {
            Some((_, first, at)) => {
                let message = message::duplicate_route_name(&text, first, line(*at));
                diagnostics.report(name, message);
            }
            None => others.push((condition.clone(), path, name.span())),
        }
    }

    /// Records the prefix of a scope. Only one scope can own the paths under it.
    fn prefix(
        &mut self,
        prefix: &'a RoutePath,
        condition: &Condition,
        diagnostics: &mut Diagnostics,
    ) {
        let text = prefix.text();
        let others = self.prefixes.entry(without_names(text)).or_default();
        match others
            .iter()
            .find(|(other, _)| other.may_coexist_with(condition))
        {
            Some((_, first)) => {
                diagnostics.report(prefix, message::duplicate_prefix(text, line(first.span())));
            }
            None => others.push((condition.clone(), prefix)),
        }
    }
}

/// Returns whether a full path is valid. Reports a duplicate parameter; the other mistakes are in one
/// of the written parts and have been reported.
fn is_path(path: &RoutePath, diagnostics: &mut Diagnostics) -> bool {
    let text = path.text();
    if find_error(text, PathOf::Route).is_some() {
        return false;
    }
    let mut names = Vec::new();
    for name in parameters(text) {
        if names.contains(&name) {
            diagnostics.report(path, message::duplicate_parameter(name, text));
            return false;
        }
        names.push(name);
    }
    true
}

/// Reports duplicate methods, and `ANY` among others.
fn check_methods(methods: &[Ident], diagnostics: &mut Diagnostics) {
    for (at, method) in methods.iter().enumerate() {
        if methods[..at].contains(method) {
            diagnostics.report(method, message::duplicate_method(method));
        } else if method == "ANY" && methods.len() > 1 {
            diagnostics.report(method, message::ANY_AMONG_OTHERS);
        }
    }
}
