//! `RouteInfo`: one row of the table, and what kind it is.

use std::fmt;

use super::{
    condition::Condition,
    item::not_empty,
    middleware::MiddlewareInfo,
    stack::{Item, Stack},
    stack_info::{ListOwner, StackInfo},
};

/// A row of [`RouteTable`](crate::RouteTable).
#[derive(Clone, Copy)]
pub struct RouteInfo {
    pub(super) kind: RouteKind,
    pub(super) methods: &'static [&'static str],
    pub(super) path: &'static str,
    /// The name of its URL, or an empty string.
    pub(super) name: &'static str,
    /// The item that answers. `None` is an error with the status alone.
    pub(crate) item: Option<Item>,
    pub(crate) stack: Stack,
    /// The scope whose unmatched paths a 404 answers. It is outside of `stack` if a part in the scope has the
    /// `fallback`.
    pub(super) scope: Stack,
}

/// The kind of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RouteKind {
    /// A route.
    Route,
    /// A service that answers every path under a prefix.
    Mount,
    /// The routes of another router, which are not known here.
    Merge,
    /// The response to a known path with a method that none of its routes has (405).
    MethodNotAllowed,
    /// The response to an unmatched path (404).
    Fallback,
}

/// A row that is not filled yet.
pub(super) const NO_ROW: RouteInfo = {
    static NOWHERE: StackInfo = StackInfo::new(0, ListOwner::App, None, &[], "", 0);
    RouteInfo {
        kind: RouteKind::Fallback,
        methods: &[],
        path: "",
        name: "",
        item: None,
        stack: Stack::own(&NOWHERE),
        scope: Stack::own(&NOWHERE),
    }
};

/// What the path of a 404 row ends with.
const REST: &str = "/{*rest}";

impl RouteInfo {
    /// Returns the kind of the row.
    #[must_use]
    pub const fn kind(&self) -> RouteKind {
        self.kind
    }

