//! From what is written to what it means: every path in full, every list at its place, every entry that
//! is in force there.

mod fallbacks;
mod paths;
mod route_names;
mod signature;
mod stacks;
mod without;

use std::collections::BTreeSet;

use syn::{LitStr, ReturnType};

use crate::{
    app::{
        ast::{self, EntryKind, Item, ItemKind},
        cfgs::has_cfg,
        entry_name::Name,
        model::{App, BEFORE, Entry, InForce, Node, NodeKind},
        resolve::{
            fallbacks::{check_fallbacks, has_prefix},
            paths::{check_prefix, join},
            route_names::name_routes,
            signature::{find_state, without_receiver},
            stacks::Stacks,
            without::{in_force, resolve_without},
        },
    },
    diagnostics::{Diagnostics, app as message},
};

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
    name_routes(&mut nodes);
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
        let without = resolve_without(&item.lists.without, &place.in_force, self.diagnostics);
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
                path: join(prefix, &path, self.diagnostics),
                name,
                handler,
            },
            ItemKind::Scope { prefix: own, items } => {
                let own = own.map(|own| {
                    check_prefix(&own, self.diagnostics);
                    join(prefix, &own, self.diagnostics)
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
                    path: join(prefix, &path, self.diagnostics),
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
}
