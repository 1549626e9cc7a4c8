//! The statements of an item.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Expr, spanned::Spanned};

use crate::{
    app::{
        cfgs::Cfgs,
        expand::function::{
            expander::{Expander, Variables},
            list::passed_name,
        },
        model::{Node, NodeKind, Without},
    },
    hygiene::located,
};

impl Expander<'_> {
    pub(super) fn node(&self, node: &Node) -> TokenStream {
        let Variables {
            app,
            list,
            place,
            stack,
            ..
        } = &self.variables;
        let attrs = node
            .attrs
            .iter()
            .filter(|attr| !attr.path().is_ident("doc"));
        let without = node.without.as_ref().map(|without| self.without(without));
        let id = Literal::usize_unsuffixed(node.id);
        let own_list = node.has_stack().then(|| {
            let entries = self.entries(&node.with);
            quote! {
                let #stack = #place.stack();
                #entries
                #[allow(unused_variables)]
                let #place = #app.list(#id, #list);
            }
        });
        let statements = match &node.kind {
            NodeKind::Scope { nodes, unused, .. } => {
                let nodes = nodes.iter().map(|node| self.node(node));
                let unused = unused_stacks(unused);
                quote!(#unused #(#nodes)*)
            }
            NodeKind::Mount { path, service } => quote!(#app.mount(#id, #path, #service);),
            NodeKind::Merge { prefix, router } => quote!(#app.merge(#id, #prefix, #router);),
            NodeKind::Route { handler, .. }
            | NodeKind::Fallback { handler }
            | NodeKind::MethodNotAllowed { handler } => {
                let handler = self.handler(handler);
                quote!(#app.handler(#id, #handler);)
            }
        };
        quote!(#(#attrs)* { #without #own_list #statements })
    }

    /// The place that is left when some entries are taken out: what the others require is checked
    /// again.
    fn without(&self, without: &Without) -> TokenStream {
        let place = &self.variables.place;
        let at = Span::mixed_site().located_at(without.at.span());
        let place_at = located(place, at);
        let passed = without.remaining().map(|entry| {
            let cfgs = Cfgs::default().and(&entry.attrs);
            let passed = located(&passed_name(entry.id), at);
            let further_in = quote_spanned!(at=> #passed.further_in(#place_at));
            quote!(#cfgs let #place = #further_in;)
        });
        quote! {
            let #place = #place.outermost();
            #(#passed)*
        }
    }

    fn handler(&self, handler: &Expr) -> TokenStream {
        let at = Span::mixed_site().located_at(handler.span());
        let place = located(&self.variables.place, at);
        quote_spanned!(at=> #place.handler(#handler))
    }
}

/// A variable for each of these stacks, which no list has asked for: rustc says that it is not used. It
/// stands in a module, where no unit struct has its name, which a pattern would otherwise mean.
pub(super) fn unused_stacks(stacks: &[Ident]) -> Option<TokenStream> {
    (!stacks.is_empty()).then(|| {
        quote! {
            {
                #[allow(dead_code, clippy::let_unit_value)]
                mod __unused {
                    fn stacks() {
                        #(let #stacks = ();)*
                    }
                }
            }
        }
    })
}
