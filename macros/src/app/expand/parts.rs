//! Generates the impls by which the module of an application refers to the parts that it includes.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;
use syn::{Expr, ExprCall, PathArguments};

use crate::{
    app::{
        cfgs::Cfgs,
        model::{App, Node, NodeKind},
    },
    hygiene::in_front_of,
    paths::Runtime,
};

/// Generates an impl for each `include`. It is outside of the module, where the user's path has its meaning.
pub(super) fn expand(app: &App, runtime: &Runtime) -> TokenStream {
    let cfgs = Cfgs::default().and(&app.attrs);
    if !has_include(&app.nodes) {
        return TokenStream::new();
    }
    let mut impls = TokenStream::new();
    collect(&app.nodes, &cfgs, &mut |node, part, cfgs| {
        let includes = runtime.includes();
        let (name, id) = (&app.sig.ident, Literal::usize_unsuffixed(node.id));
        let item = |at| {
            let module = module_item(part, at);
            quote! {
                #cfgs
                impl #includes<#id> for #name::__Entries {
                    type Part = #module;
                }
            }
        };
        // rustc reports a missing module at the name of the part. An editor goes to its function only.
        let [checked, read] = [
            item(part_name(part).span()),
            item(in_front_of(part_name(part).span())),
        ];
        impls.extend([runtime.for_compiler(&checked), runtime.for_editor(&read)]);
    });
    Runtime::items(&impls)
}

fn collect(nodes: &[Node], cfgs: &Cfgs, then: &mut impl FnMut(&Node, &ExprCall, &Cfgs)) {
    for node in nodes {
        let cfgs = cfgs.and(&node.attrs);
        match &node.kind {
            NodeKind::Include { part, .. } => then(node, part, &cfgs),
            NodeKind::Scope { nodes, .. } => collect(nodes, &cfgs, then),
            _ => {}
        }
    }
}

/// Returns the name of a part.
pub(super) fn part_name(part: &ExprCall) -> Ident {
    let name = match &*part.func {
        Expr::Path(function) => function.path.segments.last(),
        _ => None,
    };
    name.map_or_else(
        || Ident::new("part", Span::call_site()),
        |last| last.ident.clone(),
    )
}

/// Returns the type in the module of a part: `orders::__Entries` for `orders(state)`.
fn module_item(part: &ExprCall, at: Span) -> TokenStream {
    let Expr::Path(function) = &*part.func else {
        return TokenStream::new();
    };
    let mut path = function.path.clone();
    if let Some(last) = path.segments.last_mut() {
        last.arguments = PathArguments::None;
        last.ident.set_span(at);
    }
    let item = Ident::new("__Entries", at);
    quote!(#path::#item)
}

/// Generates the type of the module of an included part.
pub(super) fn included_module(include: usize, runtime: &Runtime) -> TokenStream {
    let (includes, app_module) = (runtime.includes(), runtime.app_module());
    let id = Literal::usize_unsuffixed(include);
    quote!(<<__Entries as #includes<#id>>::Part as #app_module>)
}

/// Returns whether a block includes a part.
pub(super) fn has_include(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match &node.kind {
        NodeKind::Include { .. } => true,
        NodeKind::Scope { nodes, .. } => has_include(nodes),
        _ => false,
    })
}
