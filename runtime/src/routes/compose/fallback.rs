//! Conflicts about the `fallback` of a part, which answers the unmatched paths of the scope around the `include`.

use super::{
    arrange::length,
    coexist::may_coexist,
    message::Message,
    pattern::equal,
    pieces::{IncludedPart, Piece},
};
use crate::routes::{
    row::{RouteInfo, RouteKind},
    stack::Stack,
    stack_info::ListOwner,
};

/// Checks that the fallback of a part can answer, and that no other one does.
///
/// The rows of the part are those between `start` and `end`. There is more than one fallback if parts in the part have
/// one under a condition.
#[track_caller]
pub(super) const fn check_fallback(
    pieces: &[Piece],
    piece: usize,
    rows: &[RouteInfo],
    (start, end): (usize, usize),
) {
    let Piece::Part(part) = &pieces[piece] else {
        return;
    };
    let mut at = start;
    while at < end {
        let row = &rows[at];
        if takes_all(row, part) && !part.block.fallback.is_empty() {
            Message::about(row)
                .text(" answers every unmatched path, so the `fallback` beside the `include` would never run: remove one of them")
                .panic();
        }
        if row.is_fallback_of_part() {
            check_block(row, part, has_prefix(rows, start, end));
            check_mounts(row, part, rows);
            check_parts(row, part, pieces, piece, rows);
        }
        at += 1;
    }
}

/// Checks that the block has no fallback of its own, and that its unmatched paths are its own.
#[track_caller]
const fn check_block(fallback: &RouteInfo, part: &IncludedPart, has_inner_prefix: bool) {
    if let [(_, _, _, line, _), ..] = part.block.fallback {
        Message::about(fallback)
            .text(" is a second `fallback` beside the one on line ")
            .number(*line)
            .text(": remove one of them")
            .panic();
    }
    let has_no_prefix = match part.block.owner {
        ListOwner::Scope(prefix) => prefix.is_empty(),
        _ => false,
    };
    if has_no_prefix && !has_inner_prefix {
        Message::about(fallback)
            .text(" would never run, since the scope around the `include` has no prefix: write `scope \"/prefix\"`")
            .panic();
    }
}

/// Checks that no mount answers the unmatched paths.
#[track_caller]
const fn check_mounts(fallback: &RouteInfo, part: &IncludedPart, rows: &[RouteInfo]) {
    let mut at = 0;
    while at < rows.len() {
        if takes_all(&rows[at], part) {
            Message::about(fallback)
                .text(" would never run, since every unmatched path goes to ")
                .row(&rows[at])
                .text(": remove one of them")
                .panic();
        }
        at += 1;
    }
}

/// Checks that no part before this one in the block has a fallback.
#[track_caller]
const fn check_parts(
    fallback: &RouteInfo,
    part: &IncludedPart,
    pieces: &[Piece],
    piece: usize,
    rows: &[RouteInfo],
) {
    let (mut at, mut other) = (0, 0);
    while other < piece {
        let end = at + length(&pieces[other]);
        let is_beside = match &pieces[other] {
            Piece::Part(before) => before.block.id == part.block.id,
            Piece::Rows(..) => false,
        };
        while at < end {
            let first = &rows[at];
            if is_beside && first.is_fallback_of_part() && may_coexist(first, fallback) {
                Message::about(fallback)
                    .text(" is a second `fallback` beside ")
                    .row(first)
                    .text(": remove one of them")
                    .panic();
            }
            at += 1;
        }
        other += 1;
    }
}

/// Returns whether a row is a mount that always answers the unmatched paths around a part.
const fn takes_all(row: &RouteInfo, part: &IncludedPart) -> bool {
    if !matches!(row.kind, RouteKind::Mount) {
        return false;
    }
    let is_at_prefix = if part.prefix.is_empty() {
        row.is_root_mount()
    } else {
        equal(row.path, part.prefix)
    };
    let block = Stack::own(part.block);
    is_at_prefix && row.own_condition().is_none() && !row.stack.is_conditional_in(block)
}

/// Returns whether one of the rows of a part is that of a scope with a prefix.
const fn has_prefix(rows: &[RouteInfo], start: usize, end: usize) -> bool {
    let mut at = start;
    while at < end {
        if matches!(rows[at].kind, RouteKind::Fallback) && !rows[at].scope.is_root() {
            return true;
        }
        at += 1;
    }
    false
}
