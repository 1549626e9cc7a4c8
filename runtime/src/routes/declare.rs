//! The rows of a table as generated code declares them.

use super::{
    compose::no_rows,
    item::{DeclaredItem, ItemInfo, not_empty},
    row::{RouteInfo, RouteKind},
    stack::Stack,
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
    let mut at = 0;
    while at < declared.len() {
        rows[at] = RouteInfo::declared(declared[at]);
        at += 1;
    }
    let mut index = 0;
    while index < unmatched.len() {
        let (kind, path, lists) = unmatched[index];
        // Most rows differ from the one before in the path alone.
        rows[at] = if index > 0 && is_alike(&unmatched[index - 1], &unmatched[index]) {
            RouteInfo {
                path,
                ..rows[at - 1]
            }
        } else {
            RouteInfo::unmatched(kind, path, common(lists))
        };
        at += 1;
        index += 1;
    }
    rows
}

/// Returns whether two rows have the same kind, and the same list of a single route.
const fn is_alike(a: &UnmatchedRow, b: &UnmatchedRow) -> bool {
    match (a.2, b.2) {
        ([one], [other]) => a.0 as u8 == b.0 as u8 && one.id == other.id,
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
    const fn declared((kind, item, methods, path, name, list): DeclaredRow) -> Self {
        let stack = Stack::own(list);
        Self {
            kind,
            methods,
            path,
            name: not_empty(name),
            item: Some(stack.item(ItemInfo::new(item))),
            stack,
            scope: stack,
        }
    }

    /// Returns the 404 or the 405 of a scope.
    pub(super) const fn unmatched(kind: RouteKind, path: &'static str, scope: Stack) -> Self {
        Self {
            kind,
            methods: &[],
            path,
            name: None,
            item: match kind {
                RouteKind::Fallback => scope.nearest_fallback(),
                _ => scope.nearest_method_not_allowed(),
            },
            stack: scope,
            scope,
        }
    }
}
