//! The checks of a part against the rest of the application.

use super::{
    arrange::length,
    coexist::may_coexist,
    conflict::conflicts,
    fallback::check_fallback,
    message::Message,
    parameters::check_parameters,
    pattern::equal,
    pieces::{IncludedPart, Piece},
};
use crate::routes::row::{RouteInfo, RouteKind};

/// Checks the part of an `include` against the other rows of the application.
///
/// `rows` are those of all pieces, in their order. `has_conflict` is whether two of them conflict, so most applications
/// need not compare each row with all others.
#[track_caller]
pub(super) const fn check_part(
    pieces: &[Piece],
    rows: &[RouteInfo],
    has_conflict: bool,
    include: usize,
) {
    let (mut start, mut piece) = (0, 0);
    while piece < pieces.len() {
        let end = start + length(&pieces[piece]);
        if let Piece::Part(part) = &pieces[piece]
            && part.item.id == include
        {
            check_parameters(part, rows, (start, end));
            check_fallback(pieces, piece, rows, (start, end));
            if has_conflict {
                check_mounts(part, rows, (start, end));
                check_others(pieces, piece, rows, (start, end));
            }
        }
        start = end;
        piece += 1;
    }
}

/// Compares the mounts at `/` of a part with its other rows. Alone, they answer every unmatched path, but under a prefix they
/// have paths of their own.
#[track_caller]
const fn check_mounts(part: &IncludedPart, rows: &[RouteInfo], (first, last): (usize, usize)) {
    let mut at = first;
    while at < last {
        let row = &rows[at];
        if matches!(row.kind, RouteKind::Mount)
            && !part.prefix.is_empty()
            && equal(row.path, part.prefix)
        {
            check_row(row, rows, (first, at));
            check_row(row, rows, (at + 1, last));
        }
        at += 1;
    }
}

/// Compares the rows of a part with the application's own and with those of the parts before it.
#[track_caller]
const fn check_others(
    pieces: &[Piece],
    piece: usize,
    rows: &[RouteInfo],
    (first, last): (usize, usize),
) {
    let (mut start, mut other) = (0, 0);
    while other < pieces.len() {
        let end = start + length(&pieces[other]);
        let is_other = match &pieces[other] {
            Piece::Rows(..) => true,
            Piece::Part(_) => other < piece,
        };
        if is_other {
            let mut at = first;
            while at < last {
                check_row(&rows[at], rows, (start, end));
                at += 1;
            }
        }
        start = end;
        other += 1;
    }
}

/// Compares a row of a part with the rows of another piece.
#[track_caller]
const fn check_row(row: &RouteInfo, rows: &[RouteInfo], (start, end): (usize, usize)) {
    let mut at = start;
    while at < end {
        let other = &rows[at];
        // Few rows conflict, and it takes longer to look at the conditions around them.
        if conflicts(row, other) && may_coexist(row, other) {
            let is_same_part = row.line() == other.line() && equal(row.file(), other.file());
            let help = if is_same_part {
                ": the part is included twice, so write each `include` in a scope with another prefix"
            } else {
                ": change the path of one of them, or remove it"
            };
            Message::about(row)
                .text(" conflicts with ")
                .row(other)
                .text(help)
                .panic();
        }
        at += 1;
    }
}
