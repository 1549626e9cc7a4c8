//! Generates the function that builds the router, as straight-line calls in written order.

mod expander;
mod items;
mod list;

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{ReturnType, spanned::Spanned};

use crate::{
    app::{
        expand::function::{expander::Expander, items::unused_stacks},
        model::{App, Node, NodeKind},
    },
    hygiene::{located, located_tokens},
    paths::Runtime,
};

/// What the docs of an application with a merged router add.
const PANICS: &str = "\n# Panics\n\nPanics if a merged router has a route that conflicts with another one, or a \
    fallback and no routes. The message names the items and their lines.";

/// Generates the function.
pub(super) fn expand(app: &App, runtime: &Runtime) -> TokenStream {
    let App {
        attrs, vis, sig, ..
    } = app;
    let expander = Expander::new(app, runtime);
    let variables = &expander.variables;
    let (builder, scope, stack, state) = (
        &variables.app,
        &variables.scope,
        &variables.stack,
        &variables.state,
    );
    let outermost = runtime.outermost();
    let no_state = app.state.is_none().then(|| quote!(let #state = ();));
    let before = (!app.before.is_empty()).then(|| {
        let entries = expander.entries(&app.before);
        let (before, list) = (&variables.before, &variables.list);
        quote! {
            #entries
            let #before = #list;
            let #stack = #before.within();
        }
    });
    let has_before = before.is_some().then(|| {
        let before = &variables.before;
        quote!(#builder.before_routing(#before);)
    });
    let entries = expander.entries(&app.with);
    let nodes = app.nodes.iter().map(|node| expander.node(node));
    let unused = unused_stacks(&app.unused);
    let (name, list) = (&sig.ident, &variables.list);
    // rustc reports an unsuitable return type at the type, and an unsuitable state at its parameter.
    let at = match &sig.output {
        ReturnType::Default => Span::mixed_site(),
        ReturnType::Type(_, ty) => Span::mixed_site().located_at(ty.span()),
    };
    let builder_at = located(builder, at);
    let finished = quote_spanned!(at=> #builder_at.finish());
    let state_at = Span::mixed_site().located_at(state.span());
    let app_of = located_tokens(&runtime.app(), state_at);
    let router = runtime.router();
    let output = matches!(sig.output, ReturnType::Default).then(|| quote!(-> #router));
    let panics = has_merge(&app.nodes).then(|| quote!(#[doc = #PANICS]));
    quote! {
        #(#attrs)*
        #panics
        #vis #sig #output {
            #no_state
            let #stack = #outermost(&#state);
            #before
            #entries
            #[allow(unused_mut, unused_variables)]
            let (mut #builder, #scope) = #app_of(#name::ROUTES, &#state, #list);
            #has_before
            #unused
            #(#nodes)*
            #finished
        }
    }
}

/// Returns whether a router is merged somewhere in a block.
fn has_merge(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match &node.kind {
        NodeKind::Merge { .. } => true,
        NodeKind::Scope { nodes, .. } => has_merge(nodes),
        _ => false,
    })
}
