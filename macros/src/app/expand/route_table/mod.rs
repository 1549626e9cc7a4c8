//! Generates the module with the same name as the function: the route table and the URLs.

mod builder;
mod item;
mod names;
mod rows;
mod stacks;
mod unmatched;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Path};

use crate::{
    app::{
        cfgs::Cfgs,
        expand::{route_table::builder::TableBuilder, urls},
        model::{APP, App, BEFORE, Node, NodeKind},
    },
    paths::Runtime,
};

/// Generates the module and the descriptions of its entries.
pub(super) fn expand(app: &App, crate_path: Option<&Path>) -> TokenStream {
    let App { vis, sig, .. } = app;
    let (outer_runtime, runtime) = (&Runtime::new(crate_path), &Runtime::in_module(crate_path));
    let name = &sig.ident;
    let mut table = TableBuilder::new(app, runtime, outer_runtime);
    table.outermost(app);
    table.block(&app.nodes, &Cfgs::default(), APP);
    table.unmatched();

    let TableBuilder {
        stacks,
        rows,
        descriptions,
        ..
    } = &table;
    let table_type = runtime.route_table();
    let cfgs = app.attrs.iter().filter(|attr| attr.path().is_ident("cfg"));
    let cfgs: Vec<&Attribute> = cfgs.collect();
    let doc = format!("The routes of [`{name}`](fn@{name}) and their URLs.");
    let urls = urls::expand(app, runtime);
    let imports = runtime.imports();
    let descriptions = descriptions
        .iter()
        .map(|describe| quote!(#(#cfgs)* #describe));
    // The module has the function's visibility, and so do its `pub` items.
    quote! {
        #(#cfgs)*
        #[doc = #doc]
        #[allow(dead_code, non_snake_case, unreachable_pub, unused_imports)]
        #vis mod #name {
            #imports

            /// The routes, and the middleware that run for each.
            pub const ROUTES: &#table_type = {
                #(#stacks)*
                &#table_type::new(&[#(#rows),*])
            };

            #[doc(hidden)]
            #[derive(::core::fmt::Debug)]
            pub struct __Entries;

            #urls
        }

        #(#descriptions)*
    }
}

impl TableBuilder<'_> {
    /// Adds the stacks of the application itself.
    fn outermost(&mut self, app: &App) {
        let placement = self.runtime.placement();
        let at = app.sig.ident.span();
        let before = (!app.before.is_empty()).then(|| {
            let placement = quote!(#placement::BeforeRouting);
            let entries = self.entries(&app.before, &placement, &Cfgs::default());
            self.stack(
                BEFORE,
                None,
                &placement,
                &entries,
                at,
                &Cfgs::default(),
                None,
            );
            BEFORE
        });
        let placement = quote!(#placement::App);
        let entries = self.entries(&app.with, &placement, &Cfgs::default());
        let fallbacks = self.fallbacks(&app.nodes);
        self.stack(
            APP,
            before,
            &placement,
            &entries,
            at,
            &Cfgs::default(),
            Some(&fallbacks),
        );
    }

    /// Adds the stacks and rows of a block. `outer` is the number of the stack around it.
    fn block(&mut self, nodes: &[Node], cfgs: &Cfgs, outer: usize) {
        for node in nodes {
            let cfgs = cfgs.and(&node.attrs);
            let stack = if node.has_stack() {
                self.item_stack(node, outer, &cfgs);
                node.id
            } else {
                outer
            };
            self.row(node, &cfgs, stack);
            if let NodeKind::Scope { nodes, .. } = &node.kind {
                self.block(nodes, &cfgs, node.id);
            }
        }
    }
}
