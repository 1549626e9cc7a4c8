//! Generates a function for the URL of each named route, and for the URLs of each included part.

use std::collections::BTreeMap;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;

use crate::{
    app::{
        cfgs::Cfgs,
        expand::{parts::included_module, text::tokens},
        model::{App, Node, NodeKind},
        path::parameters,
        route_path::RoutePath,
    },
    paths::Runtime,
    syntax::returns,
};

/// Generates the functions of an application as those of a type: `shop::url::product(7)`.
///
/// A module would not do: rustc would suggest importing them wherever a handler of that name is
/// missing.
///
/// The functions of a part are methods of its URLs under a prefix: `shop::url::orders().order(7)`. The URLs of a part
/// alone would be wrong wherever it is included.
///
/// `rows` are the rows of the table at compile time.
pub(super) fn expand(app: &App, runtime: &Runtime, rows: &TokenStream) -> TokenStream {
    let is_part = returns(&app.sig.output, "Part");
    let mut functions = Functions {
        runtime,
        is_part,
        done: Vec::new(),
        names: BTreeMap::new(),
        identifiers: BTreeMap::new(),
    };
    functions.collect(&app.nodes, &Cfgs::default());
    let functions = functions.done;
    let (string, from) = (runtime.string(), runtime.from());
    let (app_module, table) = (runtime.app_module(), runtime.route_table());
    let (table_rows, url_functions) = (runtime.table_rows(), runtime.urls());
    let (types, urls) = if is_part {
        let name = &app.sig.ident;
        let doc = format!(
            "The URLs of the named routes of [`{name}`](fn@super::{name}), where it is included."
        );
        let types = quote! {
            #[doc = #doc]
            #[derive(::core::clone::Clone, ::core::fmt::Debug)]
            pub struct Urls(#string);

            impl Urls {
                #(#functions)*
            }

            impl #from<#string> for Urls {
                fn from(prefix: #string) -> Self {
                    Self(prefix)
                }
            }
        };
        (types, quote!(Urls))
    } else {
        let types = quote! {
            /// The URLs of the named routes, without the prefix under which the application is nested.
            #[allow(non_camel_case_types)]
            #[derive(::core::fmt::Debug)]
            pub enum url {}

            impl url {
                #(#functions)*
            }
        };
        (types, string)
    };
    quote! {
        // Imported, so that each function names them in few tokens.
        use ::core::fmt::Display;
        use ::std::string::String;
        use #url_functions as __urls;

        #types

        impl #app_module for __Entries {
            const ROUTES: &'static #table = ROUTES;
            const ROWS: #table_rows = #rows;
            type Urls = #urls;
        }
    }
}

struct Functions<'a> {
    runtime: &'a Runtime,
    /// Whether the functions are methods that begin with a prefix.
    is_part: bool,
    done: Vec<TokenStream>,
    /// The conditions under which each name exists so far.
    names: BTreeMap<String, Vec<String>>,
    /// The identifiers for the names of parameters so far.
    identifiers: BTreeMap<String, Option<Ident>>,
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
        let condition = condition(cfgs);
        let others = self.names.entry(name.unraw().to_string()).or_default();
        let is_twice = others
            .iter()
            .any(|other| *other == condition || other.is_empty() || condition.is_empty());
        others.push(condition);
        !is_twice
    }

    /// Adds the function for the URL of a route.
    fn route(&mut self, name: &Ident, path: &RoutePath, cfgs: &Cfgs) {
        let path_text = path.text();
        let (names, value) = self.url(path_text, path.span());
        let receiver = self.receiver();
        let doc = format!("Returns the URL of `{path_text}`.");
        let head = tokens(&format!("#[doc={doc:?}]#[must_use]pub fn"));
        let body = tokens(&format!("->String{{{value}}}"));
        self.done
            .push(quote!(#cfgs #head #name(#receiver #(#names: impl Display),*) #body));
    }

    /// Adds the function for the URLs of an included part.
    fn include(&mut self, name: &Ident, prefix: &str, id: usize, cfgs: &Cfgs) {
        let from = self.runtime.from();
        let module = included_module(id, self.runtime);
        let (names, value) = self.url(prefix, name.span());
        let receiver = self.receiver();
        let shown = if prefix.is_empty() { "/" } else { prefix };
        let doc = format!("Returns the URLs of the part that is included at `{shown}`.");
        let value = tokens(&value);
        self.done.push(quote! {
            #cfgs
            #[doc = #doc]
            #[must_use]
            pub fn #name(#receiver #(#names: impl Display),*) -> #module::Urls {
                #from::from(#value)
            }
        });
    }

    /// Generates the receiver of a function, which has the prefix.
    fn receiver(&self) -> Option<TokenStream> {
        self.is_part.then(|| quote!(&self,))
    }

    /// Returns the parameters of a function, and the URL of a path as text. One call is all that rustc has to check.
    fn url(&mut self, path: &str, at: Span) -> (Vec<Ident>, String) {
        let mut names = Vec::new();
        for name in parameters(path) {
            let parameter = self.parameter(name, &names, at);
            names.push(parameter);
        }
        let prefix = if self.is_part { "&self.0" } else { "\"\"" };
        let count = names.len();
        // The runtime has a function for each number of parameters up to three.
        let value = if count <= 3 {
            let values: Vec<_> = names.iter().map(|name| format!(",{name}")).collect();
            format!("__urls::url{count}({prefix},{path:?}{})", values.concat())
        } else {
            let values: Vec<_> = names.iter().map(|name| format!("&{name},")).collect();
            format!("__urls::url({prefix},{path:?},[{}])", values.concat())
        };
        (names, value)
    }

    /// Returns the function parameter for a parameter of the path. A macro by example may have got the path from elsewhere,
    /// but the body of the function names the parameter.
    fn parameter(&mut self, name: &str, others: &[Ident], at: Span) -> Ident {
        let span = Span::call_site().located_at(at);
        let parsed = self.identifiers.entry(name.to_owned()).or_insert_with(|| {
            let raw = format!("r#{name}");
            let mut names = [name, &raw].into_iter();
            // Such a name can be that of a constant, which is a pattern instead of a parameter.
            let is_pattern = name.starts_with(|first: char| first == '_' || first.is_uppercase());
            let ident = names.find_map(|name| syn::parse_str(name).ok());
            ident.filter(|_| !is_pattern)
        });
        match parsed {
            Some(ident) if !others.contains(ident) => {
                ident.set_span(span);
                ident.clone()
            }
            // The name is no parameter of a function, or is a duplicate, which has been reported.
            _ => {
                let mut number = others.len();
                while others.contains(&format_ident!("parameter{number}")) {
                    number += 1;
                }
                format_ident!("parameter{number}", span = span)
            }
        }
    }
}

/// Returns a condition as text, which is empty if it always holds.
fn condition(cfgs: &Cfgs) -> String {
    if cfgs.is_empty() {
        return String::new();
    }
    cfgs.all().to_string()
}
