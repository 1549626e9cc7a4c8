//! Resolves the syntax tree: joins paths, inserts stacks, and finds the entries that `without`
//! excludes.
//!
//! After this pass there are no stacks and no `..name`. All paths are full paths, and each entry
//! and item has a number.

mod entries;
mod fallbacks;
mod limit;
mod route_names;
mod signature;
mod stacks;
mod unchecked;
mod without;

use std::collections::BTreeSet;

use syn::{Ident, ReturnType};

use crate::{
    app::{
        ast::{self, Item, ItemKind},
        cfgs::has_cfg,
        model::{ActiveEntry, App, BEFORE, Entry, Node, NodeKind},
        resolve::{
            entries::numbered,
            fallbacks::{check_fallbacks, has_prefix},
            limit::limit,
            route_names::name_routes,
            signature::{find_state, without_receiver},
            stacks::Stacks,
            unchecked::{uncheck, uncheck_reported},
            without::{active_entries, resolve_without},
        },
        route_path::RoutePath,
    },
    diagnostics::{Diagnostics, app as message},
    syntax::{plain_path, returns},
};

/// Resolves an application.
pub(super) fn resolve(mut app: ast::AppInput, diagnostics: &mut Diagnostics) -> App {
    let state = find_state(&mut app, diagnostics);
    // The receiver has been reported. Without it, rustc does not report it again.
    app.sig.inputs = without_receiver(app.sig.inputs);
    if matches!(app.sig.output, ReturnType::Default) {
        diagnostics.report(&app.sig.ident, message::no_output(&app.sig.ident));
    }
    check_fallbacks(&app.items, diagnostics);

    let mut resolver = Resolver {
        name: &app.sig.ident,
        is_part: returns(&app.sig.output, "Part"),
        diagnostics,
        stacks: Stacks::default(),
        next_item: BEFORE + 1,
        next_entry: 0,
        excludable: BTreeSet::new(),
        reverify: BTreeSet::new(),
    };
    resolver.stacks.enter(&mut app.items, resolver.diagnostics);
    let mut before = resolver.entries(app.before, 0);
    let mut with = resolver.entries(app.with, before.len());
    let is_checked = app.is_checked && !std::mem::take(&mut resolver.stacks.lacks_entries);
    let scope = BlockScope {
        prefix: String::new(),
        active: active_entries(&before, true)
            .chain(active_entries(&with, false))
            .collect(),
    };
    let mut nodes = resolver.items(app.items, &scope);
    let mut unused = resolver.stacks.leave(resolver.diagnostics);
    let Resolver {
        excludable,
        reverify,
        ..
    } = resolver;
    name_routes(&mut nodes);
    if is_checked {
        uncheck_reported(&mut nodes);
    } else {
        uncheck(&mut nodes);
        before.clear();
        with.clear();
        unused.clear();
    }
    App {
        attrs: app.attrs,
        vis: app.vis,
        sig: app.sig,
        state,
        before,
        with,
        nodes,
        unused,
        excludable,
        reverify,
    }
}

/// What a block inherits: its prefix and its outer entries.
struct BlockScope {
    /// The full prefix, or an empty string.
    prefix: String,
    /// The entries around the block, outermost first.
    active: Vec<ActiveEntry>,
}

/// The state of the pass.
struct Resolver<'a> {
    name: &'a Ident,
    is_part: bool,
    diagnostics: &'a mut Diagnostics,
    stacks: Stacks,
    next_item: usize,
    next_entry: usize,
    excludable: BTreeSet<usize>,
    reverify: BTreeSet<usize>,
}

impl Resolver<'_> {
    fn entries(&mut self, written: Vec<ast::EntryInput>, outer: usize) -> Vec<Entry> {
        let written = self.stacks.splice(written, self.diagnostics);
        let limited = limit(written, outer, self.diagnostics);
        self.stacks.lacks_entries |= limited.is_none();
        let written = limited.unwrap_or_default();
        numbered(written, &mut self.next_entry)
    }

    fn items(&mut self, items: Vec<Item>, scope: &BlockScope) -> Vec<Node> {
        for word in ["fallback", "method_not_allowed"] {
            let named = items.iter().filter(|item| item.keyword == word);
            // Several may exist under different `#[cfg]`s.
            for extra in named.filter(|item| !has_cfg(&item.attrs)).skip(1) {
                self.diagnostics
                    .report(&extra.keyword, message::duplicate_item(word));
            }
        }
        items
            .into_iter()
            .filter_map(|item| self.item(item, scope))
            .collect()
    }

    fn item(&mut self, mut item: Item, scope: &BlockScope) -> Option<Node> {
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
        let without = resolve_without(
            &item.lists.without,
            &scope.active,
            self.is_part,
            self.diagnostics,
        );
        if let Some(without) = &without {
            self.excludable.extend(&without.entries);
            self.reverify
                .extend(without.remaining().map(|entry| entry.id));
        }
        let with = self.entries(item.lists.with, scope.active.len());
        let lacks_entries = std::mem::take(&mut self.stacks.lacks_entries);
        let outer = without
            .as_ref()
            .map_or(&scope.active, |without| &without.active);
        let active = outer
            .iter()
            .cloned()
            .chain(active_entries(&with, false))
            .collect();
        let kind = self.kind(item.kind, &scope.prefix, active);
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
            condition: item.condition,
            without,
            with,
            kind,
            is_checked: item.is_checked && !lacks_entries,
        })
    }

    fn kind(&mut self, kind: ItemKind, prefix: &str, active: Vec<ActiveEntry>) -> Option<NodeKind> {
        Some(match kind {
            ItemKind::Route {
                methods,
                path,
                name,
                handler,
            } => NodeKind::Route {
                methods,
                path: path.under(prefix),
                name,
                handler,
            },
            ItemKind::Scope { prefix: own, items } => {
                let own = own.map(|own| own.under(prefix));
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
                let scope = BlockScope {
                    prefix: own.as_ref().map_or(prefix, RoutePath::text).to_owned(),
                    active,
                };
                NodeKind::Scope {
                    prefix: own,
                    nodes: self.items(items, &scope),
                    unused: Vec::new(),
                }
            }
            ItemKind::Mount { path, service } => NodeKind::Mount {
                path: path.under(prefix),
                service,
            },
            ItemKind::Merge { router } => NodeKind::Merge {
                prefix: if prefix.is_empty() { "/" } else { prefix }.to_owned(),
                router,
            },
            ItemKind::Include { part, .. }
                if plain_path(&part.func).is_some_and(|path| path.is_ident(self.name)) =>
            {
                self.diagnostics
                    .report(&part.func, message::part_in_itself(self.name));
                return None;
            }
            ItemKind::Include { part, name } => NodeKind::Include {
                prefix: prefix.to_owned(),
                part,
                name,
            },
            ItemKind::Fallback { handler } => NodeKind::Fallback { handler },
            ItemKind::MethodNotAllowed { handler } => NodeKind::MethodNotAllowed { handler },
            // `Stacks::enter` removed the stacks from the block.
            ItemKind::Stack { .. } => return None,
        })
    }
}
