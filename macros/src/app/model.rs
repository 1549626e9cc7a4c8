//! The resolved application, as data: full paths, whole lists, and the active entries of each
//! `without`.

use std::collections::BTreeSet;

use proc_macro2::Ident;
use syn::{Attribute, Expr, ExprCall, Path, Signature, Visibility};

use crate::app::{entry_name::EntryName, route_path::RoutePath};

/// An application.
pub(super) struct App {
    pub(super) attrs: Vec<Attribute>,
    pub(super) vis: Visibility,
    pub(super) sig: Signature,
    /// The parameter called `state`.
    pub(super) state: Option<Ident>,
    pub(super) before: Vec<Entry>,
    pub(super) with: Vec<Entry>,
    pub(super) nodes: Vec<Node>,
    /// The stacks of the block that no list uses.
    pub(super) unused: Vec<Ident>,
    /// The entries that some `without` excludes.
    pub(super) excludable: BTreeSet<usize>,
    /// The entries around an item with a `without`, whose requirements are verified again.
    pub(super) reverify: BTreeSet<usize>,
}

/// An entry of a list.
pub(super) struct Entry {
    /// Its number, unique in the application.
    pub(super) id: usize,
    pub(super) attrs: Vec<Attribute>,
    pub(super) first: Alternative,
    /// The values after each `else`. Each alternative but the last one has a condition then.
    pub(super) others: Vec<Alternative>,
}

impl Entry {
    /// Iterates over the values that the entry may have.
    pub(super) fn alternatives(&self) -> impl Iterator<Item = &Alternative> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// Returns the value on which rustc reports the mistakes of another one.
    ///
    /// Two values with the name of one middleware are of one type, and make the same mistakes. rustc
    /// reports the same mistake in the same place once.
    pub(super) fn placed<'a>(&'a self, alternative: &'a Alternative) -> &'a Alternative {
        let name = self.first.name.as_ref();
        let is_same = name.is_some_and(EntryName::is_function) && name == alternative.name.as_ref();
        if is_same { &self.first } else { alternative }
    }
}

/// A value that an entry may have.
pub(super) struct Alternative {
    pub(super) value: Expr,
    pub(super) condition: Option<Expr>,
    pub(super) name: Option<EntryName>,
}

impl Alternative {
    /// Returns whether the value may be the function of a middleware, written without its call.
    pub(super) fn is_path(&self) -> bool {
        let mut value = &self.value;
        loop {
            value = match value {
                Expr::Group(inner) => &inner.expr,
                Expr::Paren(inner) => &inner.expr,
                _ => return matches!(value, Expr::Path(_)),
            }
        }
    }
}

/// An item of a block.
pub(super) struct Node {
    /// Its number, unique in the application. Its stack has the same number.
    pub(super) id: usize,
    pub(super) attrs: Vec<Attribute>,
    pub(super) keyword: Ident,
    /// The condition after `if`.
    pub(super) condition: Option<Expr>,
    pub(super) without: Option<Without>,
    pub(super) with: Vec<Entry>,
    pub(super) kind: NodeKind,
    /// Whether rustc can check the item. Otherwise, it needs code that has been reported.
    pub(super) is_checked: bool,
}

impl Node {
    /// Returns whether the item has a stack of its own.
    pub(super) fn has_stack(&self) -> bool {
        let is_scope = matches!(self.kind, NodeKind::Scope { .. });
        is_scope || !self.with.is_empty() || self.without.is_some()
    }
}

/// The kind of an item. All paths are full paths.
pub(super) enum NodeKind {
    Route {
        methods: Vec<Ident>,
        path: RoutePath,
        /// The name after `as`, or the name of the handler.
        name: Option<Ident>,
        handler: Expr,
    },
    Scope {
        /// The full prefix, if the scope has one of its own.
        prefix: Option<RoutePath>,
        nodes: Vec<Node>,
        /// The stacks of the block that no list uses.
        unused: Vec<Ident>,
    },
    Mount {
        path: RoutePath,
        service: Expr,
    },
    Merge {
        prefix: String,
        router: Expr,
    },
    Include {
        /// The full prefix, or an empty string.
        prefix: String,
        part: ExprCall,
        /// The name after `as`, or the name of the part.
        name: Option<Ident>,
    },
    Fallback {
        handler: Expr,
    },
    MethodNotAllowed {
        handler: Expr,
    },
}

/// The numbers of the application's own stack and of the one before routing. Items have higher
/// numbers.
pub(super) const APP: usize = 0;
pub(super) const BEFORE: usize = 1;

/// The entries that an item excludes.
pub(super) struct Without {
    /// The first name in the list, for error spans.
    pub(super) at: Path,
    pub(super) entries: Vec<usize>,
    /// The entries around the item, outermost first. The excluded ones are marked.
    pub(super) active: Vec<ActiveEntry>,
}

impl Without {
    /// Returns the entries that still run, outermost first.
    pub(super) fn remaining(&self) -> impl Iterator<Item = &ActiveEntry> {
        self.active.iter().filter(|entry| !entry.is_excluded)
    }
}

/// An entry of a list around an item.
#[derive(Clone)]
pub(super) struct ActiveEntry {
    pub(super) id: usize,
    /// The attributes of the entry, such as `#[cfg]`.
    pub(super) attrs: Vec<Attribute>,
    /// The values that the entry may have.
    pub(super) alternatives: Vec<ActiveAlternative>,
    pub(super) is_before_routing: bool,
    /// Whether a `without` excludes the entry.
    pub(super) is_excluded: bool,
}

/// A value of an entry of a list around an item.
#[derive(Clone)]
pub(super) struct ActiveAlternative {
    pub(super) name: Option<EntryName>,
    /// Its source text, without the condition.
    pub(super) value: String,
}
