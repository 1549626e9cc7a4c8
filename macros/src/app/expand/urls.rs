//! Generates a function for the URL of each named route.

use std::collections::HashMap;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::{LitStr, ext::IdentExt};

use crate::{
    app::{
        cfgs::Cfgs,
        model::{App, Node, NodeKind},
        path::{Part, parts},
    },
    hygiene::hidden,
    paths::Runtime,
};

/// Generates the functions as those of a type: `shop::url::product(7)`.
///
/// A module would not do: rustc would suggest importing them wherever a handler of that name is
/// missing.
pub(super) fn expand(app: &App, runtime: &Runtime) -> TokenStream {
    let mut functions = Functions {
        runtime,
        done: Vec::new(),
        names: HashMap::new(),
    };
    functions.collect(&app.nodes, &Cfgs::default());
    let functions = functions.done;
    quote! {
        /// The URLs of the named routes, without the prefix under which the application is nested.
        #[allow(non_camel_case_types)]
        #[derive(::core::fmt::Debug)]
        pub enum url {}

        impl url {
            #(#functions)*
        }
    }
}

struct Functions<'a> {
    runtime: &'a Runtime,
    done: Vec<TokenStream>,
    /// The conditions under which each name exists so far.
    names: HashMap<String, Vec<String>>,
}

impl Functions<'_> {
    fn collect(&mut self, nodes: &[Node], cfgs: &Cfgs) {
        for node in nodes {
            let cfgs = cfgs.and(&node.attrs);
            match &node.kind {
                NodeKind::Scope { nodes, .. } => self.collect(nodes, &cfgs),
                NodeKind::Route {
                    path,
                    name: Some(name),
                    ..
                } => self.add(name, path, &cfgs),
                _ => {}
            }
        }
    }

    fn add(&mut self, name: &Ident, path: &LitStr, cfgs: &Cfgs) {
        let condition = cfgs.all().to_string();
        let others = self.names.entry(name.unraw().to_string()).or_default();
        // A duplicate name has been reported.
        let is_twice = others
            .iter()
            .any(|other| *other == condition || [other, &condition].contains(&&always()));
        others.push(condition);
        if !is_twice {
            let function = function(name, path, self.runtime);
            self.done.push(quote!(#cfgs #function));
        }
    }
}

/// Returns the condition that always holds.
fn always() -> String {
    Cfgs::default().all().to_string()
}

/// Generates the function for the URL of a path.
fn function(name: &Ident, path: &LitStr, runtime: &Runtime) -> TokenStream {
    let string = runtime.string();
    let url = hidden("url");
    let text = path.value();
    let (mut parameters, mut steps) = (Vec::new(), Vec::new());
    for part in parts(&text) {
        match part {
            Part::Text(text) => steps.push(quote!(let #url = #url + #text;)),
            Part::Parameter { name, is_rest } => {
                let parameter = parameter(name, &parameters, path.span());
                let add = if is_rest {
                    runtime.url_rest()
                } else {
                    runtime.url_segment()
                };
                steps.push(quote!(let #url = #add(#url, #parameter);));
                parameters.push(parameter);
            }
        }
    }
    let doc = format!("Returns the URL of `{text}`.");
    quote! {
        #[doc = #doc]
        #[must_use]
        pub fn #name(#(#parameters: impl ::core::fmt::Display),*) -> #string {
            let #url = #string::new();
            #(#steps)*
            #url
        }
    }
}

/// Returns the function parameter for a parameter of the path.
fn parameter(name: &str, others: &[Ident], span: Span) -> Ident {
    let raw = format!("r#{name}");
    let mut names = [name, &raw].into_iter();
    let parsed = names.find_map(|name| syn::parse_str::<Ident>(name).ok());
    match parsed {
        Some(mut ident) if !others.contains(&ident) => {
            ident.set_span(span);
            ident
        }
        // The name is not an identifier, or is a duplicate, which has been reported.
        _ => format_ident!("parameter{}", others.len(), span = span),
    }
}
