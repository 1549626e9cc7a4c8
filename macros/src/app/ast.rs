//! The syntax tree of an `app!`.
//!
//! The syntax is valid. Names and paths are unresolved, and stacks are items.

use proc_macro2::Ident;
use syn::{Attribute, Error, Expr, ExprCall, Path, Signature, Visibility};

use crate::app::route_path::RoutePath;

/// A whole `app!`.
pub(super) struct AppInput {
    pub(super) attrs: Vec<Attribute>,
    pub(super) crate_path: Option<Path>,
    pub(super) vis: Visibility,
    pub(super) sig: Signature,
    /// The entries of `before routing [...]`.
    pub(super) before: Vec<EntryInput>,
    pub(super) with: Vec<EntryInput>,
    pub(super) items: Vec<Item>,
    /// Whether rustc can check the lists and items.
    pub(super) is_checked: bool,
}

/// An item of a block.
pub(super) struct Item {
    pub(super) attrs: Vec<Attribute>,
    /// The first word of the item, such as `GET` or `scope`.
    pub(super) keyword: Ident,
    pub(super) kind: ItemKind,
    /// The condition after `if`.
    pub(super) condition: Option<Expr>,
    pub(super) lists: Lists,
    /// Whether rustc can check the item. Otherwise, it needs code that has been reported.
    pub(super) is_checked: bool,
}

/// The kind of an item. A path is the part that the item declares.
pub(super) enum ItemKind {
    Route {
        methods: Vec<Ident>,
        path: RoutePath,
        name: Option<Ident>,
        handler: Expr,
    },
    Scope {
        prefix: Option<RoutePath>,
        items: Vec<Item>,
    },
    Mount {
        path: RoutePath,
        service: Expr,
    },
    Merge {
        router: Expr,
    },
    /// `include path(arguments) as name`
    Include {
        part: ExprCall,
        name: Option<Ident>,
    },
    Fallback {
        handler: Expr,
    },
    MethodNotAllowed {
        handler: Expr,
    },
    /// `stack name = [entry, ...]`. The entries are unknown if they have been reported.
    Stack {
        name: Ident,
        entries: Option<Vec<EntryInput>>,
    },
}

/// The lists of an item, in the order `without [name, ...] with [entry, ...]`. Both are optional.
#[derive(Default)]
pub(super) struct Lists {
    pub(super) without: Vec<Path>,
    pub(super) with: Vec<EntryInput>,
}

/// An entry of a list.
#[derive(Clone)]
pub(super) struct EntryInput {
    pub(super) attrs: Vec<Attribute>,
    pub(super) kind: EntryKind,
}

#[derive(Clone)]
pub(super) enum EntryKind {
    /// `value`, `value if condition`, or `value if condition else value`. There is at least one
    /// alternative. All but the last one have a condition.
    Value { alternatives: Vec<AlternativeInput> },
    /// `..name`, which inserts the entries of a stack.
    Splice {
        name: Ident,
        /// The mistake after the name, which is not one if the stack has been reported.
        error: Option<Error>,
    },
}

/// A value that an entry may have, and the condition after its `if`.
#[derive(Clone)]
pub(super) struct AlternativeInput {
    pub(super) value: Expr,
    pub(super) condition: Option<Expr>,
}
