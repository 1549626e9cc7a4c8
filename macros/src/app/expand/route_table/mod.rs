//! Generates the module with the same name as the function: the route table and the URLs.

mod builder;
mod item;
mod names;
mod rows;
mod stacks;
mod text;
mod unmatched;

use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Attribute, Path};

use crate::{
    app::{
        cfgs::Cfgs,
        expand::{
            parts::included_module,
            route_table::builder::{Chunk, TableBuilder},
            urls,
        },
        model::{APP, App, BEFORE, Node, NodeKind},
    },
    hygiene::located_tokens,
    paths::Runtime,
};

/// Generates the module and the descriptions of its entries.
pub(super) fn expand(app: &App, crate_path: Option<&Path>) -> TokenStream {
    let App { vis, sig, .. } = app;
    let (outer_runtime, runtime) = (&Runtime::new(crate_path), &Runtime::in_module(crate_path));
    let name = &sig.ident;
    let mut table = TableBuilder::new(app, runtime, outer_runtime);
    table.outermost(app);
    let block = Block {
        cfgs: Cfgs::default(),
        is_conditional: false,
        stack: APP,
    };
    table.block(&app.nodes, &block);
    table.unmatched();
    let routes = table.routes();

    let TableBuilder {
        stacks,
        descriptions,
        ..
    } = &table;
    let (table_type, kind) = (runtime.route_table(), runtime.row_kind());
    let cfgs = app.attrs.iter().filter(|attr| attr.path().is_ident("cfg"));
    let cfgs: Vec<&Attribute> = cfgs.collect();
    let doc = format!("The routes of [`{name}`](fn@{name}) and their URLs.");
    let (rows, pieces) = table.rows();
    let urls = urls::expand(app, runtime, &rows);
    let methods = table.methods.all();
    let imports = runtime.imports();
    let long = (!table.includes.is_empty()).then(|| quote!(#[allow(long_running_const_eval)]));
    let descriptions = descriptions
        .iter()
        .map(|describe| quote!(#(#cfgs)* #describe));
    // An editor would find each entry in its description, too.
    let descriptions = (!table.descriptions.is_empty())
        .then(|| Runtime::items(&outer_runtime.for_compiler(&quote!(#(#descriptions)*))));
    // The module has the function's visibility, and so do its `pub` items.
    quote! {
        #(#cfgs)*
        #[doc = #doc]
        #[allow(dead_code, non_snake_case, unexpected_cfgs, unreachable_pub, unused_imports)]
        #vis mod #name {
            #imports

            /// The routes, and the middleware that run for each.
            #long
            pub const ROUTES: &#table_type = {
                use #kind;
                #(#stacks)*
                const METHODS: &[&[&str]] = &[#methods];
                #routes
            };

            #[doc(hidden)]
            #[derive(::core::fmt::Debug)]
            pub struct __Entries;

            #urls

            #pieces
        }

        #descriptions
    }
}

/// What a block has around it.
struct Block {
    cfgs: Cfgs,
    /// Whether one of the scopes around it has a condition, or the item itself.
    is_conditional: bool,
    /// The number of its stack.
    stack: usize,
}

impl<'a> TableBuilder<'a> {
    /// Adds the stacks of the application itself.
    fn outermost(&mut self, app: &App) {
        let owner = self.runtime.list_owner();
        let at = app.sig.ident.span();
        let cfgs = Cfgs::default();
        let before = (!app.before.is_empty()).then(|| {
            let owner = quote!(#owner::BeforeRouting);
            let entries = self.entries(&app.before, &cfgs);
            self.stack(BEFORE, None, &owner, &entries, at, &cfgs, None);
            BEFORE
        });
        let owner = quote!(#owner::App);
        let entries = self.entries(&app.with, &cfgs);
        let fallbacks = Self::fallbacks(&app.nodes);
        self.stack(APP, before, &owner, &entries, at, &cfgs, Some(&fallbacks));
    }

    /// Adds the stacks and rows of a block.
    fn block(&mut self, nodes: &'a [Node], outer: &Block) {
        for node in nodes {
            let block = Block {
                cfgs: outer.cfgs.and(&node.attrs),
                is_conditional: outer.is_conditional || node.condition.is_some(),
                stack: outer.stack,
            };
            let stack = if node.has_stack() {
                self.item_stack(node, outer.stack, &block.cfgs);
                node.id
            } else {
                outer.stack
            };
            self.row(node, &block, stack);
            if let NodeKind::Scope { nodes, .. } = &node.kind {
                self.block(nodes, &Block { stack, ..block });
            }
        }
    }

    /// Generates the table of all rows.
    fn routes(&self) -> TokenStream {
        let table = self.runtime.route_table();
        match &*self.chunks {
            [only] => {
                let rows = self.declared(only);
                quote!(&#table::new::<__Entries>(#rows))
            }
            _ => self.routes_with_parts(),
        }
    }

    /// Generates the table of an application that includes parts. A conflict is reported at the name of its part.
    fn routes_with_parts(&self) -> TokenStream {
        let runtime = self.runtime;
        let (piece, size, table) = (runtime.piece(), runtime.table_size(), runtime.route_table());
        let rows = runtime.declared_rows();
        let own = self.chunks.iter().map(|chunk| {
            (!chunk.is_empty()).then(|| {
                let declared = self.declared(chunk);
                quote!({
                    const DECLARED: &#rows = #declared;
                    #piece::Rows(DECLARED, &DECLARED.rows::<{ DECLARED.count() }>())
                },)
            })
        });
        let parts = self.includes.iter().map(|include| Some(&include.piece));
        let pieces = own.zip(parts.chain([None]));
        let pieces = pieces.map(|(own, part)| {
            let part = part.map(|part| quote!(#part,));
            quote!(#own #part)
        });
        let checks = self.includes.iter().map(|include| {
            let at = Span::mixed_site().located_at(include.at);
            let check = located_tokens(&runtime.check_part(), at);
            let (cfgs, id) = (&include.cfgs, Literal::usize_unsuffixed(include.id));
            let checked = quote_spanned! {at=>
                #check::<__Entries, { SIZE.rows }, { SIZE.text }, { SIZE.inclusions }>(
                    MAY_CONFLICT, #id
                )
            };
            runtime.for_compiler(&quote! {
                #[allow(long_running_const_eval)]
                #cfgs
                const _: () = #checked;
            })
        });
        quote! {
            const SIZE: #size = ROUTES.size();
            const MAY_CONFLICT: bool = ROUTES.may_conflict();
            #(#checks)*
            &#table::with_parts::<__Entries>(&[#(#pieces)*])
        }
    }

    /// Generates the rows as a constant of [`AppModule`], and the pieces with the rows of the parts.
    fn rows(&self) -> (TokenStream, Option<TokenStream>) {
        let runtime = self.runtime;
        if self.includes.is_empty() {
            let rows = runtime.rows_of_declared();
            return (quote!(#rows::<__Entries, { ROUTES.size().rows }>()), None);
        }
        let (evaluate, piece) = (runtime.evaluate(), runtime.piece());
        let has_pieces = runtime.has_pieces();
        let parts = self.includes.iter().map(|include| {
            let (cfgs, module) = (&include.cfgs, included_module(include.id, runtime));
            quote!(#cfgs #module::ROWS,)
        });
        let rows = quote! {
            #evaluate::<
                __Entries,
                { ROUTES.size().rows },
                { ROUTES.size().text },
                { ROUTES.size().inclusions },
            >()
        };
        let pieces = quote! {
            impl #has_pieces for __Entries {
                const PIECES: &'static [#piece] =
                    &ROUTES.pieces::<{ ROUTES.piece_count() }>(&[#(#parts)*]);
            }
        };
        (rows, Some(pieces))
    }

    /// Generates the rows of a chunk.
    fn declared(&self, chunk: &Chunk) -> TokenStream {
        let rows = self.runtime.declared_rows();
        let text = Literal::usize_unsuffixed(chunk.served.path_bytes + chunk.unmatched.path_bytes);
        let (served, unmatched) = (chunk.served.all(), chunk.unmatched.all());
        quote! {
            &#rows {
                methods: METHODS,
                text: #text,
                served: &[#served],
                unmatched: &[#unmatched],
            }
        }
    }
}
