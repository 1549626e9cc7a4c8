//! The rows and the inclusions of parts, as those of the application.

use super::{
    pieces::{IncludedPart, Piece},
    text::{joined_length, length_of_inclusions},
};
use crate::routes::{
    inclusion::Inclusion,
    row::{RouteInfo, RouteKind},
    stack::{Item, Stack},
};

/// Takes one text after another from [`text`](super::text).
struct Reader {
    rest: &'static str,
}

impl Reader {
    /// Skips the prefixes of the inclusions.
    const fn of_rows(pieces: &[Piece], text: &'static str) -> Self {
        let (mut length, mut at) = (0, 0);
        while at < pieces.len() {
            if let Piece::Part(part) = &pieces[at] {
                length += length_of_inclusions(part);
            }
            at += 1;
        }
        Self {
            rest: text.split_at(length).1,
        }
    }

    /// Returns a path under a prefix.
    const fn take(&mut self, prefix: &'static str, path: &'static str) -> &'static str {
        match joined_length(prefix, path) {
            0 if prefix.is_empty() => path,
            0 => prefix,
            length => {
                let (text, rest) = self.rest.split_at(length);
                self.rest = rest;
                text
            }
        }
    }
}

/// Writes the inclusions of all pieces. The first is the application itself.
pub(super) const fn write_inclusions(pieces: &[Piece], text: &'static str, to: &mut [Inclusion]) {
    let mut text = Reader { rest: text };
    let mut base = 1;
    let mut at = 0;
    while at < pieces.len() {
        if let Piece::Part(part) = &pieces[at] {
            let own = part.table.inclusions;
            let mut index = 0;
            while index < own.len() {
                let prefix = text.take(part.prefix, own[index].prefix);
                to[base + index] = rebased(part, index, prefix, base);
                index += 1;
            }
            base += own.len();
        }
        at += 1;
    }
}

/// Returns an inclusion of a part as one of the application.
const fn rebased(
    part: &IncludedPart,
    index: usize,
    prefix: &'static str,
    base: usize,
) -> Inclusion {
    let own = part.table.inclusions[index];
    if index == 0 {
        // The part itself.
        return Inclusion {
            item: part.item,
            prefix,
            outer: 0,
            around: Some(part.around),
            module: part.module,
        };
    }
    Inclusion {
        prefix,
        outer: base + own.outer,
        ..own
    }
}

/// Writes the rows of all pieces in their order, and returns their number.
pub(super) const fn write_rows(
    pieces: &[Piece],
    text: &'static str,
    inclusions: &'static [Inclusion],
    to: &mut [RouteInfo],
) -> usize {
    let mut text = Reader::of_rows(pieces, text);
    let mut length = 0;
    let mut base = 1;
    let mut at = 0;
    while at < pieces.len() {
        match &pieces[at] {
            Piece::Rows(_, rows) => {
                let place = Place::whole(inclusions);
                let mut row = 0;
                while row < rows.len() {
                    to[length] = place.row(&rows[row], rows[row].path);
                    length += 1;
                    row += 1;
                }
            }
            Piece::Part(part) => {
                let rows = part.table.rows;
                let place = Place::of(part, base, inclusions);
                let mut row = 0;
                while row < rows.len() {
                    let path = text.take(part.prefix, rows[row].path);
                    to[length] = place.row(&rows[row], path);
                    length += 1;
                    row += 1;
                }
                base += part.table.inclusions.len();
            }
        }
        at += 1;
    }
    length
}

/// What the rows of a piece get when it is put in its place.
struct Place {
    /// The index of the first inclusion of the piece.
    base: usize,
    inclusions: &'static [Inclusion],
    /// The items around the piece that answer where the piece has none.
    fallback: Option<Item>,
    method_not_allowed: Option<Item>,
}

impl Place {
    /// Returns the place of the application itself.
    const fn whole(inclusions: &'static [Inclusion]) -> Self {
        Self {
            base: 0,
            inclusions,
            fallback: None,
            method_not_allowed: None,
        }
    }

    /// Returns the place of a part.
    const fn of(part: &IncludedPart, base: usize, inclusions: &'static [Inclusion]) -> Self {
        let around = Stack::own(part.around);
        Self {
            base,
            inclusions,
            fallback: around.nearest_fallback(),
            method_not_allowed: around.nearest_method_not_allowed(),
        }
    }

    /// Returns a row with its full path and its lists. Const evaluation takes its time for each call, so there are
    /// none.
    const fn row(&self, row: &RouteInfo, path: &'static str) -> RouteInfo {
        let Self {
            base, inclusions, ..
        } = *self;
        let item = match (row.item, row.kind) {
            (Some(item), _) => Some(Item {
                part: base + item.part,
                ..item
            }),
            (None, RouteKind::Fallback) => self.fallback,
            (None, _) => self.method_not_allowed,
        };
        RouteInfo {
            path,
            item,
            stack: Stack {
                info: row.stack.info,
                inclusions,
                part: base + row.stack.part,
            },
            scope: Stack {
                info: row.scope.info,
                inclusions,
                part: base + row.scope.part,
            },
            ..*row
        }
    }
}
