//! `Size`: how much the rows of a table need.

use super::pieces::{Piece, Source};

/// How much the rows of a table need at most.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// The number of rows, including those that are dropped later.
    pub rows: usize,
    /// The number of bytes of all paths and prefixes.
    pub text: usize,
    /// The number of inclusions.
    pub inclusions: usize,
}

impl Size {
    /// Returns the size of a table with these pieces.
    pub(super) const fn of(pieces: &[Piece]) -> Self {
        let mut size = Self {
            rows: 0,
            text: 0,
            inclusions: 1,
        };
        let mut at = 0;
        while at < pieces.len() {
            match &pieces[at] {
                Piece::Rows(declared, rows) => {
                    size.rows += rows.len();
                    size.text += declared.text;
                }
                Piece::Part(part) => {
                    let of_part = part.source.size();
                    let count = of_part.rows + of_part.inclusions;
                    size.rows += of_part.rows;
                    size.text += of_part.text + part.prefix.len() * count;
                    size.inclusions += of_part.inclusions;
                }
            }
            at += 1;
        }
        size
    }
}

impl Source {
    /// Returns the size of the table.
    pub(in crate::routes) const fn size(self) -> Size {
        match self {
            Self::Declared(rows) => Size {
                rows: rows.count(),
                text: rows.text,
                inclusions: 1,
            },
            Self::Pieces(pieces) => Size::of(pieces),
        }
    }
}
