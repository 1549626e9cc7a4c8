//! The functions by which generated code declares the rows of a table.

use super::{
    item::ItemInfo,
    row::{RouteInfo, RouteKind},
    stack::Stack,
    stack_info::StackInfo,
};

impl RouteInfo {
    #[doc(hidden)]
    #[must_use]
    pub const fn route(
        item: ItemInfo,
        methods: &'static [&'static str],
        path: &'static str,
        name: Option<&'static str>,
        stack: &'static StackInfo,
    ) -> Self {
        Self {
            methods,
            name,
            ..Self::of_item(RouteKind::Route, item, path, stack)
        }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn mount(item: ItemInfo, path: &'static str, stack: &'static StackInfo) -> Self {
        Self::of_item(RouteKind::Mount, item, path, stack)
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn merge(item: ItemInfo, prefix: &'static str, stack: &'static StackInfo) -> Self {
        Self::of_item(RouteKind::Merge, item, prefix, stack)
    }

    const fn of_item(
        kind: RouteKind,
        item: ItemInfo,
        path: &'static str,
        stack: &'static StackInfo,
    ) -> Self {
        let stack = Stack::own(stack);
        Self {
            kind,
            methods: &[],
            path,
            name: None,
            item: Some(stack.item(item)),
            stack,
            scope: stack,
        }
    }

    /// Describes the 405 of a path whose routes have these stacks.
    #[doc(hidden)]
    #[must_use]
    pub const fn method_not_allowed(path: &'static str, stacks: &[&'static StackInfo]) -> Self {
        let mut common = Stack::own(stacks[0]).scope();
        let mut at = 1;
        while at < stacks.len() {
            common = common.around(Stack::own(stacks[at]));
            at += 1;
        }
        Self::unmatched(RouteKind::MethodNotAllowed, path, common)
    }

    /// Describes the 404 of the scope with this stack.
    #[doc(hidden)]
    #[must_use]
    pub const fn fallback(path: &'static str, stack: &'static StackInfo) -> Self {
        Self::unmatched(RouteKind::Fallback, path, Stack::own(stack))
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
