//! Generates the rows of declared items: routes, mounts and merges.

use proc_macro2::Ident;
use quote::{ToTokens, quote};
use syn::{ExprCall, ext::IdentExt};

use crate::app::{
    expand::parts::{included_module, part_name},
    expand::route_table::{
        Block,
        builder::{Chunk, Include, PathRoute, PathRoutes, PrefixScope, TableBuilder},
        item::ItemDescription,
        names::stack_name,
    },
    model::{Node, NodeKind},
    route_path::RoutePath,
};

impl<'a> TableBuilder<'a> {
    /// Adds the row of an item, and records what the rows for unmatched requests need.
    pub(super) fn row(&mut self, node: &'a Node, block: &Block, stack: usize) {
        let stack = stack_name(stack);
        let cfgs = &block.cfgs;
        let (kind, methods, path, name, handler) = match &node.kind {
            NodeKind::Route {
                methods,
                path,
                name,
                handler,
            } => {
                let is_any = methods.iter().any(|method| method == "ANY");
                self.record_route(path, block, &stack, is_any);
                let methods = methods.iter().filter(|_| !is_any);
                let methods: Vec<_> = methods
                    .map(|method| format!("{:?}", method.to_string()))
                    .collect();
                let name = name.as_ref().map(|name| name.unraw().to_string());
                let name = name.unwrap_or_default();
                ("Route", methods.join(","), path.text(), name, handler)
            }
            NodeKind::Mount { path, service } => {
                if !block.is_conditional {
                    let mounts = self.mounts.entry(path.text()).or_default();
                    mounts.push(cfgs.clone());
                }
                ("Mount", String::new(), path.text(), String::new(), service)
            }
            NodeKind::Merge { prefix, router } => {
                ("Merge", String::new(), &**prefix, String::new(), router)
            }
            NodeKind::Include { prefix, part, .. } => {
                self.include(node, block, prefix, part, &stack);
                return;
            }
            NodeKind::Scope { prefix, .. } => {
                let chunk = self.includes.len();
                self.prefix_scopes
                    .extend(prefix.as_ref().map(|prefix| PrefixScope {
                        cfgs: cfgs.clone(),
                        stack,
                        prefix,
                        chunk,
                    }));
                return;
            }
            // `unmatched` adds the rows that these handlers answer.
            NodeKind::Fallback { .. } | NodeKind::MethodNotAllowed { .. } => return,
        };
        let ItemDescription {
            id,
            line,
            handler,
            description,
            condition,
        } = ItemDescription::new(node, handler);
        let methods = self.methods.number(methods);
        // `runtime/src/routes/declare.rs` reads them in this order.
        self.chunk().served.push(
            &cfgs.to_token_stream(),
            kind,
            stack,
            &[id, line as usize, methods],
            &[&[path, &condition], &[&name, &handler, &description]],
        );
    }

    /// Ends the chunk of rows with a part.
    fn include(
        &mut self,
        node: &Node,
        block: &Block,
        prefix: &str,
        part: &ExprCall,
        stack: &Ident,
    ) {
        let piece = self.runtime.piece();
        let module = included_module(node.id, self.runtime);
        let item = ItemDescription::new(node, &part.func);
        let (cfgs, outer) = (&block.cfgs, stack_name(block.stack));
        let piece = quote! {
            #cfgs
            #piece::Part(#module::ROUTES.part(#item, #prefix, #stack, #outer))
        };
        self.includes.push(Include {
            id: node.id,
            cfgs: cfgs.clone(),
            at: part_name(part).span(),
            piece,
        });
        self.chunks.push(Chunk::default());
    }

    fn record_route(&mut self, path: &'a RoutePath, block: &Block, stack: &Ident, is_any: bool) {
        let route = PathRoute {
            cfgs: block.cfgs.clone(),
            stack: stack.clone(),
            is_any,
            is_conditional: block.is_conditional,
        };
        let chunk = self.includes.len();
        let at = *self.positions.entry(path.text()).or_insert_with(|| {
            self.paths.push(PathRoutes {
                path,
                chunk,
                routes: Vec::new(),
            });
            self.paths.len() - 1
        });
        self.paths[at].routes.push(route);
    }
}
