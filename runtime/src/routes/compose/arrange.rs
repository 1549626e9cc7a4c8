//! The order of the rows: what the application declares, then the 405s, then the 404s.

use super::{pieces::Piece, rows_by_path::RowsByPath};
use crate::routes::row::{RouteInfo, RouteKind};

/// Rows that are being arranged.
struct Arranged<'a> {
    rows: &'a mut [RouteInfo],
    /// The number of rows so far.
    count: usize,
}

impl Arranged<'_> {
    const fn push(&mut self, row: RouteInfo) {
        self.rows[self.count] = row;
        self.count += 1;
    }
}

/// Arranges the rows of all pieces, which are in the order of the pieces, as if there was one. Returns how many there are.
pub(super) const fn arrange(
    pieces: &[Piece],
    rows: &[RouteInfo],
    by_path: &RowsByPath<'_>,
    to: &mut [RouteInfo],
) -> usize {
    let mut arranged = Arranged { rows: to, count: 0 };
    let mut at = 0;
    while at < rows.len() {
        if rows[at].is_served() {
            arranged.push(rows[at]);
        }
        at += 1;
    }
    add_not_allowed(&mut arranged, by_path, rows);
    add_not_found(&mut arranged, pieces, rows);
    arranged.count
}

/// Adds the 405s. A path whose routes belong to several pieces has one.
const fn add_not_allowed(to: &mut Arranged<'_>, by_path: &RowsByPath<'_>, rows: &[RouteInfo]) {
    let mut at = 0;
    while at < rows.len() {
        let row = rows[at];
        if matches!(row.kind, RouteKind::MethodNotAllowed)
            && let Some(stack) = by_path.not_allowed(rows, at)
        {
            to.push(if stack.is(row.stack) {
                row
            } else {
                RouteInfo::unmatched(RouteKind::MethodNotAllowed, row.path, stack)
            });
        }
        at += 1;
    }
}

/// Adds the 404s, the innermost first. The unmatched paths of a part belong to the scope around it.
const fn add_not_found(to: &mut Arranged<'_>, pieces: &[Piece], rows: &[RouteInfo]) {
    let has_root_mount = has_root_mount(rows);
    let (mut end, mut piece) = (rows.len(), pieces.len());
    while piece > 0 {
        piece -= 1;
        let start = end - length(&pieces[piece]);
        let mut at = start;
        while at < end {
            let row = rows[at];
            let is_dropped = row.is_root_of_part() || (row.scope.is_root() && has_root_mount);
            if matches!(row.kind, RouteKind::Fallback) && !is_dropped {
                add_not_found_of_scope(to, row, pieces, rows);
            }
            at += 1;
        }
        end = start;
    }
}

/// Adds the 404 of a scope, which a part in its block may answer. A part under a condition may not exist, so another
/// one follows.
const fn add_not_found_of_scope(
    to: &mut Arranged<'_>,
    row: RouteInfo,
    pieces: &[Piece],
    rows: &[RouteInfo],
) {
    let mut start = 0;
    let mut piece = 0;
    while piece < pieces.len() {
        let end = start + length(&pieces[piece]);
        if let Piece::Part(part) = &pieces[piece]
            && row.scope.part == 0
            && row.scope.info.id == part.block.id
        {
            let mut at = start;
            while at < end {
                let own = rows[at];
                if own.is_fallback_of_part() {
                    to.push(RouteInfo {
                        stack: own.stack,
                        item: own.item,
                        ..row
                    });
                    if !own.stack.is_conditional_in(row.scope) {
                        return;
                    }
                }
                at += 1;
            }
        }
        start = end;
        piece += 1;
    }
    to.push(row);
}

const fn has_root_mount(rows: &[RouteInfo]) -> bool {
    let mut at = 0;
    while at < rows.len() {
        if rows[at].is_root_mount() && rows[at].innermost_condition().is_none() {
            return true;
        }
        at += 1;
    }
    false
}

pub(super) const fn length(piece: &Piece) -> usize {
    match piece {
        Piece::Rows(_, rows) => rows.len(),
        Piece::Part(part) => part.table.rows.len(),
    }
}

impl RouteInfo {
    /// Returns whether it is the 404 of a whole part, which the scope around the part answers.
    const fn is_root_of_part(&self) -> bool {
        matches!(self.kind, RouteKind::Fallback) && self.scope.is_root() && self.scope.part != 0
    }

    /// Returns whether it is the 404 of a whole part that declares the `fallback`.
    pub(super) const fn is_fallback_of_part(&self) -> bool {
        match self.item {
            Some(item) => self.is_root_of_part() && item.part != 0,
            None => false,
        }
    }
}
