//! What a table is made of: rows of the application itself, and parts.

use std::any::TypeId;

use crate::routes::{
    declare::DeclaredRows,
    inclusion::{Inclusion, ROOT},
    item::ItemInfo,
    row::RouteInfo,
    stack_info::StackInfo,
};

/// What the rows of a table are read from.
#[derive(Clone, Copy, Debug)]
pub(in crate::routes) enum Source {
    /// An application without parts.
    Declared(&'static DeclaredRows),
    /// An application with parts, whose rows have not been read.
    Pieces(&'static [Piece]),
}

/// The module of an application that includes parts.
pub trait HasPieces {
    /// The pieces with the rows of the parts. rustc evaluates them only where they are needed.
    const PIECES: &'static [Piece];
}

/// The rows of a table, and its inclusions.
#[derive(Clone, Copy, Debug)]
pub struct TableRows {
    pub(in crate::routes) rows: &'static [RouteInfo],
    /// The application itself, and the parts that it includes.
    pub(in crate::routes) inclusions: &'static [Inclusion],
}

impl TableRows {
    /// Returns the rows of an application that includes no part.
    #[must_use]
    pub const fn own(rows: &'static [RouteInfo]) -> Self {
        Self {
            rows,
            inclusions: ROOT,
        }
    }
}

/// Rows of the application itself, or a part, in the order of the application.
#[derive(Clone, Copy, Debug)]
pub enum Piece {
    /// Rows of the application itself as they are declared, and as rows.
    Rows(&'static DeclaredRows, &'static [RouteInfo]),
    /// An included part.
    Part(IncludedPart),
}

impl Piece {
    /// A piece that is not filled yet.
    pub(in crate::routes) const NONE: Self = Self::Rows(&DeclaredRows::NONE, &[]);
}

/// A part, and where the application includes it.
#[derive(Clone, Copy, Debug)]
pub struct IncludedPart {
    pub(in crate::routes) source: Source,
    /// Returns the type of the part's module.
    pub(in crate::routes) module: fn() -> TypeId,
    /// The rows of the part, once they have been read.
    pub(in crate::routes) table: TableRows,
    pub(in crate::routes) item: ItemInfo,
    /// The full prefix, or an empty string.
    pub(in crate::routes) prefix: &'static str,
    /// The list around the part.
    pub(in crate::routes) around: &'static StackInfo,
    /// The list of the block that has the `include`.
    pub(in crate::routes) block: &'static StackInfo,
}

impl IncludedPart {
    /// Returns the part with its rows.
    #[must_use]
    pub const fn with(self, table: TableRows) -> Self {
        Self { table, ..self }
    }
}
