//! The pieces of a table: rows of the application itself, and parts.

use crate::routes::{
    item::{DeclaredItem, ItemInfo},
    row::{RouteInfo, RouteKind},
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
    pub(super) item: ItemInfo,
    /// The full prefix, or an empty string.
    pub(super) prefix: &'static str,
    /// The segments of text with which all paths of the part begin, without its prefix.
    pub(super) common: &'static str,
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
        item: &'static DeclaredItem,
        prefix: &'static str,
        around: &'static StackInfo,
        block: &'static StackInfo,
    ) -> Self {
        Self {
            routes,
            item: ItemInfo(item),
            prefix,
            common: common_text(routes.rows()),
            around,
            block,
        }
    }
}

/// Returns the segments of text with which all paths of a part begin. The 404 of the part itself has no path.
const fn common_text(rows: &[RouteInfo]) -> &'static str {
    let mut common: Option<&'static str> = None;
    let mut at = 0;
    while at < rows.len() {
        let row = &rows[at];
        if !matches!(row.kind, RouteKind::Fallback) || !row.scope.is_root() {
            common = Some(match common {
                None => common_segments(row.path, row.path),
                Some(text) => common_segments(text, row.path),
            });
        }
        at += 1;
    }
    match common {
        Some(text) => text,
        None => "",
    }
}

/// Returns the segments of text with which both paths begin, up to and with a slash.
const fn common_segments(a: &'static str, b: &str) -> &'static str {
    let (text, other) = (a.as_bytes(), b.as_bytes());
    let (mut at, mut end) = (0, 0);
    while at < text.len() && at < other.len() && text[at] == other[at] {
        if matches!(text[at], b'{' | b'}') {
            break;
        }
        at += 1;
        if text[at - 1] == b'/' {
            end = at;
        }
    }
    a.split_at(end).0
}
