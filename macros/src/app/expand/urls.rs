//! Checked URLs: the functions that make the URLs of the routes that have a name.

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

/// The functions, as those of a type: `shop::url::product(7)`.
///
/// In a module, rustc would offer to import them wherever a handler of the name is missing.
pub(super) fn expand(app: &App, runtime: &Runtime) -> TokenStream {
    let mut functions = Functions {
        runtime,
        done: Vec::new(),
        names: HashMap::new(),
    };
    functions.collect(&app.nodes, &Cfgs::default());
    let functions = functions.done;
    quote! {
        /// The URLs of the routes that have a name, without what the application is nested below.
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
    /// The names so far, and where each is there.
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
        // A name that is there twice has been reported.
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

/// The condition that always holds.
fn always() -> String {
    Cfgs::default().all().to_string()
}

/// The function that makes the URL of a path.
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
    let doc = format!("The URL of `{text}`.");
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

/// The name of a parameter as that of a parameter of the function.
fn parameter(name: &str, others: &[Ident], span: Span) -> Ident {
    let raw = format!("r#{name}");
    let mut names = [name, &raw].into_iter();
    let parsed = names.find_map(|name| syn::parse_str::<Ident>(name).ok());
    match parsed {
        Some(mut ident) if !others.contains(&ident) => {
            ident.set_span(span);
            ident
        }
        // One that no variable can have, or that is there twice, which has been reported.
        _ => format_ident!("parameter{}", others.len(), span = span),
    }
}
