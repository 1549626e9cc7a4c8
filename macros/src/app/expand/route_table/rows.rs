//! Generates the rows of declared items: routes, mounts and merges.

use proc_macro2::Ident;
use quote::quote;
use syn::{LitStr, ext::IdentExt};

use crate::app::{
    cfgs::Cfgs,
    expand::route_table::{
        builder::{PathRoute, PathRoutes, PrefixScope, TableBuilder},
        names::stack_name,
    },
    model::{Node, NodeKind},
};

impl TableBuilder<'_> {
    /// Adds the row of an item, and records what the rows for unmatched requests need.
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
                self.record_route(path, cfgs, &stack, is_any);
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
                self.prefix_scopes
                    .extend(prefix.clone().map(|prefix| PrefixScope {
                        cfgs: cfgs.clone(),
                        stack,
                        prefix,
                    }));
                return;
            }
            // `unmatched` adds the rows that these handlers answer.
            NodeKind::Fallback { .. } | NodeKind::MethodNotAllowed { .. } => return,
        };
        self.rows.push(quote!(#cfgs #row));
    }

    fn record_route(&mut self, path: &LitStr, cfgs: &Cfgs, stack: &Ident, is_any: bool) {
        let route = PathRoute {
            cfgs: cfgs.clone(),
            stack: stack.clone(),
            is_any,
        };
        let at = *self.positions.entry(path.value()).or_insert_with(|| {
            self.paths.push(PathRoutes {
                path: path.clone(),
                routes: Vec::new(),
            });
            self.paths.len() - 1
        });
        self.paths[at].routes.push(route);
    }
}
