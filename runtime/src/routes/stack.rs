//! `StackInfo`: the list of one scope or item, inside of the list around it.

use std::iter;

use super::{item::ItemInfo, middleware::MiddlewareInfo, placement::Placement};

/// The list of an application, a scope or an item, inside of the list around it.
#[doc(hidden)]
#[derive(Debug)]
pub struct StackInfo {
    pub(crate) id: usize,
    pub(crate) placement: Placement,
    pub(crate) outer: Option<&'static StackInfo>,
    /// The outer entries that are excluded here.
    pub(crate) without: &'static [usize],
    pub(crate) entries: &'static [MiddlewareInfo],
    fallback: &'static [ItemInfo],
    method_not_allowed: &'static [ItemInfo],
    pub(super) file: &'static str,
    pub(super) line: u32,
}

impl StackInfo {
    #[must_use]
    pub const fn new(
        id: usize,
        placement: Placement,
        outer: Option<&'static Self>,
        entries: &'static [MiddlewareInfo],
        file: &'static str,
        line: u32,
    ) -> Self {
        Self {
            id,
            placement,
            outer,
            without: &[],
            entries,
            fallback: &[],
            method_not_allowed: &[],
            file,
            line,
        }
    }

    #[must_use]
    pub const fn without(mut self, without: &'static [usize]) -> Self {
        self.without = without;
        self
    }

    /// Sets the items that answer 404 and 405 here. Items under a `#[cfg]` may be declared more than once,
    /// so each slice has at most one element.
    #[must_use]
    pub const fn answers(
        mut self,
        fallback: &'static [ItemInfo],
        method_not_allowed: &'static [ItemInfo],
    ) -> Self {
        self.fallback = fallback;
        self.method_not_allowed = method_not_allowed;
        self
    }

    /// Iterates over this list and those around it, from the inside out.
    pub(crate) fn outward(&'static self) -> impl Iterator<Item = &'static Self> {
        iter::successors(Some(self), |stack| stack.outer)
    }

    /// Returns whether this list is the other one or inside of it.
    pub(super) fn is_within(&'static self, outer: &Self) -> bool {
        self.outward().any(|stack| stack.id == outer.id)
    }

    /// Returns the entries that are excluded here and in outer scopes.
    pub(crate) fn all_without(&'static self) -> Vec<usize> {
        let all = self.outward().flat_map(|stack| stack.without);
        all.copied().collect()
    }

    pub(super) fn middleware(&'static self) -> Vec<&'static MiddlewareInfo> {
        let without = self.all_without();
        let inward = self.outward().flat_map(|stack| stack.entries.iter().rev());
        let mut all: Vec<_> = inward
            .filter(|entry| !without.contains(&entry.id))
            .collect();
        all.reverse();
        all
    }

    /// Returns the innermost scope that contains all of these stacks.
    pub(super) const fn common_scope(stacks: &[&'static Self]) -> &'static Self {
        let mut common = stacks[0].scope();
        let mut at = 1;
        while at < stacks.len() {
            common = common.around(stacks[at]);
            at += 1;
        }
        common
    }

    /// Returns the scope that this stack is or belongs to.
    const fn scope(&'static self) -> &'static Self {
        match (self.placement, self.outer) {
            (Placement::Route, Some(outer)) => outer.scope(),
            _ => self,
        }
    }

    /// Returns the innermost scope around this one that contains the other stack, or this scope.
    const fn around(&'static self, other: &'static Self) -> &'static Self {
        let mut stack = other;
        loop {
            if stack.id == self.id {
                return self;
            }
            match stack.outer {
                Some(outer) => stack = outer,
                None => break,
            }
        }
        match self.outer {
            Some(outer) => outer.around(other),
            None => self,
        }
    }

    pub(super) const fn nearest_fallback(&'static self) -> Option<ItemInfo> {
        match (self.fallback, self.outer) {
            ([item, ..], _) => Some(*item),
            ([], Some(outer)) => outer.nearest_fallback(),
            ([], None) => None,
        }
    }

    pub(super) const fn nearest_method_not_allowed(&'static self) -> Option<ItemInfo> {
        match (self.method_not_allowed, self.outer) {
            ([item, ..], _) => Some(*item),
            ([], Some(outer)) => outer.nearest_method_not_allowed(),
            ([], None) => None,
        }
    }
}
