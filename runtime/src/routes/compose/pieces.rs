//! The pieces of a table: rows of the application itself, and parts.

use crate::routes::{
    item::{DeclaredItem, ItemInfo},
    row::RouteInfo,
    stack_info::StackInfo,
    table::RouteTable,
};

/// The module beside an application or a part.
pub trait AppModule {
    /// The table of the part.
    const ROUTES: &'static RouteTable;
    /// The URLs of the part under a prefix.
    type Urls: From<String>;
}

/// The module of an application with an `include` of the number `N`.
pub trait Includes<const N: usize> {
    /// The module of the part.
    type Part: AppModule;
}

/// Rows of the application itself, or a part, in the order of the application.
#[derive(Debug)]
pub enum Piece {
    /// Rows of the application itself.
    Rows(&'static [RouteInfo]),
    /// An included part.
    Part(IncludedPart),
}

/// A part, and where the application includes it.
#[derive(Debug)]
pub struct IncludedPart {
    pub(super) routes: &'static RouteTable,
    pub(super) rows: &'static [RouteInfo],
    pub(super) item: ItemInfo,
    /// The full prefix, or an empty string.
    pub(super) prefix: &'static str,
    /// The list around the part.
    pub(super) around: &'static StackInfo,
    /// The list of the block that has the `include`.
    pub(super) block: &'static StackInfo,
}

impl IncludedPart {
    /// Describes a part with a table and its rows.
    #[must_use]
    pub const fn new(
        routes: &'static RouteTable,
        rows: &'static [RouteInfo],
        item: DeclaredItem,
        prefix: &'static str,
        around: &'static StackInfo,
        block: &'static StackInfo,
    ) -> Self {
        Self {
            routes,
            rows,
            item: ItemInfo::new(item),
            prefix,
            around,
            block,
        }
    }
}
