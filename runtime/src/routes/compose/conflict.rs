//! Conflicts between a part and the rest of the application.

use super::{
    arrange::{fallback_of_part, length, may_overlap},
    message::Message,
    pattern::{Relation, equal, relation, rest_after},
    pieces::Piece,
};
use crate::routes::{
    row::{RouteInfo, RouteKind},
    stack::Stack,
    stack_info::ListOwner,
};

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
            && part.item.id == include
        {
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
    let (mut start, mut other) = (0, 0);
    while other < pieces.len() {
        let end = start + length(&pieces[other]);
        let is_other = match &pieces[other] {
            Piece::Rows(_) => true,
            Piece::Part(_) => other < piece,
        };
        if is_other {
            let overlaps = may_overlap(&pieces[piece], &pieces[other]);
            let mut at = first;
            while at < last {
                if overlaps || is_about_scopes(&rows[at]) {
                    check_row(&rows[at], rows, (start, end));
                }
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
        if may_coexist(row, other) && conflicts(row, other) {
            Message::about(row)
                .text(" conflicts with ")
                .row(other)
                .panic();
        }
        at += 1;
    }
}

/// Returns two rows under different conditions that conflict.
pub(crate) fn conditional_conflict(rows: &[RouteInfo]) -> Option<(&RouteInfo, &RouteInfo)> {
    let conditional = || {
        rows.iter()
            .filter(|row| row.innermost_condition().is_some())
    };
    conditional().enumerate().find_map(|(at, row)| {
        let mut others = conditional().take(at);
        Some((row, others.find(|other| conflicts(row, other))?))
    })
}

/// Returns whether a row claims a prefix, or all unmatched paths. Few rows do.
const fn is_about_scopes(row: &RouteInfo) -> bool {
    (matches!(row.kind, RouteKind::Fallback) && !row.scope.is_root()) || row.is_root_mount()
}

/// Returns whether axum's routing table refuses two rows, or which of them answers would be unclear.
const fn conflicts(a: &RouteInfo, b: &RouteInfo) -> bool {
    match (a.kind, b.kind) {
        (RouteKind::Fallback, RouteKind::Fallback) => {
            let are_scopes = !a.scope.is_root() && !b.scope.is_root();
            are_scopes && matches!(relation(a.path, b.path), Relation::Same)
        }
        (RouteKind::Mount, RouteKind::Mount) if a.is_root_mount() || b.is_root_mount() => {
            a.is_root_mount() && b.is_root_mount()
        }
        (RouteKind::Route, RouteKind::Route) => match relation(a.path, b.path) {
            Relation::Same => !equal(a.path, b.path) || has_common(a.methods(), b.methods()),
            Relation::Ambiguous => true,
            _ => false,
        },
        (RouteKind::Mount, RouteKind::Route | RouteKind::Mount) if !a.is_root_mount() => {
            mount_takes(a.path, b.path)
                || (matches!(b.kind, RouteKind::Mount) && mount_takes(b.path, a.path))
        }
        (RouteKind::Route, RouteKind::Mount) if !b.is_root_mount() => mount_takes(b.path, a.path),
        _ => false,
    }
}

/// Returns whether a mount at a path has this path, too: itself, or a pattern directly under it.
const fn mount_takes(mount: &str, path: &str) -> bool {
    match relation(path, mount) {
        Relation::Same | Relation::Ambiguous => true,
        Relation::Longer => match rest_after(path, mount).as_bytes() {
            b"/" => true,
            [b'/', b'{', b'{', ..] => false,
            [b'/', b'{', ..] => true,
            _ => false,
        },
        _ => false,
    }
}

/// Returns whether two lists of methods have one in common. An empty list is that of `ANY`, which may stand beside
/// other methods.
const fn has_common(a: &[&str], b: &[&str]) -> bool {
    if a.is_empty() && b.is_empty() {
        return true;
    }
    let mut at = 0;
    while at < a.len() {
        let mut with = 0;
        while with < b.len() {
            if equal(a[at], b[with]) {
                return true;
            }
            with += 1;
        }
        at += 1;
    }
    false
}

/// Returns whether two rows may exist together. Rows under different conditions are compared when the application is
/// made.
const fn may_coexist(a: &RouteInfo, b: &RouteInfo) -> bool {
    match (a.innermost_condition(), b.innermost_condition()) {
        (Some(a), Some(b)) => equal(a, b),
        _ => true,
    }
}

/// Checks that the fallback of a part can answer, and that no other one does.
#[track_caller]
const fn check_fallback(
    pieces: &[Piece],
    piece: usize,
    rows: &[RouteInfo],
    (start, end): (usize, usize),
) {
    let Piece::Part(part) = &pieces[piece] else {
        return;
    };
    let root_mount = root_mount_of(part.prefix, rows, start, end);
    let fallback = fallback_of_part(rows, start, end);
    let block = Stack::own(part.block);
    if let (Some(mount), [_, ..]) = (root_mount, part.block.fallback) {
        Message::about(&mount)
            .text(" answers every unmatched path, so the `fallback` beside the `include` would never run")
            .panic();
    }
    let Some(fallback) = fallback else { return };
    if let [own, ..] = part.block.fallback {
        Message::about(&fallback)
            .text(" is a second `fallback` beside the one on line ")
            .number(own.line)
            .panic();
    }
    let has_no_prefix = match block.info.owner {
        ListOwner::Scope(prefix) => prefix.is_empty(),
        _ => false,
    };
    if has_no_prefix && !has_prefix(rows, start, end) {
        Message::about(&fallback)
            .text(" would never run, since the scope around the `include` has no prefix")
            .panic();
    }
    let (mut first, mut other) = (0, 0);
    while other < piece {
        let last = first + length(&pieces[other]);
        if let Piece::Part(before) = &pieces[other]
            && before.block.id == part.block.id
            && let Some(first) = fallback_of_part(rows, first, last)
        {
            Message::about(&fallback)
                .text(" is a second `fallback` beside ")
                .row(&first)
                .panic();
        }
        first = last;
        other += 1;
    }
}

/// Returns the mount of a part that answers all paths under the part.
const fn root_mount_of(
    prefix: &str,
    rows: &[RouteInfo],
    start: usize,
    end: usize,
) -> Option<RouteInfo> {
    let mut at = start;
    while at < end {
        let row = rows[at];
        if matches!(row.kind, RouteKind::Mount) && (equal(row.path, prefix) || row.is_root_mount())
        {
            return Some(row);
        }
        at += 1;
    }
    None
}

/// Returns whether a part has a scope with a prefix.
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
