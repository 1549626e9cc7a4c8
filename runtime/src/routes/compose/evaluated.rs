//! The rows of an application with parts, at compile time.

use std::marker::PhantomData;

use super::{
    arrange::arrange,
    check::check_part,
    pieces::{HasPieces, TableRows},
    rebase::{write_inclusions, write_rows},
    rows_by_path::{Key, RowsByPath},
    text::{text, write_paths},
};
use crate::routes::{
    inclusion::{Inclusion, ROOT},
    row::{NO_ROW, RouteInfo},
};

/// The table of the module `M`, with the numbers of its [`Size`](super::Size): rows, bytes of text and inclusions.
///
/// The constants are generic, so rustc evaluates only those that are needed.
struct Evaluated<M, const COUNT: usize, const BYTES: usize, const PARTS: usize>(PhantomData<M>);

/// Some rows, followed by unused ones.
struct Filled<const N: usize> {
    rows: [RouteInfo; N],
    count: usize,
}

impl<const N: usize> Filled<N> {
    const fn get(&self) -> &[RouteInfo] {
        self.rows.split_at(self.count).0
    }
}

impl<M: HasPieces, const COUNT: usize, const BYTES: usize, const PARTS: usize>
    Evaluated<M, COUNT, BYTES, PARTS>
{
    const PATHS: &'static [u8; BYTES] = &{
        let mut paths = [0; BYTES];
        write_paths(M::PIECES, &mut paths);
        paths
    };
    const INCLUSIONS: &'static [Inclusion; PARTS] = &{
        let mut inclusions = [ROOT[0]; PARTS];
        write_inclusions(M::PIECES, text(Self::PATHS), &mut inclusions);
        inclusions
    };
    const ROWS: &'static Filled<COUNT> = &{
        let mut rows = [NO_ROW; COUNT];
        let count = write_rows(M::PIECES, text(Self::PATHS), Self::INCLUSIONS, &mut rows);
        Filled { rows, count }
    };
    const HAS_CONFLICT: bool = {
        let rows = Self::ROWS.get();
        let (mut keys, mut last, mut before) = ([Key::NONE; COUNT], [0; COUNT], [0; COUNT]);
        let by_path = RowsByPath::new(rows, &mut keys, &mut last, &mut before);
        by_path.has_conflict(rows)
    };
    /// The rows in the order of a table.
    const ARRANGED: &'static Filled<COUNT> = &{
        let from = Self::ROWS.get();
        let (mut keys, mut last, mut before) = ([Key::NONE; COUNT], [0; COUNT], [0; COUNT]);
        let by_path = RowsByPath::new(from, &mut keys, &mut last, &mut before);
        let mut rows = [NO_ROW; COUNT];
        let count = arrange(M::PIECES, from, &by_path, &mut rows);
        Filled { rows, count }
    };
}

/// Checks the part of an `include`.
///
/// # Panics
///
/// Panics if a route, a prefix or a fallback of the part conflicts with the rest of the application, which is a compile
/// error.
#[track_caller]
pub const fn check<M: HasPieces, const COUNT: usize, const BYTES: usize, const PARTS: usize>(
    may_conflict: bool,
    include: usize,
) {
    if may_conflict {
        check_rows::<M, COUNT, BYTES, PARTS>(include);
    }
}

/// Checks the part of an `include`. rustc evaluates the constants that a function names when it is called.
#[track_caller]
const fn check_rows<M: HasPieces, const COUNT: usize, const BYTES: usize, const PARTS: usize>(
    include: usize,
) {
    let rows = Evaluated::<M, COUNT, BYTES, PARTS>::ROWS.get();
    let has_conflict = Evaluated::<M, COUNT, BYTES, PARTS>::HAS_CONFLICT;
    check_part(M::PIECES, rows, has_conflict, include);
}

/// Returns the rows of the table.
#[must_use]
pub const fn evaluate<M: HasPieces, const COUNT: usize, const BYTES: usize, const PARTS: usize>()
-> TableRows {
    TableRows {
        rows: Evaluated::<M, COUNT, BYTES, PARTS>::ARRANGED.get(),
        inclusions: Evaluated::<M, COUNT, BYTES, PARTS>::INCLUSIONS,
    }
}
