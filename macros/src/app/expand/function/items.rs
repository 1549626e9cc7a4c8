//! Generates the statements of an item.

use std::iter::repeat_n;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Expr, ExprCall, spanned::Spanned};

use crate::{
    app::{
        cfgs::Cfgs,
        expand::function::{
            expander::{Expander, Variables},
            list::{checked, token_name, value_tokens},
        },
        expand::parts::part_name,
        model::{Node, NodeKind, Without},
    },
    hygiene::{ends, ends_of_expression, hidden, located, mistake, ours, report},
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
            NodeKind::Mount { service, .. } => {
                self.added(&id, service, &self.runtime.mounted(), &quote!(mount))
            }
            NodeKind::Merge { router, .. } => {
                self.added(&id, router, &self.runtime.merged(), &quote!(merge))
            }
            NodeKind::Include { part, .. } => self.include(&id, part),
            NodeKind::Route { handler, .. }
            | NodeKind::Fallback { handler }
            | NodeKind::MethodNotAllowed { handler } => self.target(&id, handler),
        };
        let is_target = matches!(
            node.kind,
            NodeKind::Route { .. } | NodeKind::Fallback { .. } | NodeKind::MethodNotAllowed { .. }
        );
        match &node.condition {
            // A type that is missing is reported once in a scope.
            None if is_target && without.is_none() && own_list.is_none() => quote! {
                #(#attrs)*
                let #scope = { #statements };
            },
            None if is_target => quote!(#(#attrs)* { #without #own_list let _ = { #statements }; }),
            None => quote!(#(#attrs)* { #without #own_list #statements }),
            Some(condition) => {
                let end = is_target.then(|| quote!(;));
                quote! {
                    #(#attrs)*
                    if #condition { #without #own_list #statements #end } else { #app.leave_out(#id); }
                }
            }
        }
    }

    /// Generates the statements that include a part, and check what it requires.
    ///
    /// The claim for the message is generated, since only its text can have the name of the part.
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
        let part_at = located(variable, at);
        let included = self.runtime.included();
        let mistake = self.runtime.around_the_part();
        let impossible = self.runtime.impossible();
        let found = hidden("found");
        let found_at = located(&found, at);
        let report_value = report(&quote!(&#found), [name.span(); 2]);
        let report_part = quote_spanned!(at=> #found_at.0.report_part(&#found_at.1));
        let check = repeat_n(quote!(.check()), MAX_PROVIDED_TYPES);
        // A value that is not a part is reported at its name.
        let demands = quote_spanned!(at=> (&&&&#kind).demands(#scope, &#part_at).decide());
        let message = format!("no outer middleware provides `{{T}}`, which `{name}` requires");
        quote! {
            let #part_at = #part;
            {
                #[diagnostic::on_unimplemented(
                    message = #message,
                    label = "list a middleware with `next: Next<{T}>`, or `provides::<{T}>(layer)`, around this `include`"
                )]
                trait ProvideForThePart<T> {
                    fn report_part(&self, _: &::core::marker::PhantomData<fn() -> (T,)>) {}
                }
                #[diagnostic::do_not_recommend]
                impl<T: #impossible> ProvideForThePart<T> for #mistake {}
                let #kind = #included(&#part_at);
                let #found = #demands #(#check)*.included();
                #report_value
                #report_part;
                (&&&&#kind).add(&mut #app, #id, #part_at);
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
                let demands = quote!((&&#remaining(&#token, &#scope)).demands());
                let satisfied = quote!((&&#remaining(&#token, &#scope)).satisfied());
                let checked = checked(kind);
                let at = [without.at.span(); 2];
                let report_demands = report(&quote!(#checked.remaining()), at);
                let report_satisfied = report(&satisfied, at);
                quote! {
                    #cfgs
                    let #kind = #demands;
                    #cfgs
                    #report_demands
                    #cfgs
                    #report_satisfied
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

    /// Generates the statements that check a service or a router and add it.
    fn added(
        &self,
        id: &Literal,
        value: &Expr,
        check: &TokenStream,
        add: &TokenStream,
    ) -> TokenStream {
        let Variables {
            app, kind, target, ..
        } = &self.variables;
        let decided = quote!(#check(&#target).decide());
        let report = report(&quote!(&#kind), ends(value));
        let value = value_tokens(value);
        quote! {
            let #target = #value;
            let #kind = #decided;
            #report
            #kind.#add(&mut #app, #id, #target);
        }
    }

    /// Generates the statements that add a target, whose kind depends on its type.
    fn target(&self, id: &Literal, value: &Expr) -> TokenStream {
        let Variables { app, scope, .. } = &self.variables;
        let at = ends_of_expression(value);
        let first = ours(at[0]);
        let [app_at, scope_at] = [app, scope].map(|name| located(name, first));
        let (found, mistake) = mistake(at);
        // The expression comes last, so that rustc has one error for a half-typed one. rustc reports a lifetime that
        // does not fit on the first token.
        quote_spanned! {first=>
            let #found = #app_at.declare(#scope_at, #id, #value).add_target().decide().decide();
            #found.scope(#scope_at, #mistake)
        }
    }
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
