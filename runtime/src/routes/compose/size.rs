//! `Size`: how much the pieces of a table need.

use super::{pieces::Piece, text};

/// How much the pieces of a table need.
#[derive(Debug)]
pub struct Size {
    /// The number of their rows, including those that are dropped later.
    pub rows: usize,
    /// The number of bytes of the prefixes and paths that are joined.
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
                    size.rows += part.rows.len();
                    size.text += text::length_of_inclusions(part) + text::length_of_rows(part);
                    size.inclusions += part.routes.inclusions.len();
                }
            }
            at += 1;
        }
        size
    }
}
