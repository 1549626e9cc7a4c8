//! One entry of a list: a middleware or a tower layer.

use std::fmt;

use super::placement::Placement;

/// One middleware or tower layer that stands in front of a route.
#[derive(Clone, Copy)]
pub struct MiddlewareInfo {
    pub(crate) id: usize,
    placement: Placement,
    name: &'static str,
    written: &'static str,
    condition: Option<&'static str>,
    types: fn() -> EntryTypes,
}

/// The names of the types that an entry provides and requires.
#[doc(hidden)]
#[derive(Debug, Default)]
pub struct EntryTypes {
    pub(crate) provides: Vec<String>,
    pub(crate) requires: Vec<String>,
}

impl MiddlewareInfo {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(
        id: usize,
        placement: Placement,
        name: &'static str,
        written: &'static str,
        condition: Option<&'static str>,
        types: fn() -> EntryTypes,
    ) -> Self {
        Self {
            id,
            placement,
            name,
            written,
            condition,
            types,
        }
    }

    /// Where it is listed.
    #[must_use]
    pub const fn placement(&self) -> Placement {
        self.placement
    }

    /// The path that the entry begins with: `auth::require_role` for
    /// `auth::require_role(Role::Owner)`, `TraceLayer` for `TraceLayer::new_for_http()`. Empty where it
    /// begins with none.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The entry as written, its condition included.
    #[must_use]
    pub const fn written(&self) -> &'static str {
        self.written
    }

    /// Returns the condition after its `if`, as written.
    #[must_use]
    pub const fn condition(&self) -> Option<&'static str> {
        self.condition
    }

    /// Returns whether it has a condition.
    #[must_use]
    pub const fn is_conditional(&self) -> bool {
        self.condition.is_some()
    }

    /// The types that it provides, by their names without the modules.
    ///
    /// In a generic application, an entry that names one of its parameters or what depends on them is
    /// not looked into: it gives nothing here. Neither does one with a `?`.
    #[must_use]
    pub fn provides(&self) -> Vec<String> {
        (self.types)().provides
    }

    /// The types that it requires of the middleware further out, by their names without the modules.
    ///
    /// What is said of [`provides`](Self::provides) holds here, too; and where the type of the state is
    /// generic, no entry is looked into.
    #[must_use]
    pub fn requires(&self) -> Vec<String> {
        (self.types)().requires
    }

    /// Whether this is the name, or the end of it.
    pub(crate) fn is_named(&self, name: &str) -> bool {
        let rest = self.name.strip_suffix(name);
        rest.is_some_and(|rest| !name.is_empty() && (rest.is_empty() || rest.ends_with("::")))
    }
}

impl fmt::Debug for MiddlewareInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MiddlewareInfo")
            .field("placement", &self.placement)
            .field("written", &self.written)
            .field("provides", &self.provides())
            .field("requires", &self.requires())
            .finish_non_exhaustive()
    }
}

/// As written.
impl fmt::Display for MiddlewareInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.written)
    }
}
