//! Generates the statements of an item.

use std::iter::repeat_n;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Expr, ExprCall, spanned::Spanned};

use crate::{
    app::{
        cfgs::Cfgs,
        expand::function::{
            expander::{Expander, Variables},
            list::{checked, token_name},
        },
        expand::parts::part_name,
        model::{Node, NodeKind, Without},
    },
    hygiene::located,
    syntax::MAX_PROVIDED_TYPES,
};

impl Expander<'_> {
    pub(super) fn node(&self, node: &Node) -> TokenStream {
        let Variables {
            app,
            list,
            scope,
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
                let #stack = #scope.stack();
                #entries
                #[allow(unused_variables)]
                let #scope = #app.list(#id, #list);
            }
        });
        let statements = match &node.kind {
            NodeKind::Scope { nodes, unused, .. } => {
                let nodes = nodes.iter().map(|node| self.node(node));
                let unused = unused_stacks(unused);
                quote!(#unused #(#nodes)*)
            }
            NodeKind::Mount { service, .. } => quote!(#app.mount(#id, #service);),
            NodeKind::Merge { router, .. } => quote!(#app.merge(#id, #router);),
            NodeKind::Include { part, .. } => self.include(&id, part),
            NodeKind::Route { handler, .. }
            | NodeKind::Fallback { handler }
            | NodeKind::MethodNotAllowed { handler } => self.target(&id, handler),
        };
        let statements = quote!(#without #own_list #statements);
        match &node.condition {
            None => quote!(#(#attrs)* { #statements }),
            Some(condition) => quote! {
                #(#attrs)*
                if #condition { #statements } else { #app.leave_out(#id); }
            },
        }
    }

    /// Generates the statements that include a part, and check what it requires.
    ///
    /// The trait for the message is generated, since only its text can have the name of the part.
    fn include(&self, id: &Literal, part: &ExprCall) -> TokenStream {
        let Variables {
            app,
            scope,
            part: variable,
            kind,
            ..
        } = &self.variables;
        let name = part_name(part);
        let at = Span::mixed_site().located_at(name.span());
        let [app, scope, part_at, kind] =
            [app, scope, variable, kind].map(|name| located(name, at));
        let (kinds, included) = (self.runtime.kinds(), self.runtime.included());
        let (outcome, accepted) = (self.runtime.outcome(), self.runtime.accepted());
        let exclusive = quote!(&mut #app);
        let check = repeat_n(quote_spanned!(at=> .check()), MAX_PROVIDED_TYPES);
        let demands =
            quote_spanned!(at=> (&&&&#kind).demands(#scope, &#part_at) #(#check)*.outcome());
        let message = format!("no outer middleware provides `{{T}}`, which `{name}` requires");
        let [accepted_at, added] = [
            quote_spanned!(at=> HasOuter::accept(#demands)),
            quote_spanned!(at=> (&&&&#kind).add(#exclusive, #id, #part_at)),
        ];
        // User code cannot refer to the imported kinds: the part is evaluated before the import.
        quote! {
            let #part_at = #part;
            {
                #[allow(unused_imports)]
                use #kinds::*;
                #[diagnostic::on_unimplemented(
                    message = #message,
                    label = "list a middleware with `next: Next<{T}>`, or `provides::<{T}>(layer)`, around this `include`"
                )]
                trait HasOuter<T> {
                    fn accept(_: #outcome<Self, T>) {}
                }
                #[diagnostic::do_not_recommend]
                impl HasOuter<()> for #accepted {}
                let #kind = #included(&#part_at);
                #accepted_at;
                #added;
            }
        }
    }

    /// Generates the scope without the excluded entries, and verifies the requirements of the
    /// others again.
    fn without(&self, without: &Without) -> TokenStream {
        let Variables {
            kind, scope, root, ..
        } = &self.variables;
        let remaining = self.runtime.remaining();
        let at = Span::mixed_site().located_at(without.at.span());
        let scope_at = located(scope, at);
        let token = without.remaining().map(|entry| {
            let cfgs = Cfgs::default().and(&entry.attrs);
            let token = located(&token_name(entry.id), at);
            let inner = quote_spanned!(at=> #token.inner(#scope_at));
            let last = entry.alternatives.len() - 1;
            let alternatives = (0..=last).map(|number| {
                let others = repeat_n(quote_spanned!(at=> .others()), number);
                let first = (number < last).then(|| quote_spanned!(at=> .first()));
                let token = quote_spanned!(at=> #token #(#others)* #first);
                let demands = self.kind(&quote!((&&#remaining(&#token, &#scope)).demands()));
                let checked = checked(&self.runtime.still_has_outer(), kind, at);
                // The token of a choice does not verify what its alternatives require.
                let inner = (last > 0).then(|| {
                    let inner = quote_spanned!(at=> #token.inner(#scope_at));
                    quote!(#cfgs let _ = #inner;)
                });
                quote! {
                    #cfgs
                    let #kind = #demands;
                    #cfgs
                    #checked;
                    #inner
                }
            });
            quote! {
                #(#alternatives)*
                #cfgs
                let #scope = #inner;
            }
        });
        quote! {
            let #scope = #root;
            #(#token)*
        }
    }

    /// Generates the statements that add a target, whose kind depends on its type.
    fn target(&self, id: &Literal, value: &Expr) -> TokenStream {
        let Variables {
            app, scope, target, ..
        } = &self.variables;
        let (declared, kinds) = (self.runtime.declared(), self.runtime.target_kinds());
        // rustc reports a mistake on all tokens from the first to the last.
        let [first, last] = ends(value).map(|span| Span::mixed_site().located_at(span));
        let [scope_at, target_at] = [scope, target].map(|name| located(name, first));
        // The expression comes last, so that rustc has one error for a half-typed one.
        let declared = quote_spanned!(first=> #declared(#scope_at, #value));
        let content = quote_spanned!(last=> .1);
        // Keywords with the span of the target would be explained in its place by an editor.
        let import = quote!(#[allow(unused_imports)] use #kinds::*;);
        let exclusive = quote!(&mut #app);
        let added = quote_spanned! {first=>
            { #import (&#target_at).kind().decide() }
            .add(#exclusive, #id, &#target_at #content)
        };
        quote! {
            let #target = #declared;
            #added;
        }
    }
}

/// Returns the spans of the first and the last token.
fn ends(value: &Expr) -> [Span; 2] {
    let last = value.to_token_stream().into_iter().last();
    [value.span(), last.map_or(value.span(), |last| last.span())]
}

/// Declares a variable for each unused stack, so that rustc reports it as unused. The surrounding
/// module has no unit struct of that name, which would turn the variable into a pattern.
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
