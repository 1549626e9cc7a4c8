//! `MiddlewareInfo`: one entry of a list, a middleware or a tower layer.

use std::{fmt, iter};

use super::{entry_info::EntryInfo, item::Id, placement::Placement, stack::Stack};

/// A middleware or a tower layer that runs for a route.
#[derive(Clone, Copy)]
pub struct MiddlewareInfo {
    pub(super) entry: &'static EntryInfo,
    /// The list that has the entry.
    pub(super) list: Stack,
}

impl MiddlewareInfo {
    /// Returns the list that the entry belongs to.
    #[must_use]
    pub fn placement(&self) -> Placement {
        self.list.placement()
    }

    /// Returns the path that the entry starts with: `auth::require_role` for
    /// `auth::require_role(Role::Owner)`, `TraceLayer` for `TraceLayer::new_for_http()`. Returns an empty
    /// string if it starts with none. For `a if condition else b`, the name is `a`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.entry.name
    }

    /// Returns the names of the values after each `else`: `b` for `a if condition else b`.
    #[must_use]
    pub const fn alternatives(&self) -> &'static [&'static str] {
        self.entry.alternatives
    }

    /// Returns the entry as written, with its condition and its `else`.
    #[must_use]
    pub const fn written(&self) -> &'static str {
        self.entry.written
    }

    /// Returns the condition after its first `if`, as written.
    #[must_use]
    pub const fn condition(&self) -> Option<&'static str> {
        self.entry.condition
    }

    /// Returns whether a request may pass without a middleware of this [`name`](Self::name): the entry
    /// has a condition, and no `else` or one with another name.
    #[must_use]
    pub fn is_conditional(&self) -> bool {
        self.entry.condition.is_some() && !self.always_runs(self.entry.name)
    }

    /// Returns the names of the types that it provides, without their modules.
    ///
    /// The names are for people to read. They may differ between versions of Rust, so code must not compare
    /// them. The result is empty for an entry with a `?`, and in a generic application for an entry that
    /// depends on a generic parameter.
    #[must_use]
    pub fn provides(&self) -> Vec<String> {
        (self.entry.types)().provides
    }

    /// Returns the names of the types that it requires of outer middleware, without their modules.
    ///
    /// For an entry with an `else`, it has what each of the values requires. The limits of
    /// [`provides`](Self::provides) apply here, too. The result is also empty if the type of the state is
    /// generic.
    #[must_use]
    pub fn requires(&self) -> Vec<String> {
        (self.entry.types)().requires
    }

    pub(crate) fn id(&self) -> Id {
        (self.list.part, self.entry.id)
    }

    /// Returns the entry as written, and its place in the source.
    pub(crate) fn place(&self) -> String {
        let EntryInfo { written, line, .. } = self.entry;
        format!("`{written}` ({}:{line})", self.list.info.file)
    }

    /// Returns whether both are the same entry of the same list.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.entry.id == other.entry.id && self.list.is(other.list)
    }

    /// Returns whether a middleware of this name always runs for the entry. With an `else`, all of its
    /// values must have the name.
    pub(crate) fn always_runs(&self, name: &str) -> bool {
        let mut names = iter::once(&self.entry.name).chain(self.entry.alternatives);
        self.always_adds_one() && names.all(|own| is_named(own, name))
    }

    /// Returns whether one of the values of the entry always runs.
    pub(crate) fn always_adds_one(&self) -> bool {
        self.entry.condition.is_none() || !self.entry.alternatives.is_empty()
    }
}

/// Returns whether the second name is the first, or the end of it.
fn is_named(own: &str, name: &str) -> bool {
    let rest = own.strip_suffix(name);
    rest.is_some_and(|rest| !name.is_empty() && (rest.is_empty() || rest.ends_with("::")))
}

impl Stack {
    /// Returns the entries of this list and of those around it, outermost first, without the excluded ones.
    pub(super) fn middleware(self) -> Vec<MiddlewareInfo> {
        let mut all: Vec<_> = self
            .outward()
            .flat_map(|list| list.own_middleware().rev())
            .collect();
        all.retain(|entry| !self.excludes(entry.list.part, entry.entry));
        all.reverse();
        all
    }

    /// Returns the entries of this list, outermost first.
    pub(super) fn own_middleware(self) -> impl DoubleEndedIterator<Item = MiddlewareInfo> {
        let entries = self.info.entries.iter();
        entries.map(move |entry| MiddlewareInfo { entry, list: self })
    }

    fn excludes(self, part: usize, entry: &EntryInfo) -> bool {
        let mut lists = self.outward().filter(|stack| stack.part == part);
        lists.any(|stack| stack.info.without.contains(&entry.id))
    }
}

impl fmt::Debug for MiddlewareInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MiddlewareInfo")
            .field("placement", &self.placement())
            .field("written", &self.entry.written)
            .field("provides", &self.provides())
            .field("requires", &self.requires())
            .finish_non_exhaustive()
    }
}

/// Writes the entry as written.
impl fmt::Display for MiddlewareInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.entry.written)
    }
}
