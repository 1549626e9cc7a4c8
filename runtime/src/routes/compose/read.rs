//! The rows of an application with parts, at run time.

use std::{
    any::TypeId,
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use super::{
    arrange::arrange,
    pieces::{Piece, Source, TableRows},
    rebase::{write_inclusions, write_rows},
    rows_by_path::{Key, RowsByPath},
    size::Size,
    text::{text, write_paths},
};
use crate::routes::{inclusion::ROOT, row::NO_ROW};

impl Source {
    /// Returns the rows and the inclusions of the table that is beside this module. They are read once and stay in
    /// memory.
    pub(in crate::routes) fn read(self, module: TypeId) -> TableRows {
        static READ: Mutex<BTreeMap<TypeId, TableRows>> = Mutex::new(BTreeMap::new());
        let tables = || READ.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = tables().get(&module) {
            return *known;
        }
        // The tables of parts are read, too, so the map is not locked meanwhile.
        let table = match self {
            Self::Declared(rows) => TableRows::own(rows.to_vec().leak()),
            Self::Pieces(pieces) => read(pieces),
        };
        *tables().entry(module).or_insert(table)
    }
}

/// Returns the rows of an application with these pieces, which stay in memory.
fn read(pieces: &[Piece]) -> TableRows {
    let size = Size::of(pieces);
    let pieces: Vec<_> = pieces.iter().map(Piece::read).collect();

    let mut paths = vec![0; size.text];
    write_paths(&pieces, &mut paths);
    let paths = text(paths.leak());

    let mut inclusions = vec![ROOT[0]; size.inclusions];
    write_inclusions(&pieces, paths, &mut inclusions);
    let inclusions = inclusions.leak();

    let mut rows = vec![NO_ROW; size.rows];
    let count = write_rows(&pieces, paths, inclusions, &mut rows);
    rows.truncate(count);

    let (mut keys, mut last, mut before) = (vec![Key::NONE; count], vec![0; count], vec![0; count]);
    let by_path = RowsByPath::new(&rows, &mut keys, &mut last, &mut before);
    let mut arranged = vec![NO_ROW; count];
    let count = arrange(&pieces, &rows, &by_path, &mut arranged);
    arranged.truncate(count);
    TableRows {
        rows: arranged.leak(),
        inclusions,
    }
}

impl Piece {
    /// Returns the piece with its rows.
    fn read(&self) -> Self {
        match *self {
            Self::Part(part) => Self::Part(part.with(part.source.read((part.module)()))),
            Self::Rows(declared, _) => Self::Rows(declared, declared.to_vec().leak()),
        }
    }
}
