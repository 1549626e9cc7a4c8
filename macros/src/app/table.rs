//! The module beside the function: what the application serves, as data. Nothing here can fail.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote};
use syn::{Attribute, Expr, Lit, LitStr, Meta, Path};

use crate::{
    app::{
        cfgs::Cfgs,
        describe::Head,
        names::Name,
        resolve::{APP, App, BEFORE, Entry, Node, NodeKind},
        urls,
    },
    paths::Runtime,
    syntax::written,
};

/// The module, and what its entries are described by.
pub(super) fn expand(app: &App, krate: Option<&Path>) -> TokenStream {
    let App { vis, sig, .. } = app;
    let (outside, runtime) = (&Runtime::new(krate), &Runtime::in_module(krate));
    let name = &sig.ident;
    let mut table = Table::new(app, runtime, outside);
    table.outermost(app);
    table.block(&app.nodes, &Cfgs::default(), APP);
    table.misses();

    let Table {
        stacks,
        rows,
        describes,
        ..
    } = &table;
    let routes = runtime.routes();
    let cfgs = app.attrs.iter().filter(|attr| attr.path().is_ident("cfg"));
    let cfgs: Vec<&Attribute> = cfgs.collect();
    let doc = format!("What [`{name}`](fn@{name}) serves.");
    let urls = urls::expand(app, runtime);
    let imports = runtime.imports();
    let describes = describes.iter().map(|describe| quote!(#(#cfgs)* #describe));
    // A module is seen where its function is, and so is what is `pub` in it.
    quote! {
        #(#cfgs)*
        #[doc = #doc]
        #[allow(dead_code, non_snake_case, unreachable_pub, unused_imports)]
        #vis mod #name {
            #imports

            /// The routes, and what stands in front of each.
            pub const ROUTES: &#routes = {
                #(#stacks)*
                &#routes::new([#(#rows),*])
            };

            #[doc(hidden)]
            #[derive(::core::fmt::Debug)]
            pub struct __Entries;

            #urls
        }

        #(#describes)*
    }
}

/// The routes of one path.
struct SamePath {
    path: LitStr,
    routes: Vec<PathRoute>,
}

struct PathRoute {
    cfgs: Cfgs,
    stack: Ident,
    is_any: bool,
}

/// A scope with a prefix.
struct Owner {
    cfgs: Cfgs,
    stack: Ident,
    prefix: LitStr,
}

struct Table<'a> {
    /// The runtime as the module finds it.
    runtime: &'a Runtime,
    head: Head<'a>,
    stacks: Vec<TokenStream>,
    rows: Vec<TokenStream>,
    describes: Vec<TokenStream>,
    paths: Vec<SamePath>,
    owners: Vec<Owner>,
    root_mounts: Vec<Cfgs>,
}

impl<'a> Table<'a> {
    fn new(app: &'a App, runtime: &'a Runtime, outside: &'a Runtime) -> Self {
        Self {
            runtime,
            head: Head::new(app, outside),
            stacks: Vec::new(),
            rows: Vec::new(),
            describes: Vec::new(),
            paths: Vec::new(),
            owners: Vec::new(),
            root_mounts: Vec::new(),
        }
    }

