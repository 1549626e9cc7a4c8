//! Generates a function for the URL of each named route, and for the URLs of each included part.

use std::collections::HashMap;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::{LitStr, ext::IdentExt};

use crate::{
    app::{
        cfgs::Cfgs,
        expand::parts::{included_module, is_router},
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
        methods: Vec::new(),
        names: HashMap::new(),
    };
    functions.collect(&app.nodes, &Cfgs::default());
    let Functions { done, methods, .. } = functions;
    let is_router = is_router(&app.sig.output);
    let part = (!is_router).then(|| part_urls(&app.sig.ident, &methods, runtime));
    let urls = if is_router {
        runtime.string()
    } else {
        quote!(Urls)
    };
    let (app_module, table) = (runtime.app_module(), runtime.route_table());
    quote! {
        /// The URLs of the named routes, without the prefix under which the application is nested.
        #[allow(non_camel_case_types)]
        #[derive(::core::fmt::Debug)]
        pub enum url {}

        impl url {
            #(#done)*
        }

        #part

        impl #app_module for __Entries {
            const ROUTES: &'static #table = ROUTES;
            type Urls = #urls;
        }
    }
}

/// Generates the type with the URLs of a part, where the part is included.
fn part_urls(part: &Ident, methods: &[TokenStream], runtime: &Runtime) -> TokenStream {
    let (string, from) = (runtime.string(), runtime.from());
    let doc = format!(
        "The URLs of the named routes of [`{part}`](fn@super::{part}), where it is included."
    );
    quote! {
        #[doc = #doc]
        #[derive(::core::clone::Clone, ::core::fmt::Debug)]
        pub struct Urls(#string);

        impl Urls {
            #(#methods)*
        }

        impl #from<#string> for Urls {
            fn from(prefix: #string) -> Self {
                Self(prefix)
            }
        }
    }
}

struct Functions<'a> {
    runtime: &'a Runtime,
    done: Vec<TokenStream>,
    /// The same functions as methods of the URLs of a part.
    methods: Vec<TokenStream>,
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
                } if self.is_new(name, &cfgs) => {
                    self.route(name, path, &cfgs);
                }
                NodeKind::Include {
                    prefix,
                    name: Some(name),
                    ..
                } if self.is_new(name, &cfgs) => {
                    self.include(name, prefix, node.id, &cfgs);
                }
                _ => {}
            }
        }
    }

    /// Returns whether there is no function of this name yet. A duplicate name has been reported.
    fn is_new(&mut self, name: &Ident, cfgs: &Cfgs) -> bool {
        let condition = cfgs.all().to_string();
        let others = self.names.entry(name.unraw().to_string()).or_default();
        let is_twice = others
            .iter()
            .any(|other| *other == condition || [other, &condition].contains(&&always()));
        others.push(condition);
        !is_twice
    }

    /// Adds the function for the URL of a route.
    fn route(&mut self, name: &Ident, path: &LitStr, cfgs: &Cfgs) {
        let (string, under) = (self.runtime.string(), self.runtime.url_under());
        let text = path.value();
        let Url { parameters, value } = url(&text, path.span(), self.runtime);
        let doc = format!("Returns the URL of `{text}`.");
        self.done.push(quote! {
            #cfgs
            #[doc = #doc]
            #[must_use]
            pub fn #name(#(#parameters: impl ::core::fmt::Display),*) -> #string {
                #value
            }
        });
        let doc = format!("Returns the URL of `{text}` under the prefix.");
        self.methods.push(quote! {
            #cfgs
            #[doc = #doc]
            #[must_use]
            pub fn #name(&self #(, #parameters: impl ::core::fmt::Display)*) -> #string {
                #under(&self.0, url::#name(#(#parameters),*))
            }
        });
    }

    /// Adds the function for the URLs of an included part.
    fn include(&mut self, name: &Ident, prefix: &str, id: usize, cfgs: &Cfgs) {
        let runtime = self.runtime;
        let (from, under) = (runtime.from(), runtime.url_under());
        let module = included_module(id, runtime);
        let urls = quote!(#module::Urls);
        let Url { parameters, value } = url(prefix, name.span(), runtime);
        let shown = if prefix.is_empty() { "/" } else { prefix };
        let doc = format!("Returns the URLs of the part that is included at `{shown}`.");
        self.done.push(quote! {
            #cfgs
            #[doc = #doc]
            #[must_use]
            pub fn #name(#(#parameters: impl ::core::fmt::Display),*) -> #urls {
                #from::from({ #value })
            }
        });
        self.methods.push(quote! {
            #cfgs
            #[doc = #doc]
            #[must_use]
            pub fn #name(&self #(, #parameters: impl ::core::fmt::Display)*) -> #urls {
                #from::from(#under(&self.0, { #value }))
            }
        });
    }
}

/// Returns the condition that always holds.
fn always() -> String {
    Cfgs::default().all().to_string()
}

/// The URL of a path.
struct Url {
    parameters: Vec<Ident>,
    /// The statements and the expression that make it of the parameters.
    value: TokenStream,
}

/// Generates the URL of a path.
fn url(path: &str, at: Span, runtime: &Runtime) -> Url {
    let string = runtime.string();
    let url = hidden("url");
    let (mut parameters, mut steps) = (Vec::new(), Vec::new());
    for part in parts(path) {
        match part {
            Part::Text(text) => steps.push(quote!(let #url = #url + #text;)),
            Part::Parameter { name, is_rest } => {
                let parameter = parameter(name, &parameters, at);
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
    Url {
        parameters,
        value: quote! {
            let #url = #string::new();
            #(#steps)*
            #url
        },
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
