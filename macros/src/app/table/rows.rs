//! The rows of an application.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;
use syn::{Attribute, Expr, Lit, LitStr, Meta, ext::IdentExt};

use crate::{
    app::{
        cfgs::Cfgs,
        model::{APP, Node, NodeKind},
        table::{Table, stacks::stack_name},
    },
    syntax::{self, written},
};

/// The routes of one path.
pub(super) struct SamePath {
    path: LitStr,
    routes: Vec<PathRoute>,
}

pub(super) struct PathRoute {
    cfgs: Cfgs,
    stack: Ident,
    is_any: bool,
}

/// A scope with a prefix.
pub(super) struct Owner {
    cfgs: Cfgs,
    stack: Ident,
    prefix: LitStr,
}

impl Table<'_> {
    pub(super) fn item(&self, node: &Node, handler: &Expr) -> TokenStream {
        let info = self.runtime.item_info();
        let (id, line) = (
            Literal::usize_unsuffixed(node.id),
            line(node.keyword.span()),
        );
        let handler = match handler {
            Expr::Closure(_) => "{closure}".to_owned(),
            other => written(other),
        };
        let description = description(&node.attrs);
        quote!(#info::new(#id, #handler, #description, #line))
    }

    pub(super) fn row(&mut self, node: &Node, cfgs: &Cfgs, stack: usize) {
        let info = self.runtime.route_info();
        let stack = stack_name(stack);
        let row = match &node.kind {
            NodeKind::Route {
                methods,
                path,
                name,
                handler,
            } => {
                let is_any = methods.iter().any(|method| method == "ANY");
                self.remember(path, cfgs, &stack, is_any);
                let methods = methods.iter().filter(|_| !is_any).map(Ident::to_string);
                let option = self.runtime.option();
                let name = match name {
                    Some(name) => {
                        let name = name.unraw().to_string();
                        quote!(#option::Some(#name))
                    }
                    None => quote!(#option::None),
                };
                let item = self.item(node, handler);
                quote!(#info::route(#item, &[#(#methods),*], #path, #name, #stack))
            }
            NodeKind::Mount { path, service } => {
                let mounts = self.mounts.entry(path.value()).or_default();
                mounts.push(cfgs.clone());
                let item = self.item(node, service);
                quote!(#info::mount(#item, #path, #stack))
            }
            NodeKind::Merge { prefix, router } => {
                let item = self.item(node, router);
                quote!(#info::merge(#item, #prefix, #stack))
            }
            NodeKind::Scope { prefix, .. } => {
                self.owners.extend(prefix.clone().map(|prefix| Owner {
                    cfgs: cfgs.clone(),
                    stack,
                    prefix,
                }));
                return;
            }
            // They answer what the rows of misses are about.
            NodeKind::Fallback { .. } | NodeKind::MethodNotAllowed { .. } => return,
        };
        self.rows.push(quote!(#cfgs #row));
    }

    fn remember(&mut self, path: &LitStr, cfgs: &Cfgs, stack: &Ident, is_any: bool) {
        let route = PathRoute {
            cfgs: cfgs.clone(),
            stack: stack.clone(),
            is_any,
        };
        let at = *self.places.entry(path.value()).or_insert_with(|| {
            self.paths.push(SamePath {
                path: path.clone(),
                routes: Vec::new(),
            });
            self.paths.len() - 1
        });
        self.paths[at].routes.push(route);
    }

    /// The rows of what no route takes: other methods of known paths, and unknown paths.
    pub(super) fn misses(&mut self) {
        let info = self.runtime.route_info();
        for SamePath { path, routes } in &self.paths {
            let stacks = routes.iter().map(|route| {
                let (cfgs, stack) = (&route.cfgs, &route.stack);
                quote!(#cfgs #stack)
            });
            let cfg = condition(routes);
            let row = quote!(#info::method_not_allowed(#path, &[#(#stacks),*]));
            self.rows.extend(cfg.map(|cfg| quote!(#cfg #row)));
        }
        // The innermost prefix comes first.
        for owner in self.owners.iter().rev() {
            let (cfgs, stack, prefix) = (&owner.cfgs, &owner.stack, owner.prefix.value());
            let path = format!("{prefix}/{{*rest}}");
            let row = quote!(#info::fallback(#path, #stack));
            let cfg = self.beside_mounts(&prefix);
            self.rows.extend(cfg.map(|cfg| quote!(#cfgs #cfg #row)));
        }
        let stack = stack_name(APP);
        let row = quote!(#info::fallback("/{*rest}", #stack));
        let cfg = self.beside_mounts("/");
        self.rows.extend(cfg.map(|cfg| quote!(#cfg #row)));
    }

    /// The `#[cfg]` under which no mount takes what nothing else does below a path; none where one
    /// always does.
    fn beside_mounts(&self, path: &str) -> Option<TokenStream> {
        match self.mounts.get(path) {
            None => Some(TokenStream::new()),
            Some(mounts) if mounts.iter().any(Cfgs::is_empty) => None,
            Some(mounts) => {
                let mounts = mounts.iter().map(Cfgs::all);
                Some(quote!(#[cfg(not(any(#(#mounts),*)))]))
            }
        }
    }
}

/// The `#[cfg]` under which other methods than those of these routes have an answer of their own; none
/// where they never have.
fn condition(routes: &[PathRoute]) -> Option<TokenStream> {
    let (any, some): (Vec<&PathRoute>, Vec<_>) = routes.iter().partition(|route| route.is_any);
    let always = |route: &&PathRoute| route.cfgs.is_empty();
    if some.is_empty() || any.iter().any(always) {
        return None;
    }
    if any.is_empty() && some.iter().any(always) {
        return Some(TokenStream::new());
    }
    let is_there = some.iter().map(|route| route.cfgs.all());
    let is_there = quote!(any(#(#is_there),*));
    Some(if any.is_empty() {
        quote!(#[cfg(#is_there)])
    } else {
        let any = any.iter().map(|route| route.cfgs.all());
        quote!(#[cfg(all(#is_there, not(any(#(#any),*))))])
    })
}

/// The line that a token stands on.
pub(super) fn line(at: Span) -> Literal {
    let line = u32::try_from(syntax::line(at)).unwrap_or(u32::MAX);
    Literal::u32_unsuffixed(line)
}

/// The text of the doc comments.
fn description(attrs: &[Attribute]) -> String {
    let docs = attrs.iter().filter_map(|attr| match &attr.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(literal) => match &literal.lit {
                Lit::Str(text) => Some(text.value()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    });
    let lines: Vec<String> = docs
        .map(|text| {
            text.strip_prefix(' ')
                .unwrap_or(&text)
                .trim_end()
                .to_owned()
        })
        .collect();
    lines.join("\n").trim().to_owned()
}