    fn outermost(&mut self, app: &App) {
        let level = self.runtime.level();
        let at = app.sig.ident.span();
        let before = (!app.before.is_empty()).then(|| {
            let level = quote!(#level::BeforeRouting);
            let entries = self.entries(&app.before, &level, &Cfgs::default());
            self.stack(BEFORE, None, &level, &entries, at, &Cfgs::default(), None);
            BEFORE
        });
        let level = quote!(#level::App);
        let entries = self.entries(&app.with, &level, &Cfgs::default());
        let answers = self.answers(&app.nodes);
        self.stack(
            APP,
            before,
            &level,
            &entries,
            at,
            &Cfgs::default(),
            Some(&answers),
        );
    }

    fn block(&mut self, nodes: &[Node], cfgs: &Cfgs, outer: usize) {
        for node in nodes {
            let cfgs = cfgs.and(&node.attrs);
            let stack = if node.has_stack() {
                self.stack_of(node, outer, &cfgs);
                node.id
            } else {
                outer
            };
            self.row(node, &cfgs, stack);
            if let NodeKind::Scope { nodes, .. } = &node.kind {
                self.block(nodes, &cfgs, node.id);
            }
        }
    }

    /// The stack of an item.
    fn stack_of(&mut self, node: &Node, outer: usize, cfgs: &Cfgs) {
        let levels = self.runtime.level();
        let (level, answers) = match &node.kind {
            NodeKind::Scope { prefix, nodes, .. } => {
                let prefix = prefix.as_ref().map_or(String::new(), LitStr::value);
                (quote!(#levels::Scope(#prefix)), Some(self.answers(nodes)))
            }
            _ => (quote!(#levels::Route), None),
        };
        let entries = self.entries(&node.with, &level, cfgs);
        let without = node.without.iter().map(|without| {
            let entries = without
                .entries
                .iter()
                .map(|&id| Literal::usize_unsuffixed(id));
            quote!(.without(&[#(#entries),*]))
        });
        let more = quote!(#(#without)* #answers);
        let at = node.keyword.span();
        self.stack(
            node.id,
            Some(outer),
            &level,
            &entries,
            at,
            cfgs,
            Some(&more),
        );
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "each is a part of what is written"
    )]
    fn stack(
        &mut self,
        id: usize,
        outer: Option<usize>,
        level: &TokenStream,
        entries: &TokenStream,
        at: Span,
        cfgs: &Cfgs,
        more: Option<&TokenStream>,
    ) {
        let (info, option) = (self.runtime.stack_info(), self.runtime.option());
        let outer = match outer.map(stack_name) {
            Some(outer) => quote!(#option::Some(#outer)),
            None => quote!(#option::None),
        };
        let (name, id, line) = (stack_name(id), Literal::usize_unsuffixed(id), line(at));
        self.stacks.push(quote! {
            #cfgs
            const #name: &#info = &#info::new(
                #id, #level, #outer, &[#entries], ::core::file!(), #line
            )#more;
        });
    }

    /// The entries of a list, each under its `#[cfg]`s.
    fn entries(&mut self, list: &[Entry], level: &TokenStream, around: &Cfgs) -> TokenStream {
        let entries = list.iter().map(|entry| {
            let cfgs = Cfgs::default().and(&entry.attrs);
            let entry = self.entry(entry, level, around);
            quote!(#cfgs #entry,)
        });
        entries.collect()
    }

    fn entry(&mut self, entry: &Entry, level: &TokenStream, around: &Cfgs) -> TokenStream {
        let info = self.runtime.middleware_info();
        let id = Literal::usize_unsuffixed(entry.id);
        let name = entry.name.as_ref().map_or(String::new(), Name::to_string);
        let value = &entry.value;
        let (text, is_conditional) = match &entry.condition {
            Some(condition) => (
                format!("{} if {}", written(value), written(condition)),
                true,
            ),
            None => (written(value), false),
        };
        let types = if self.head.knows(value) {
            let describe = self.runtime.describe();
            let described = self.head.describe(entry, &around.and(&entry.attrs));
            self.describes.push(described);
            quote!(<__Entries as #describe<#id>>::types)
        } else {
            self.runtime.unknown()
        };
        quote! {
            #info::new(
                #id, #level, #name, #text, #is_conditional, #types
            )
        }
    }

    /// What answers misses in a block.
    fn answers(&self, nodes: &[Node]) -> TokenStream {
        let of = |is_one: fn(&NodeKind) -> Option<&Expr>| {
            let answers = nodes.iter().filter_map(|node| {
                let handler = is_one(&node.kind)?;
                let cfgs = Cfgs::default().and(&node.attrs);
                let item = self.item(node, handler);
                Some(quote!(#cfgs #item))
            });
            answers.collect::<Vec<_>>()
        };
        let fallback = of(|kind| match kind {
            NodeKind::Fallback { handler } => Some(handler),
            _ => None,
        });
        let method_not_allowed = of(|kind| match kind {
            NodeKind::MethodNotAllowed { handler } => Some(handler),
            _ => None,
        });
        if fallback.is_empty() && method_not_allowed.is_empty() {
            return TokenStream::new();
        }
        quote!(.answers(&[#(#fallback),*], &[#(#method_not_allowed),*]))
    }

    fn item(&self, node: &Node, handler: &Expr) -> TokenStream {
        let info = self.runtime.item_info();
        let (id, line) = (
            Literal::usize_unsuffixed(node.id),
            line(node.keyword.span()),
        );
        let handler = match handler {
            Expr::Closure(_) => "{closure}".to_owned(),
            other => written(other),
        };
        let description = description(&node.attrs);
        quote!(#info::new(#id, #handler, #description, #line))
    }

    fn row(&mut self, node: &Node, cfgs: &Cfgs, stack: usize) {
        let info = self.runtime.route_info();
        let stack = stack_name(stack);
        let row = match &node.kind {
            NodeKind::Route {
                methods,
                path,
                name,
                handler,
            } => {
                let is_any = methods.iter().any(|method| method == "ANY");
                self.remember(path, cfgs, &stack, is_any);
                let methods = methods.iter().filter(|_| !is_any).map(Ident::to_string);
                let option = self.runtime.option();
                let name = match name {
                    Some(name) => {
                        let name = name.to_string();
                        quote!(#option::Some(#name))
                    }
                    None => quote!(#option::None),
                };
                let item = self.item(node, handler);
                quote!(#info::route(#item, &[#(#methods),*], #path, #name, #stack))
            }
            NodeKind::Mount { path, service } => {
                if path.value() == "/" {
                    self.root_mounts.push(cfgs.clone());
                }
                let item = self.item(node, service);
                quote!(#info::mount(#item, #path, #stack))
            }
            NodeKind::Merge { prefix, router } => {
                let item = self.item(node, router);
                quote!(#info::merge(#item, #prefix, #stack))
            }
            NodeKind::Scope { prefix, .. } => {
                self.owners.extend(prefix.clone().map(|prefix| Owner {
                    cfgs: cfgs.clone(),
                    stack,
                    prefix,
                }));
                return;
            }
            // They answer what the rows of misses are about.
            NodeKind::Fallback { .. } | NodeKind::MethodNotAllowed { .. } => return,
        };
        self.rows.push(quote!(#cfgs #row));
    }

    fn remember(&mut self, path: &LitStr, cfgs: &Cfgs, stack: &Ident, is_any: bool) {
        let route = PathRoute {
            cfgs: cfgs.clone(),
            stack: stack.clone(),
            is_any,
        };
        let mut paths = self.paths.iter_mut();
        match paths.find(|same| same.path.value() == path.value()) {
            Some(same) => same.routes.push(route),
            None => self.paths.push(SamePath {
                path: path.clone(),
                routes: vec![route],
            }),
        }
    }

    /// The rows of what no route takes: other methods of known paths, and unknown paths.
    fn misses(&mut self) {
        let info = self.runtime.route_info();
        for SamePath { path, routes } in &self.paths {
            let stacks = routes.iter().map(|route| {
                let (cfgs, stack) = (&route.cfgs, &route.stack);
                quote!(#cfgs #stack)
            });
            let cfg = condition(routes);
            let row = quote!(#info::method_not_allowed(#path, &[#(#stacks),*]));
            self.rows.extend(cfg.map(|cfg| quote!(#cfg #row)));
        }
        // The innermost prefix comes first.
        for owner in self.owners.iter().rev() {
            let Owner {
                cfgs,
                stack,
                prefix,
            } = owner;
            let path = format!("{}/{{*rest}}", prefix.value());
            self.rows.push(quote!(#cfgs #info::fallback(#path, #stack)));
        }
        if self.root_mounts.iter().all(|cfgs| !cfgs.is_empty()) {
            let mounts = self.root_mounts.iter().map(Cfgs::all);
            let cfg =
                (!self.root_mounts.is_empty()).then(|| quote!(#[cfg(not(any(#(#mounts),*)))]));
            let stack = stack_name(APP);
            self.rows
                .push(quote!(#cfg #info::fallback("/{*rest}", #stack)));
        }
    }
}

/// The `#[cfg]` under which other methods than those of these routes have an answer of their own; none
/// where they never have.
fn condition(routes: &[PathRoute]) -> Option<TokenStream> {
    let (any, some): (Vec<&PathRoute>, Vec<_>) = routes.iter().partition(|route| route.is_any);
    let always = |route: &&PathRoute| route.cfgs.is_empty();
    if some.is_empty() || any.iter().any(always) {
        return None;
    }
    if any.is_empty() && some.iter().any(always) {
        return Some(TokenStream::new());
    }
    let is_there = some.iter().map(|route| route.cfgs.all());
    let is_there = quote!(any(#(#is_there),*));
    Some(if any.is_empty() {
        quote!(#[cfg(#is_there)])
    } else {
        let any = any.iter().map(|route| route.cfgs.all());
        quote!(#[cfg(all(#is_there, not(any(#(#any),*))))])
    })
}

/// The name of the stack of an item.
fn stack_name(id: usize) -> Ident {
    match id {
        APP => format_ident!("APP"),
        BEFORE => format_ident!("BEFORE_ROUTING"),
        id => format_ident!("STACK_{id}"),
    }
}

/// The line that a token stands on.
fn line(at: Span) -> Literal {
    let line = u32::try_from(at.start().line).unwrap_or(u32::MAX);
    Literal::u32_unsuffixed(line)
}

/// The text of the doc comments.
fn description(attrs: &[Attribute]) -> String {
    let docs = attrs.iter().filter_map(|attr| match &attr.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(literal) => match &literal.lit {
                Lit::Str(text) => Some(text.value()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    });
    let lines: Vec<String> = docs
        .map(|text| {
            text.strip_prefix(' ')
                .unwrap_or(&text)
                .trim_end()
                .to_owned()
        })
        .collect();
    lines.join("\n").trim().to_owned()
}
