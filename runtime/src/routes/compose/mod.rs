//! The table of an application that includes parts.
//!
//! Each row of a part becomes a row of the application: with its full path, and with its lists inside of those around
//! the `include`. This happens when the table is first used (`read`). At compile time, `check` first compares the prefixes
//! (`may_conflict`). Only if these do not show that no row conflicts, it evaluates the rows (`evaluated`). Both ways use the
//! same functions, which are `const` and write into slices.

mod arrange;
mod check;
mod coexist;
mod conflict;
mod evaluated;
mod fallback;
mod may_conflict;
mod message;
mod parameters;
mod pattern;
mod pieces;
mod read;
mod rebase;
mod rows_by_path;
mod size;
mod text;

pub(crate) use self::conflict::conditional_conflict;
pub(super) use self::pieces::Source;
pub use self::{
    evaluated::{check, evaluate},
    pieces::{HasPieces, IncludedPart, Piece, TableRows},
    size::Size,
};
