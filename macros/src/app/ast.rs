//! What is written in an `app!`, as data. Nothing has a meaning yet: names may refer to nothing, and paths are
//! those of one item.

use proc_macro2::Ident;
use syn::{Attribute, Expr, LitStr, Path, Signature, Visibility};

/// A whole `app!`.
pub(super) struct AppInput {
    pub(super) attrs: Vec<Attribute>,
    pub(super) crate_path: Option<Path>,
    pub(super) vis: Visibility,
    pub(super) sig: Signature,
    /// What runs before the route is looked up.
    pub(super) before: Vec<EntryInput>,
    pub(super) with: Vec<EntryInput>,
    pub(super) items: Vec<Item>,
}

/// One item of a block.
pub(super) struct Item {
    pub(super) attrs: Vec<Attribute>,
    /// The word that it begins with.
    pub(super) keyword: Ident,
    pub(super) kind: ItemKind,
    pub(super) lists: Lists,
}

pub(super) enum ItemKind {
    Route {
        methods: Vec<Ident>,
        path: LitStr,
        name: Option<Ident>,
        handler: Expr,
    },
    Scope {
        prefix: Option<LitStr>,
        items: Vec<Item>,
    },
    Mount {
        path: LitStr,
        service: Expr,
    },
    Merge {
        router: Expr,
    },
    Fallback {
        handler: Expr,
    },
    MethodNotAllowed {
        handler: Expr,
    },
    /// A list by its name.
    Stack {
        name: Ident,
        entries: Vec<EntryInput>,
    },
}

/// `without [name, ...] with [entry, ...]`, or one of the two, or nothing.
#[derive(Default)]
pub(super) struct Lists {
    pub(super) without: Vec<Path>,
    pub(super) with: Vec<EntryInput>,
}

/// One entry of a list.
#[derive(Clone)]
pub(super) struct EntryInput {
    pub(super) attrs: Vec<Attribute>,
    pub(super) kind: EntryKind,
}

#[derive(Clone)]
#[expect(clippy::large_enum_variant, reason = "most are of the large one")]
pub(super) enum EntryKind {
    Value {
        value: Expr,
        condition: Option<Expr>,
    },
    /// `..name`: what a `stack` holds.
    Splice { name: Ident },
}
