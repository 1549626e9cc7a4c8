//! The stacks of an application, as data.

use std::iter;

use super::{item::ItemInfo, middleware::MiddlewareInfo, placement::Placement};

/// One stack of an application, inside that of the level around it.
#[doc(hidden)]
#[derive(Debug)]
pub struct StackInfo {
    pub(crate) id: usize,
    pub(crate) placement: Placement,
    pub(crate) outer: Option<&'static StackInfo>,
    /// The entries further out that what is in here goes without.
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

    /// What answers misses here. Under a `#[cfg]` there may be several or none in the source; there is
    /// up to one in the slice.
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

    /// This stack and those around it, outward.
    pub(crate) fn outward(&'static self) -> impl Iterator<Item = &'static Self> {
        iter::successors(Some(self), |stack| stack.outer)
    }

    pub(crate) fn is_within(&'static self, outer: &Self) -> bool {
        self.outward().any(|stack| stack.id == outer.id)
    }

    /// What is taken out here and further out.
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

    /// The innermost scope that all of these stacks are, or stand in.
    pub(super) const fn common_scope(stacks: &[&'static Self]) -> &'static Self {
        let mut common = stacks[0].scope();
        let mut at = 1;
        while at < stacks.len() {
            common = common.around(stacks[at]);
            at += 1;
        }
        common
    }

    /// The scope that this stack is, or stands in.
    const fn scope(&'static self) -> &'static Self {
        match (self.placement, self.outer) {
            (Placement::Route, Some(outer)) => outer.scope(),
            _ => self,
        }
    }

    /// This scope, or the innermost around it which the other stack is in.
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
