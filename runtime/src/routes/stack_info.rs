//! `StackInfo`: the list of one scope or item, inside of the list around it.

use super::{entry_info::EntryInfo, item::DeclaredItem};

/// The list of an application, a scope or an item, inside of the list around it.
#[doc(hidden)]
#[derive(Debug)]
pub struct StackInfo {
    pub(crate) id: usize,
    pub(super) owner: ListOwner,
    /// The list around it in the same `app!`.
    pub(super) outer: Option<&'static StackInfo>,
    /// The outer entries that are excluded here.
    pub(crate) without: &'static [usize],
    pub(super) entries: &'static [EntryInfo],
    pub(super) fallback: &'static [DeclaredItem],
    pub(super) method_not_allowed: &'static [DeclaredItem],
    /// The condition of the scope.
    pub(super) condition: Option<&'static str>,
    pub(super) file: &'static str,
    pub(super) line: u32,
}

/// What a list belongs to.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListOwner {
    BeforeRouting,
    /// The application or the part.
    App,
    /// A scope with this prefix, which is the full one in its own `app!`. It is empty if the scope has none.
    Scope(&'static str),
    /// A route, a mount or a merge.
    Route,
    Include,
}

impl StackInfo {
    #[must_use]
    pub const fn new(
        id: usize,
        owner: ListOwner,
        outer: Option<&'static Self>,
        entries: &'static [EntryInfo],
        file: &'static str,
        line: u32,
    ) -> Self {
        Self {
            id,
            owner,
            outer,
            without: &[],
            entries,
            fallback: &[],
            method_not_allowed: &[],
            condition: None,
            file,
            line,
        }
    }

    #[must_use]
    pub const fn without(mut self, without: &'static [usize]) -> Self {
        self.without = without;
        self
    }

    /// Sets the condition of the scope.
    #[must_use]
    pub const fn only_if(mut self, condition: &'static str) -> Self {
        self.condition = Some(condition);
        self
    }

    /// Sets the items that answer 404 and 405 here. Items under a `#[cfg]` may be declared more than once,
    /// so each slice has at most one element.
    #[must_use]
    pub const fn answers(
        mut self,
        fallback: &'static [DeclaredItem],
        method_not_allowed: &'static [DeclaredItem],
    ) -> Self {
        self.fallback = fallback;
        self.method_not_allowed = method_not_allowed;
        self
    }
}
