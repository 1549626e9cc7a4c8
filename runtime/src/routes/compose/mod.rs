//! The table of an application that includes parts, put together at compile time.
//!
//! Each row of a part becomes a row of the application: with its full path, and with its lists inside of those around
//! the `include`. All functions are `const`. Generated code calls them one after another and keeps each result in a
//! constant, since only then is the size of the next one known.

mod arrange;
mod conflict;
mod message;
mod pattern;
mod rebase;
mod text;

use super::{
    inclusion::Inclusion, item::ItemInfo, row::RouteInfo, stack_info::StackInfo, table::RouteTable,
};

pub(crate) use self::conflict::conditional_conflict;
pub use self::{
    arrange::{Arranged, arrange},
    conflict::check,
    rebase::{inclusions, rebase},
    text::text,
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
    pub(super) item: ItemInfo,
    /// The full prefix, or an empty string.
    pub(super) prefix: &'static str,
    /// The list around the part.
    pub(super) around: &'static StackInfo,
    /// The list of the block that has the `include`.
    pub(super) block: &'static StackInfo,
}

impl IncludedPart {
    /// Describes a part.
    #[must_use]
    pub const fn new(
        routes: &'static RouteTable,
        item: ItemInfo,
        prefix: &'static str,
        around: &'static StackInfo,
        block: &'static StackInfo,
    ) -> Self {
        Self {
            routes,
            item,
            prefix,
            around,
            block,
        }
    }
}

/// How much the pieces of a table need.
#[derive(Debug)]
pub struct Size {
    /// The number of their rows, including those that are dropped later.
    pub rows: usize,
    /// The number of bytes of all full paths.
    pub text: usize,
    /// The number of inclusions.
    pub inclusions: usize,
}

impl Size {
    /// Returns the size of a table with these pieces.
    #[must_use]
    pub const fn of(pieces: &[Piece]) -> Self {
        let mut size = Self {
            rows: 0,
            text: 0,
            inclusions: 1,
        };
        let mut at = 0;
        while at < pieces.len() {
            match &pieces[at] {
                Piece::Rows(rows) => size.rows += rows.len(),
                Piece::Part(part) => {
                    size.rows += part.routes.rows().len();
                    size.text += text::length(part);
                    size.inclusions += part.routes.inclusions.len();
                }
            }
            at += 1;
        }
        size
    }
}

/// Returns the rows of an array that is not filled yet.
const fn no_rows<const N: usize>() -> [RouteInfo; N] {
    static NOWHERE: StackInfo = StackInfo::new(0, super::ListOwner::App, None, &[], "", 0);
    [RouteInfo::fallback("", &NOWHERE); N]
}

/// Returns the inclusions of an array that is not filled yet.
const fn no_inclusions<const N: usize>() -> [Inclusion; N] {
    [super::inclusion::ROOT[0]; N]
}
