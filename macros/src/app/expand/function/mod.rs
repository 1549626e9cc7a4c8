//! Generates the function that builds the router, as straight-line calls in written order.

mod choice;
mod expander;
mod items;
mod list;
mod panics;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{ReturnType, spanned::Spanned};

use crate::{
    app::{
        expand::{
            describe::mentions,
            function::{
                expander::{Expander, Variables},
                items::unused_stacks,
            },
        },
        model::App,
    },
    hygiene::{ends, located, report},
    paths::Runtime,
};

/// Generates the function. An editor reads `editor` instead of its body.
pub(super) fn expand(app: &App, runtime: &Runtime, editor: &TokenStream) -> TokenStream {
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
    let (output_of, root) = (runtime.output(), &variables.root);
    let returned = returned_type(&sig.output, runtime);
    // rustc reports an unsuitable return type at the type, and an unsuitable state at its parameter.
    let at = match &sig.output {
        ReturnType::Default => Span::mixed_site(),
        ReturnType::Type(_, ty) => Span::mixed_site().located_at(ty.span()),
    };
    let returned_at = match &sig.output {
        ReturnType::Default => [at, at],
        ReturnType::Type(_, ty) => ends(ty),
    };
    let output_at = located(&variables.output, at);
    let marker = quote_spanned!(at=> #output_of::<#returned>());
    let root_of = quote_spanned!(at=> (&&&&&#output_at).root(&#state));
    let app_of = runtime.app();
    let declared = declared_state(app, &expander);
    let kinds = runtime.kinds();
    let (before, list) = (&variables.before, &variables.list);
    let before_list = (!app.before.is_empty()).then(|| {
        let entries = expander.entries(&app.before);
        quote! {
            #entries
            let #before = #list;
            let #stack = #before.within();
        }
    });
    let has_before = before_list.is_some().then(|| {
        let set = quote!((&&&&&#output_at).before_routing(&mut #builder, #before));
        report(&set, returned_at)
    });
    let checked = quote!((&&&&&#output_at).checked());
    let report = report(&checked, returned_at);
    let (rules, rules_type) = (&variables.rules, runtime.rules());
    let add_rules = (expander.has_border).then(|| quote!(#builder.rules(#rules);));
    let rules = (expander.has_border).then(|| {
        quote! {
            #[allow(unused_mut)]
            let mut #rules = <#rules_type as ::core::default::Default>::default();
        }
    });
    let entries = expander.entries(&app.with);
    let nodes = app.nodes.iter().map(|node| expander.node(node));
    let unused = unused_stacks(&app.unused);
    let name = &sig.ident;
    let finished = quote_spanned!(at=> (&&&&&#output_at).finish(#builder));
    let router = runtime.router();
    let output = matches!(sig.output, ReturnType::Default).then(|| quote!(-> #router));
    let panics = panics::expand(app);
    let body = runtime.for_compiler(&quote! {
            #[allow(unused_imports)]
            use #kinds::*;
            #declared
            let #output_at = #marker;
            #report
            #rules
            let #root = #root_of;
            let #stack = #root.stack();
            #before_list
            #entries
            #[allow(unused_mut, unused_variables)]
            let (mut #builder, #scope) = #app_of(#name::ROUTES, &#state, #list);
            #has_before
            #unused
            #(#nodes)*
            #add_rules
            #finished
    });
    quote! {
        #(#attrs)*
        #panics
        #[allow(unexpected_cfgs)]
        #vis #sig #output {
            #editor
            #body
        }
    }
}

/// Generates the statements that check the state and take a clone of it, so that the application can move it.
fn declared_state(app: &App, expander: &Expander<'_>) -> TokenStream {
    let Variables { state, kind, .. } = &expander.variables;
    let Some(declared) = &app.state else {
        return quote!(let #state = (););
    };
    let declared_state = expander.runtime.declared_state();
    let checked = quote!((&&#declared_state(&#declared)).checked());
    let report = report(&quote!(&#kind), ends(declared));
    quote! {
        let #kind = #checked;
        #report
        let #state = #kind.take(&#declared);
    }
}

/// Returns the type that the function returns. A type with `impl` can only be a router.
fn returned_type(output: &ReturnType, runtime: &Runtime) -> TokenStream {
    match output {
        ReturnType::Type(_, ty) if !mentions(ty, &["impl".to_owned()]) => ty.to_token_stream(),
        _ => runtime.router(),
    }
}
