//! The rows and the inclusions of parts, as those of the application.

use super::{
    blank::{no_inclusions, no_rows},
    pieces::{IncludedPart, Piece},
    text::full_length,
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
    #[expect(clippy::panic, reason = "paths are valid UTF-8")]
    const fn new(text: &'static [u8]) -> Self {
        let Ok(rest) = str::from_utf8(text) else {
            panic!("a path is not valid UTF-8");
        };
        Self { rest }
    }

    const fn take(&mut self, length: usize) -> &'static str {
        let (text, rest) = self.rest.split_at(length);
        self.rest = rest;
        text
    }
}

/// Returns the inclusions of all pieces. The first is the application itself.
#[must_use]
pub const fn inclusions<const N: usize>(pieces: &[Piece], text: &'static [u8]) -> [Inclusion; N] {
    let mut text = Reader::new(text);
    let mut all = no_inclusions();
    let mut base = 1;
    let mut at = 0;
    while at < pieces.len() {
        if let Piece::Part(part) = &pieces[at] {
            let rows = part.routes.rows().len();
            let own = part.routes.inclusions;
            let mut path = 0;
            while path < rows + own.len() {
                let full = text.take(full_length(part, path));
                if path >= rows {
                    let index = path - rows;
                    all[base + index] = rebased(part, index, full, base);
                }
                path += 1;
            }
            base += own.len();
        }
        at += 1;
    }
    all
}

/// Returns an inclusion of a part as one of the application.
const fn rebased(
    part: &IncludedPart,
    index: usize,
    prefix: &'static str,
    base: usize,
) -> Inclusion {
    let own = part.routes.inclusions[index];
    if index == 0 {
        // The part itself.
        return Inclusion {
            item: part.item,
            prefix,
            outer: 0,
            around: Some(part.around),
        };
    }
    Inclusion {
        prefix,
        outer: base + own.outer,
        ..own
    }
}

/// Returns the rows of all pieces in their order.
#[must_use]
pub const fn rebase<const N: usize>(
    pieces: &[Piece],
    text: &'static [u8],
    inclusions: &'static [Inclusion],
) -> [RouteInfo; N] {
    let mut text = Reader::new(text);
    let mut all = no_rows();
    let mut length = 0;
    let mut base = 1;
    let mut at = 0;
    while at < pieces.len() {
        match &pieces[at] {
            Piece::Rows(rows) => {
                let mut row = 0;
                while row < rows.len() {
                    all[length] = rows[row].inside(rows[row].path, 0, inclusions);
                    length += 1;
                    row += 1;
                }
            }
            Piece::Part(part) => {
                let rows = part.routes.rows();
                let mut path = 0;
                while path < rows.len() {
                    let full = text.take(full_length(part, path));
                    all[length] = rows[path].inside(full, base, inclusions);
                    length += 1;
                    path += 1;
                }
                let end = rows.len() + part.routes.inclusions.len();
                while path < end {
                    text.take(full_length(part, path));
                    path += 1;
                }
                base += part.routes.inclusions.len();
            }
        }
        at += 1;
    }
    all
}

impl RouteInfo {
    /// Returns a row with its full path, whose lists belong to these inclusions.
    const fn inside(
        self,
        path: &'static str,
        base: usize,
        inclusions: &'static [Inclusion],
    ) -> Self {
        let stack = self.stack.inside(base, inclusions);
        let item = match self.item {
            Some(item) => Some(Item {
                part: base + item.part,
                ..item
            }),
            // An outer fallback may answer.
            None => match self.kind {
                RouteKind::Fallback => stack.nearest_fallback(),
                _ => stack.nearest_method_not_allowed(),
            },
        };
        Self {
            path,
            item,
            stack,
            scope: self.scope.inside(base, inclusions),
            ..self
        }
    }
}

impl Stack {
    const fn inside(self, base: usize, inclusions: &'static [Inclusion]) -> Self {
        Self {
            info: self.info,
            inclusions,
            part: base + self.part,
        }
    }
}