    /// Returns the methods of a route, as written. Empty means any method.
    #[must_use]
    pub const fn methods(&self) -> &'static [&'static str] {
        self.methods
    }

    /// Returns the full path in axum's syntax: the path of a route or a mount, or the prefix of a merged
    /// router. For an unmatched path, it is the prefix of the scope with a catch-all:
    /// `/account/{*rest}`.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        self.path
    }

    /// Returns the name of the handler as written, or `{closure}`. For a mount or a merge, returns the
    /// service or the router as written. Returns `None` if a 404 or 405 has no handler.
    #[must_use]
    pub const fn handler(&self) -> Option<&'static str> {
        match self.item {
            Some(item) => Some(item.info.handler),
            None => None,
        }
    }

    /// Returns the name of the function that builds the URL of a route. For a route of a part, it is a method of the URLs of
    /// the part.
    #[must_use]
    pub const fn name(&self) -> Option<&'static str> {
        not_empty(self.name)
    }

    /// Returns the doc comment of the item, or an empty string.
    #[must_use]
    pub const fn description(&self) -> &'static str {
        match self.item {
            Some(item) => item.info.description,
            None => "",
        }
    }

    /// Returns the file that declares the item, as `file!()` gives it.
    #[must_use]
    pub const fn file(&self) -> &'static str {
        match self.item {
            Some(item) => item.file,
            None => self.stack.info.file,
        }
    }

    /// Returns the line of the item. A 404 or 405 without a handler has the line of its scope or application.
    #[must_use]
    pub const fn line(&self) -> u32 {
        match self.item {
            Some(item) => item.info.line,
            None => self.stack.info.line,
        }
    }

    /// Returns the middleware that run for the row, outermost first.
    #[must_use]
    pub fn middleware(&self) -> Vec<MiddlewareInfo> {
        self.stack.middleware()
    }

    /// Returns the conditions under which the row exists, as written, outermost first: those of the item and of the
    /// scopes and includes around it.
    ///
    /// They are evaluated when the application is made.
    #[must_use]
    pub fn conditions(&self) -> Vec<&'static str> {
        let mut all: Vec<_> = self.conditions_outward().collect();
        all.reverse();
        all.into_iter().map(|condition| condition.text).collect()
    }

    /// Returns whether a middleware or a layer of this name always runs for the row. An entry with a
    /// condition does not count, unless each value after its `else` has the name, too.
    ///
    /// The name is the path that the entry starts with, or the end of it: `require_role` for
    /// `auth::require_role(Role::Owner)`, `TraceLayer` for `TraceLayer::new_for_http()`.
    #[must_use]
    pub fn has(&self, middleware: &str) -> bool {
        let mut all = self.middleware().into_iter();
        all.any(|entry| entry.always_runs(middleware))
    }

    /// Returns whether the application declares the row: it is neither a 404 nor a 405.
    pub(crate) const fn is_served(&self) -> bool {
        matches!(
            self.kind,
            RouteKind::Route | RouteKind::Mount | RouteKind::Merge
        )
    }

    /// Returns whether the row answers every path that no other row answers. Of several such rows, the first does that
    /// exists.
    pub(crate) fn takes_the_rest(&self) -> bool {
        match self.kind {
            RouteKind::Mount => self.is_root_mount(),
            RouteKind::Fallback => self.owned_prefix().is_none(),
            _ => false,
        }
    }

    /// Returns whether it is a mount that answers every path that no other row answers.
    pub(super) const fn is_root_mount(&self) -> bool {
        matches!(self.kind, RouteKind::Mount) && matches!(self.path.as_bytes(), b"/")
    }

    /// Iterates over the conditions of the item and of the scopes and includes around it, from the inside out.
    pub(super) fn conditions_outward(&self) -> impl Iterator<Item = Condition> {
        self.own_condition()
            .into_iter()
            .chain(self.stack.conditions())
    }

    /// Returns the condition of the item, or of the innermost scope or include that has one.
    pub(super) const fn innermost_condition(&self) -> Option<Condition> {
        match self.own_condition() {
            None => self.stack.innermost_condition(),
            own => own,
        }
    }

    /// Returns the condition of the item that declares the row.
    pub(super) const fn own_condition(&self) -> Option<Condition> {
        match self.item {
            Some(item) if self.is_served() => {
                Condition::new(item.id(), not_empty(item.info.condition))
            }
            _ => None,
        }
    }

    /// Returns the least specific path of a mount or a merged router.
    pub(crate) fn widest_path(&self) -> String {
        format!("{}/{{*rest}}", self.path.trim_end_matches('/'))
    }

    /// Returns the prefix whose unmatched paths the row answers. `None` is the whole application.
    pub(crate) fn owned_prefix(&self) -> Option<&'static str> {
        let prefix = self.path.strip_suffix(REST)?;
        (self.kind == RouteKind::Fallback && !prefix.is_empty()).then_some(prefix)
    }

    /// Returns the file and the line of the scope of a 404 row.
    pub(crate) const fn scope_place(&self) -> (&'static str, u32) {
        (self.scope.info.file, self.scope.info.line)
    }

    /// Returns whether it is a 404 that the `fallback` of a part answers, in a scope around the part.
    pub(crate) const fn is_answered_by_part(&self) -> bool {
        !self.stack.is(self.scope)
    }

    /// Returns whether the row is declared inside of the scope of a 404 row.
    pub(super) fn is_within(&self, fallback: &Self) -> bool {
        self.stack.is_within(fallback.scope)
    }
}

impl fmt::Debug for RouteInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let middleware = self.middleware();
        let names: Vec<_> = middleware.iter().map(MiddlewareInfo::name).collect();
        f.debug_struct("RouteInfo")
            .field("kind", &self.kind)
            .field("methods", &self.methods)
            .field("path", &self.path)
            .field("handler", &self.handler())
            .field("name", &self.name())
            .field("middleware", &names)
            .finish_non_exhaustive()
    }
}

/// Writes the method and the path: `GET|POST /products`, `mount /static`, `404 /{*rest}`.
impl fmt::Display for RouteInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", method(self), self.path)
    }
}

/// Returns the text of the METHOD column.
pub(super) fn method(row: &RouteInfo) -> String {
    match row.kind() {
        RouteKind::Route if row.methods().is_empty() => "ANY".to_owned(),
        RouteKind::Route => row.methods().join("|"),
        RouteKind::Mount => "mount".to_owned(),
        RouteKind::Merge => "merge".to_owned(),
        RouteKind::MethodNotAllowed => "405".to_owned(),
        RouteKind::Fallback => "404".to_owned(),
    }
}
