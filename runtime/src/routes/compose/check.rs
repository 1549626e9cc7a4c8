//! The checks of a part against the rest of the application.

use super::{
    arrange::{length, may_overlap},
    coexist::may_coexist,
    conflict::conflicts,
    fallback::check_fallback,
    message::Message,
    parameters::check_parameters,
    pieces::Piece,
};
use crate::routes::row::{RouteInfo, RouteKind};

/// Checks the part of an `include` against the other rows of the application.
///
/// `rows` are those of all pieces, in their order.
///
/// # Panics
///
/// Panics if a route, a prefix or a fallback of the part conflicts with another one, which is a compile error.
#[track_caller]
pub const fn check(pieces: &[Piece], rows: &[RouteInfo], include: usize) {
    let (mut start, mut piece) = (0, 0);
    while piece < pieces.len() {
        let end = start + length(&pieces[piece]);
        if let Piece::Part(part) = &pieces[piece]
            && part.item.id() == include
        {
            check_parameters(part, rows, (start, end));
            check_fallback(pieces, piece, rows, (start, end));
            check_others(pieces, piece, rows, (start, end));
        }
        start = end;
        piece += 1;
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
    let mut others_apart = false;
    let (mut start, mut other) = (0, 0);
    while other < pieces.len() {
        let end = start + length(&pieces[other]);
        let is_other = match &pieces[other] {
            Piece::Rows(_) => true,
            Piece::Part(_) => other < piece,
        };
        if is_other && may_overlap(&pieces[piece], &pieces[other]) {
            let mut at = first;
            while at < last {
                check_row(&rows[at], rows, (start, end));
                at += 1;
            }
        } else if is_other {
            others_apart = true;
        }
        start = end;
        other += 1;
    }
    if others_apart {
        check_scopes(rows, (first, last));
    }
}

/// Compares the prefixes of a part, and its mount at `/`, with the application's own rows and with those of the parts
/// before it. They may conflict although no other paths do.
#[track_caller]
const fn check_scopes(rows: &[RouteInfo], (first, last): (usize, usize)) {
    let mut at = first;
    while at < last {
        if is_about_scopes(&rows[at]) {
            check_row(&rows[at], rows, (0, first));
            let mut other = last;
            while other < rows.len() {
                if rows[other].scope.part == 0 {
                    check_row(&rows[at], rows, (other, other + 1));
                }
                other += 1;
            }
        }
        at += 1;
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
            Message::about(row)
                .text(" conflicts with ")
                .row(other)
                .text(": change the path of one of them, or remove it")
                .panic();
        }
        at += 1;
    }
}

/// Returns whether a row claims a prefix, or all unmatched paths. Few rows do.
const fn is_about_scopes(row: &RouteInfo) -> bool {
    (matches!(row.kind, RouteKind::Fallback) && !row.scope.is_root()) || row.is_root_mount()
}
