//! One row: what it is about, and what it leads to.

use std::fmt;

use super::{item::ItemInfo, middleware::MiddlewareInfo, placement::Placement, stack::StackInfo};

/// One row of [`RouteTable`](crate::RouteTable).
#[derive(Clone, Copy)]
pub struct RouteInfo {
    kind: RouteKind,
    methods: &'static [&'static str],
    path: &'static str,
    name: Option<&'static str>,
    /// What answers. None is an error that says no more than its status.
    pub(crate) item: Option<ItemInfo>,
    pub(crate) stack: &'static StackInfo,
}

/// What a row of [`RouteTable`](crate::RouteTable) is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RouteKind {
    /// A route.
    Route,
    /// A service that has everything below a path.
    Mount,
    /// The routes of another router, which are not known here.
    Merge,
    /// What answers a known path by a method that none of its routes has.
    MethodNotAllowed,
    /// What answers a path that nothing knows.
    Fallback,
}

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
        Self {
            kind,
            methods: &[],
            path,
            name: None,
            item: Some(item),
            stack,
        }
    }

    /// What answers other methods than those of the routes of a path, which stand in these stacks.
    #[doc(hidden)]
    #[must_use]
    pub const fn method_not_allowed(path: &'static str, stacks: &[&'static StackInfo]) -> Self {
        let stack = StackInfo::common_scope(stacks);
        Self {
            kind: RouteKind::MethodNotAllowed,
            methods: &[],
            path,
            name: None,
            item: stack.nearest_method_not_allowed(),
            stack,
        }
    }

    /// What answers what nothing knows in the scope of a stack.
    #[doc(hidden)]
    #[must_use]
    pub const fn fallback(path: &'static str, stack: &'static StackInfo) -> Self {
        Self {
            kind: RouteKind::Fallback,
            methods: &[],
            path,
            name: None,
            item: stack.nearest_fallback(),
            stack,
        }
    }

    /// What the row is about.
    #[must_use]
    pub const fn kind(&self) -> RouteKind {
        self.kind
    }

    /// The methods of a route, as written. None are any method.
    #[must_use]
    pub const fn methods(&self) -> &'static [&'static str] {
        self.methods
    }

    /// The full path in axum's syntax: that of a route, that a service is mounted at, or that of the
    /// prefix which the routes of a merged router are below. For a miss it catches what is below the
    /// prefix of the scope: `/account/{*rest}`.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        self.path
    }

    /// The name of the handler as written, `{closure}` for a closure; of a mount or a merge, the
    /// service or the router as written. None where a miss has no handler.
    #[must_use]
    pub const fn handler(&self) -> Option<&'static str> {
        match self.item {
            Some(item) => Some(item.handler),
            None => None,
        }
    }

    /// The name of the function that makes the URL of a route.
    #[must_use]
    pub const fn name(&self) -> Option<&'static str> {
        self.name
    }

    /// The doc comment of the item. Empty where there is none.
    #[must_use]
    pub const fn description(&self) -> &'static str {
        match self.item {
            Some(item) => item.description,
            None => "",
        }
    }

    /// The file that the application is declared in, as `file!()` gives it.
    #[must_use]
    pub const fn file(&self) -> &'static str {
        self.stack.file
    }

    /// The line of the item; where a miss has no handler, that of its scope or of the application.
    #[must_use]
    pub const fn line(&self) -> u32 {
        match self.item {
            Some(item) => item.line,
            None => self.stack.line,
        }
    }

    /// What stands in front of it, from the outermost in.
    #[must_use]
    pub fn middleware(&self) -> Vec<&'static MiddlewareInfo> {
        self.stack.middleware()
    }

    /// Whether a middleware or a layer of this name stands in front of it, whatever the settings: an
    /// entry under an `if` does not count.
    ///
    /// The name is what the entry begins with, or the end of it: `require_role` for
    /// `auth::require_role(Role::Owner)`, `TraceLayer` for `TraceLayer::new_for_http()`.
    #[must_use]
    pub fn has(&self, middleware: &str) -> bool {
        let mut all = self.middleware().into_iter();
        all.any(|entry| entry.is_named(middleware) && !entry.is_conditional())
    }

    /// Whether this is something that the application declares, and no miss.
    pub(crate) fn is_served(&self) -> bool {
        matches!(
            self.kind,
            RouteKind::Route | RouteKind::Mount | RouteKind::Merge
        )
    }

    /// Whether this takes the paths that nothing else does. One row of an application does.
    pub(crate) fn takes_the_rest(&self) -> bool {
        match self.kind {
            RouteKind::Mount => self.path == "/",
            RouteKind::Fallback => self.owned_prefix().is_none(),
            _ => false,
        }
    }

    /// The least specific of the paths of a mount or a merged router.
    pub(crate) fn widest_path(&self) -> String {
        format!("{}/{{*rest}}", self.path.trim_end_matches('/'))
    }

    /// The prefix whose misses this row answers. None is the whole application.
    pub(crate) fn owned_prefix(&self) -> Option<&'static str> {
        match (self.kind, self.stack.placement) {
            (RouteKind::Fallback, Placement::Scope(prefix)) => Some(prefix),
            _ => None,
        }
    }
}

impl fmt::Debug for RouteInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.middleware().iter().map(|entry| entry.name()).collect();
        f.debug_struct("RouteInfo")
            .field("kind", &self.kind)
            .field("methods", &self.methods)
            .field("path", &self.path)
            .field("handler", &self.handler())
            .field("name", &self.name)
            .field("middleware", &names)
            .finish_non_exhaustive()
    }
}

/// What a request line would have for it: `GET|POST /products`, `mount /static`, `404 /{*rest}`.
impl fmt::Display for RouteInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", method(self), self.path)
    }
}

/// What stands where a route has its methods.
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
