//! The table of an application that includes parts, put together at compile time.
//!
//! Each row of a part becomes a row of the application: with its full path, and with its lists inside of those around
//! the `include`. All functions are `const`. Generated code calls them one after another and keeps each result in a
//! constant, since only then is the size of the next one known.

mod arrange;
mod check;
mod coexist;
mod conflict;
mod fallback;
mod message;
mod parameters;
mod pattern;
mod pieces;
mod rebase;
mod rows_by_path;
mod size;
mod text;

pub(crate) use self::conflict::conditional_conflict;
pub use self::{
    arrange::{Arranged, arrange},
    check::check,
    pieces::{AppModule, IncludedPart, Includes, Piece},
    rebase::{inclusions, rebase},
    size::Size,
    text::{bytes, text},
};
