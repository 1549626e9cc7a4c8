//! What an application means: every path in full, every list at its place, every entry that is in force there.

use std::collections::BTreeSet;

use proc_macro2::Ident;
use syn::{Attribute, Expr, LitStr, Path, Signature, Visibility};

use crate::app::entry_name::EntryName;

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
    pub(super) excludable: BTreeSet<usize>,
    /// The entries that are around what goes without others.
    pub(super) reverify: BTreeSet<usize>,
}

/// An entry of a list.
pub(super) struct Entry {
    /// Its number in the application.
    pub(super) id: usize,
    pub(super) attrs: Vec<Attribute>,
    pub(super) value: Expr,
    pub(super) condition: Option<Expr>,
    pub(super) name: Option<EntryName>,
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

/// What an item goes without.
pub(super) struct Without {
    /// Where the first of them is named.
    pub(super) at: Path,
    pub(super) entries: Vec<usize>,
    /// What was around the item, from the outermost in.
    pub(super) active: Vec<ActiveEntry>,
}

impl Without {
    /// What is in force without them, from the outermost in.
    pub(super) fn remaining(&self) -> impl Iterator<Item = &ActiveEntry> {
        self.active.iter().filter(|entry| !entry.is_excluded)
    }
}

/// An entry of a list around a place.
#[derive(Clone)]
pub(super) struct ActiveEntry {
    pub(super) id: usize,
    /// The `#[cfg]`s that it stands under.
    pub(super) attrs: Vec<Attribute>,
    pub(super) name: Option<EntryName>,
    pub(super) is_before_routing: bool,
    /// As written.
    pub(super) value: String,
    /// Whether it has been taken out.
    pub(super) is_excluded: bool,
}
