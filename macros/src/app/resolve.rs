//! What it means: every path in full, every list at its place, every entry that is in force there.

use std::collections::BTreeSet;

use proc_macro2::Ident;
use syn::{
    Attribute, Expr, FnArg, LitStr, Pat, ReturnType, Signature, Token, Visibility,
    punctuated::Punctuated,
};

use crate::{
    app::{
        ast::{self, EntryKind, Item, ItemKind},
        cfgs::has_cfg,
        entry_name::Name,
        names::Stacks,
        path_syntax::catches_all,
        urls,
        without::{InForce, Without, in_force},
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
    pub(super) before: Vec<Entry>,
    pub(super) with: Vec<Entry>,
    pub(super) nodes: Vec<Node>,
    /// The stacks of the block that no list has asked for.
    pub(super) unused: Vec<Ident>,
    /// The entries that something goes without.
    pub(super) removable: BTreeSet<usize>,
    /// The entries that are around what goes without others.
    pub(super) rechecked: BTreeSet<usize>,
}

/// An entry of a list.
pub(super) struct Entry {
    /// Its number in the application.
    pub(super) id: usize,
    pub(super) attrs: Vec<Attribute>,
    pub(super) value: Expr,
    pub(super) condition: Option<Expr>,
    pub(super) name: Option<Name>,
}

/// An item at its place.
pub(super) struct Node {
    /// Its number in the application, which is that of its stack, too.
    pub(super) id: usize,
    pub(super) attrs: Vec<Attribute>,
    pub(super) keyword: Ident,
    pub(super) without: Option<Without>,
    pub(super) with: Vec<Entry>,
    pub(super) kind: NodeKind,
}

impl Node {
    /// Whether the item has a stack of its own.
    pub(super) fn has_stack(&self) -> bool {
        let is_scope = matches!(self.kind, NodeKind::Scope { .. });
        is_scope || !self.with.is_empty() || self.without.is_some()
    }
}

/// What an item is. All paths are full ones.
pub(super) enum NodeKind {
    Route {
        methods: Vec<Ident>,
        path: LitStr,
        /// The name after `as`, or that of the handler.
        name: Option<Ident>,
        handler: Expr,
    },
    Scope {
        /// Where the scope has a prefix of its own.
        prefix: Option<LitStr>,
        nodes: Vec<Node>,
        /// The stacks of the block that no list has asked for.
        unused: Vec<Ident>,
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

/// The number of the application's own stack, and of the one before routing. Items follow.
pub(super) const APP: usize = 0;
pub(super) const BEFORE: usize = 1;

pub(super) fn resolve(mut app: ast::App, diagnostics: &mut Diagnostics) -> App {
    let state = find_state(&app.sig, diagnostics);
    // Reported, and rustc need not report it again.
    app.sig.inputs = without_receiver(app.sig.inputs);
    if matches!(app.sig.output, ReturnType::Default) {
        diagnostics.report(&app.sig.ident, message::no_output(&app.sig.ident));
    }
    check_fallbacks(&app.items, diagnostics);

    let mut resolver = Resolver {
        diagnostics,
        stacks: Stacks::default(),
        next_item: BEFORE + 1,
        next_entry: 0,
        removable: BTreeSet::new(),
        rechecked: BTreeSet::new(),
    };
    resolver.stacks.enter(&mut app.items, resolver.diagnostics);
    let before = resolver.entries(app.before);
    let with = resolver.entries(app.with);
    let place = Place {
        prefix: String::new(),
        in_force: in_force(&before, true)
            .chain(in_force(&with, false))
            .collect(),
    };
    let mut nodes = resolver.items(app.items, &place);
    let unused = resolver.stacks.leave(resolver.diagnostics);
    let Resolver {
        removable,
        rechecked,
        ..
    } = resolver;
    urls::name_routes(&mut nodes);
    App {
        attrs: app.attrs,
        vis: app.vis,
        sig: app.sig,
        state,
        before,
        with,
        nodes,
        unused,
        removable,
        rechecked,
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

/// Where a block stands.
struct Place {
    /// The full path of the prefix in force, which is empty where there is none.
    prefix: String,
    /// What is around the block, from the outermost in.
    in_force: Vec<InForce>,
}

struct Resolver<'a> {
    diagnostics: &'a mut Diagnostics,
    stacks: Stacks,
    next_item: usize,
    next_entry: usize,
    removable: BTreeSet<usize>,
    rechecked: BTreeSet<usize>,
}

impl Resolver<'_> {
    fn entries(&mut self, written: Vec<ast::Entry>) -> Vec<Entry> {
        let written = self.stacks.splice(written, self.diagnostics);
        let entries = written.into_iter().filter_map(|entry| {
            // A stack that does not exist has been reported.
            let EntryKind::Value { value, condition } = entry.kind else {
                return None;
            };
            let id = self.next_entry;
            self.next_entry += 1;
            Some(Entry {
                id,
                attrs: entry.attrs,
                name: Name::of(&value),
                value,
                condition,
            })
        });
        entries.collect()
    }

    fn items(&mut self, items: Vec<Item>, place: &Place) -> Vec<Node> {
        for word in ["fallback", "method_not_allowed"] {
            let named = items.iter().filter(|item| item.keyword == word);
            // Under a `#[cfg]` there may be several, of which one is left.
            for extra in named.filter(|item| !has_cfg(&item.attrs)).skip(1) {
                self.diagnostics
                    .report(&extra.keyword, message::twice(word));
            }
        }
        items
            .into_iter()
            .filter_map(|item| self.item(item, place))
            .collect()
    }

    fn item(&mut self, mut item: Item, place: &Place) -> Option<Node> {
        let id = self.next_item;
        self.next_item += 1;
        let block = match &mut item.kind {
            ItemKind::Scope { items, .. } => Some(items),
            _ => None,
        };
        let is_scope = block.is_some();
        if let Some(items) = block {
            self.stacks.enter(items, self.diagnostics);
        }
        let without = Without::resolve(&item.lists.without, &place.in_force, self.diagnostics);
        if let Some(without) = &without {
            self.removable.extend(&without.entries);
            self.rechecked.extend(without.rest().map(|entry| entry.id));
        }
        let with = self.entries(item.lists.with);
        let outer = without
            .as_ref()
            .map_or(&place.in_force, |without| &without.in_force);
        let in_force = outer
            .iter()
            .cloned()
            .chain(in_force(&with, false))
            .collect();
        let kind = self.kind(item.kind, &place.prefix, in_force);
        let unused = if is_scope {
            self.stacks.leave(self.diagnostics)
        } else {
            Vec::new()
        };
        let mut kind = kind?;
        if let NodeKind::Scope { unused: of, .. } = &mut kind {
            *of = unused;
        }
        Some(Node {
            id,
            attrs: item.attrs,
            keyword: item.keyword,
            without,
            with,
            kind,
        })
    }

    fn kind(&mut self, kind: ItemKind, prefix: &str, in_force: Vec<InForce>) -> Option<NodeKind> {
        Some(match kind {
            ItemKind::Route {
                methods,
                path,
                name,
                handler,
            } => NodeKind::Route {
                methods,
                path: self.join(prefix, &path),
                name,
                handler,
            },
            ItemKind::Scope { prefix: own, items } => {
                let own = own.map(|own| {
                    self.check_prefix(&own);
                    self.join(prefix, &own)
                });
                if own.is_none() && !has_prefix(&items) {
                    let unreachable = items.iter().filter(|item| item.keyword == "fallback");
                    for item in unreachable {
                        self.diagnostics
                            .report(&item.keyword, message::FALLBACK_WITHOUT_PREFIX);
                    }
                }
                if own.is_some() {
                    check_fallbacks(&items, self.diagnostics);
                }
                let place = Place {
                    prefix: own.as_ref().map_or(prefix.to_owned(), LitStr::value),
                    in_force,
                };
                NodeKind::Scope {
                    prefix: own,
                    nodes: self.items(items, &place),
                    unused: Vec::new(),
                }
            }
            ItemKind::Mount { path, service } => {
                if path.value().len() > 1 && path.value().ends_with('/') {
                    self.diagnostics.report(&path, message::MOUNT_SLASH);
                }
                NodeKind::Mount {
                    path: self.join(prefix, &path),
                    service,
                }
            }
            ItemKind::Merge { router } => NodeKind::Merge {
                prefix: if prefix.is_empty() { "/" } else { prefix }.to_owned(),
                router,
            },
            ItemKind::Fallback { handler } => NodeKind::Fallback { handler },
            ItemKind::MethodNotAllowed { handler } => NodeKind::MethodNotAllowed { handler },
            // Taken out of the block before.
            ItemKind::Stack { .. } => return None,
        })
    }

    fn check_prefix(&mut self, prefix: &LitStr) {
        let text = prefix.value();
        if text == "/" {
            self.diagnostics.report(prefix, message::PREFIX_ROOT);
        } else if text.ends_with('/') {
            self.diagnostics.report(prefix, message::PREFIX_SLASH);
        } else if catches_all(&text) {
            self.diagnostics.report(prefix, message::PREFIX_CATCH_ALL);
        }
    }

    /// The full path. `/` below a prefix is the prefix itself.
    fn join(&mut self, prefix: &str, path: &LitStr) -> LitStr {
        let text = path.value();
        if !text.starts_with('/') {
            self.diagnostics.report(path, message::PATH_SLASH);
        }
        let full = if text == "/" && !prefix.is_empty() {
            prefix.to_owned()
        } else {
            format!("{prefix}{text}")
        };
        LitStr::new(&full, path.span())
    }
}

/// Reports the fallbacks of a block where a mount takes what nothing else does.
fn check_fallbacks(items: &[Item], diagnostics: &mut Diagnostics) {
    if takes_all(items) {
        for item in items.iter().filter(|item| item.keyword == "fallback") {
            diagnostics.report(&item.keyword, message::FALLBACK_BESIDE_MOUNT);
        }
    }
}

/// Whether there is a mount at `/` among these items, whatever the configuration.
fn takes_all(items: &[Item]) -> bool {
    let mut items = items.iter().filter(|item| !has_cfg(&item.attrs));
    items.any(|item| match &item.kind {
        ItemKind::Mount { path, .. } => path.value() == "/",
        ItemKind::Scope {
            prefix: None,
            items,
        } => takes_all(items),
        _ => false,
    })
}

/// Whether a scope among these items, or further in, has a prefix.
fn has_prefix(items: &[Item]) -> bool {
    items.iter().any(|item| match &item.kind {
        ItemKind::Scope { prefix, items } => prefix.is_some() || has_prefix(items),
        _ => false,
    })
}
