//! What it means: every path in full, every list at its place.

use proc_macro2::Ident;
use syn::{
    Attribute, Expr, FnArg, LitStr, Pat, ReturnType, Signature, Token, Visibility,
    punctuated::Punctuated,
};

use crate::{
    app::{
        check::catches_all,
        parse::{self, Item, ItemKind, List},
    },
    diagnostics::{Diagnostics, app as message},
};

/// An application.
pub(super) struct App {
    pub(super) attrs: Vec<Attribute>,
    pub(super) vis: Visibility,
    pub(super) sig: Signature,
    /// The parameter that is the application's state, where there is one.
    pub(super) state: Option<Ident>,
    pub(super) list: List,
    pub(super) nodes: Vec<Node>,
}

/// An item at its place.
pub(super) struct Node {
    pub(super) attrs: Vec<Attribute>,
    pub(super) list: List,
    pub(super) kind: NodeKind,
}

/// What an item is. All paths are full ones.
pub(super) enum NodeKind {
    Route {
        methods: Vec<Ident>,
        path: LitStr,
        handler: Expr,
    },
    Scope {
        /// Where the scope has a prefix of its own.
        prefix: Option<LitStr>,
        nodes: Vec<Node>,
    },
    Mount {
        path: LitStr,
        service: Expr,
    },
    Merge {
        prefix: String,
        router: Expr,
    },
    Fallback {
        handler: Expr,
    },
    MethodNotAllowed {
        handler: Expr,
    },
}

pub(super) fn resolve(mut app: parse::App, diagnostics: &mut Diagnostics) -> App {
    let state = find_state(&app.sig, diagnostics);
    // Reported, and rustc need not report it again.
    app.sig.inputs = without_receiver(app.sig.inputs);
    if matches!(app.sig.output, ReturnType::Default) {
        diagnostics.report(&app.sig.ident, message::no_output(&app.sig.ident));
    }
    let always = |item: &&Item| !has_cfg(&item.attrs);
    let takes_all =
        |item: &Item| matches!(&item.kind, ItemKind::Mount { path, .. } if path.value() == "/");
    if app.items.iter().filter(always).any(takes_all) {
        let unreachable = app.items.iter().filter(|item| item.keyword == "fallback");
        for item in unreachable {
            diagnostics.report(&item.keyword, message::FALLBACK_BESIDE_MOUNT);
        }
    }
    let nodes = resolve_items(app.items, "", diagnostics);
    App {
        attrs: app.attrs,
        vis: app.vis,
        sig: app.sig,
        state,
        list: app.list,
        nodes,
    }
}

fn find_state(sig: &Signature, diagnostics: &mut Diagnostics) -> Option<Ident> {
    let mut state = None;
    for input in &sig.inputs {
        match input {
            FnArg::Receiver(receiver) => diagnostics.report(receiver, message::RECEIVER),
            FnArg::Typed(parameter) => {
                if let Pat::Ident(pattern) = &*parameter.pat
                    && pattern.ident == "state"
                {
                    state = Some(pattern.ident.clone());
                }
            }
        }
    }
    state
}

fn without_receiver(inputs: Punctuated<FnArg, Token![,]>) -> Punctuated<FnArg, Token![,]> {
    let inputs = inputs.into_iter();
    inputs
        .filter(|input| matches!(input, FnArg::Typed(_)))
        .collect()
}

/// The items of a block that stands below `prefix`, which is empty where there is none.
fn resolve_items(items: Vec<Item>, prefix: &str, diagnostics: &mut Diagnostics) -> Vec<Node> {
    for word in ["fallback", "method_not_allowed"] {
        let named = items.iter().filter(|item| item.keyword == word);
        // Under a `#[cfg]` there may be several, of which one is left.
        for extra in named.filter(|item| !has_cfg(&item.attrs)).skip(1) {
            diagnostics.report(&extra.keyword, message::twice(word));
        }
    }
    items
        .into_iter()
        .map(|item| Node {
            kind: resolve_kind(item.kind, prefix, diagnostics),
            attrs: item.attrs,
            list: item.list,
        })
        .collect()
}

fn resolve_kind(kind: ItemKind, prefix: &str, diagnostics: &mut Diagnostics) -> NodeKind {
    match kind {
        ItemKind::Route {
            methods,
            path,
            handler,
        } => NodeKind::Route {
            methods,
            path: join(prefix, &path, diagnostics),
            handler,
        },
        ItemKind::Scope { prefix: own, items } => {
            let own = own.map(|own| {
                check_prefix(&own, diagnostics);
                join(prefix, &own, diagnostics)
            });
            if own.is_none() && !has_prefix(&items) {
                let unreachable = items.iter().filter(|item| item.keyword == "fallback");
                for item in unreachable {
                    diagnostics.report(&item.keyword, message::FALLBACK_WITHOUT_PREFIX);
                }
            }
            let below = own.as_ref().map_or(prefix.to_owned(), LitStr::value);
            let nodes = resolve_items(items, &below, diagnostics);
            NodeKind::Scope { prefix: own, nodes }
        }
        ItemKind::Mount { path, service } => {
            if path.value().len() > 1 && path.value().ends_with('/') {
                diagnostics.report(&path, message::MOUNT_SLASH);
            }
            NodeKind::Mount {
                path: join(prefix, &path, diagnostics),
                service,
            }
        }
        ItemKind::Merge { router } => NodeKind::Merge {
            prefix: if prefix.is_empty() { "/" } else { prefix }.to_owned(),
            router,
        },
        ItemKind::Fallback { handler } => NodeKind::Fallback { handler },
        ItemKind::MethodNotAllowed { handler } => NodeKind::MethodNotAllowed { handler },
    }
}

/// Whether a scope among these items, or further in, has a prefix.
fn has_prefix(items: &[Item]) -> bool {
    items.iter().any(|item| match &item.kind {
        ItemKind::Scope { prefix, items } => prefix.is_some() || has_prefix(items),
        _ => false,
    })
}

fn check_prefix(prefix: &LitStr, diagnostics: &mut Diagnostics) {
    let text = prefix.value();
    if text == "/" {
        diagnostics.report(prefix, message::PREFIX_ROOT);
    } else if text.ends_with('/') {
        diagnostics.report(prefix, message::PREFIX_SLASH);
    } else if catches_all(&text) {
        diagnostics.report(prefix, message::PREFIX_CATCH_ALL);
    }
}

/// The full path. `/` below a prefix is the prefix itself.
fn join(prefix: &str, path: &LitStr, diagnostics: &mut Diagnostics) -> LitStr {
    let text = path.value();
    if !text.starts_with('/') {
        diagnostics.report(path, message::PATH_SLASH);
    }
    let full = if text == "/" && !prefix.is_empty() {
        prefix.to_owned()
    } else {
        format!("{prefix}{text}")
    };
    LitStr::new(&full, path.span())
}

fn has_cfg(attrs: &[Attribute]) -> bool {
    attrs.iter().any(|attr| attr.path().is_ident("cfg"))
}
