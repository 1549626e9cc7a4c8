//! The rows of a table as generated code declares them.

use super::{
    compose::no_rows,
    inclusion::ROOT,
    item::{DeclaredItem, ItemInfo},
    row::{RouteInfo, RouteKind},
    stack::{Item, Stack},
    stack_info::StackInfo,
};

/// A route, a mount or a merged router: its kind, its item, its methods, its path or prefix, the name of its URL or an
/// empty string, and its list.
pub type DeclaredRow = (
    RouteKind,
    DeclaredItem,
    &'static [&'static str],
    &'static str,
    &'static str,
    &'static StackInfo,
);

/// A 405 or a 404: its kind, its path, and the lists of the routes with that path, or of the scope.
pub type UnmatchedRow = (RouteKind, &'static str, &'static [&'static StackInfo]);

/// Returns the rows in their order.
#[must_use]
pub const fn rows<const N: usize>(
    declared: &[DeclaredRow],
    unmatched: &[UnmatchedRow],
) -> [RouteInfo; N] {
    let mut rows = no_rows();
    let (mut at, count) = (0, declared.len());
    // Const evaluation takes its time for each call, so there are none for most rows.
    while at < count {
        let (kind, item, methods, path, name, list) = declared[at];
        let (id, handler, description, line, condition) = item;
        let stack = Stack {
            info: list,
            inclusions: ROOT,
            part: 0,
        };
        rows[at] = RouteInfo {
            kind,
            methods,
            path,
            name,
            item: Some(Item {
                info: ItemInfo {
                    id,
                    handler,
                    description,
                    line,
                    condition,
                },
                part: 0,
                file: list.file,
            }),
            stack,
            scope: stack,
        };
        at += 1;
    }
    while at < N {
        let index = at - count;
        let (kind, path, lists) = unmatched[index];
        // Most rows differ from the one before in the path alone.
        rows[at] = match lists {
            [one] if index > 0 && is_alike(&unmatched[index - 1], kind, one) => RouteInfo {
                path,
                ..rows[at - 1]
            },
            _ => RouteInfo::unmatched(kind, path, common(lists)),
        };
        at += 1;
    }
    rows
}

/// Returns whether a row has this kind, and this list of a single route.
const fn is_alike(row: &UnmatchedRow, kind: RouteKind, list: &StackInfo) -> bool {
    match row.2 {
        [other] => row.0 as u8 == kind as u8 && other.id == list.id,
        _ => false,
    }
}

/// Returns the innermost scope around all of these lists.
const fn common(lists: &[&'static StackInfo]) -> Stack {
    let mut common = Stack::own(lists[0]).scope();
    let mut at = 1;
    while at < lists.len() {
        common = common.around(Stack::own(lists[at]));
        at += 1;
    }
    common
}

impl RouteInfo {
    /// Returns the 404 or the 405 of a scope.
    pub(super) const fn unmatched(kind: RouteKind, path: &'static str, scope: Stack) -> Self {
        Self {
            kind,
            methods: &[],
            path,
            name: "",
            item: match kind {
                RouteKind::Fallback => scope.nearest_fallback(),
                _ => scope.nearest_method_not_allowed(),
            },
            stack: scope,
            scope,
        }
    }
}
