//! `RouteTable::explain`: which row a request takes.

use std::fmt;

use super::{
    lookup::{by_path, owning_scopes, scope_of},
    middleware::MiddlewareInfo,
    path::Prefixes,
    placement::Placement,
    row::{RouteInfo, RouteKind},
    stack::StackInfo,
    table::RouteTable,
};

/// The row that a request takes, and the middleware that it runs. See [`RouteTable::explain`].
#[derive(Clone, Debug)]
pub struct Explanation<'a> {
    method: String,
    path: String,
    row: &'a RouteInfo,
    unless: Vec<&'a RouteInfo>,
}

/// The row of an application that has none.
static NOWHERE: RouteInfo = RouteInfo::fallback(
    "/{*rest}",
    &StackInfo::new(0, Placement::App, None, &[], "", 0),
);

impl RouteTable {
    /// Returns the row that a request of this method and path takes, and the middleware that it runs.
    ///
    /// The path is that of the request when its route is matched. Middleware `before routing` may have changed
    /// it, and an application that is nested does not see the prefix of the nest. A query is ignored.
    ///
    /// ```
    /// # use concentric::{Next, Request, Response, app, middleware};
    /// # #[middleware] async fn log(req: Request, next: Next) -> Response { next.run(req).await }
    /// # #[middleware] async fn authenticate(req: Request, next: Next) -> Response { next.run(req).await }
    /// # async fn account() {}
    /// # app! {
    /// #     fn shop() -> axum::Router with [log] {
    /// #         scope "/account" with [authenticate] {
    /// #             GET "/" => account,
    /// #         }
    /// #     }
    /// # }
    /// let explanation = shop::ROUTES.explain("GET", "/account/nothing");
    /// assert_eq!(explanation.route().to_string(), "404 /account/{*rest}");
    /// let names = explanation.middleware().into_iter().map(|entry| entry.name());
    /// assert!(names.eq(["log", "authenticate"]));
    /// ```
    #[must_use]
    pub fn explain(&self, method: &str, path: &str) -> Explanation<'_> {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let row = self.find(method, path);
        Explanation {
            method: method.to_owned(),
            path: path.to_owned(),
            row,
            unless: self.unless(row, path),
        }
    }

    fn find(&self, method: &str, path: &str) -> &RouteInfo {
        let owner = self.owner(path);
        let is_owner_of = |pattern: &str, stack| {
            let owner = owner?;
            let mut owners = owning_scopes(self, pattern, stack);
            owners.find(|row| row.stack.id == owner.stack.id)
        };
        match self.declared(path) {
            Some(Declared::Mount(row)) => is_owner_of(&row.widest_path(), row.stack).unwrap_or(row),
            Some(Declared::Routes(rows)) => is_owner_of(rows[0].path(), scope_of(&rows))
                .or_else(|| by_method(&rows, method))
                .or_else(|| self.method_not_allowed(rows[0].path()))
                .unwrap_or(rows[0]),
            None => owner.unwrap_or_else(|| self.rest()),
        }
    }

    /// Returns what is declared for a path, by the same routing table that axum uses.
    fn declared(&self, path: &str) -> Option<Declared<'_>> {
        let mut table = matchit::Router::new();
        for (path, rows) in by_path(self.rows()) {
            // The macro reports conflicts, except between items under different `#[cfg]`s.
            let _ = table.insert(path, Declared::Routes(rows));
        }
        let is_mount = |row: &&RouteInfo| row.kind() == RouteKind::Mount && !row.takes_the_rest();
        for row in self.iter().filter(is_mount) {
            for suffix in ["", "/", "/{*rest}"] {
                let _ = table.insert(format!("{}{suffix}", row.path()), Declared::Mount(row));
            }
        }
        table.at(path).ok().map(|found| found.value.clone())
    }

    /// Returns the 404 of the scope with the longest prefix that matches a path.
    fn owner(&self, path: &str) -> Option<&RouteInfo> {
        let mut prefixes = Prefixes::new();
        for (number, row) in self.iter().enumerate() {
            if let Some(prefix) = row.owned_prefix() {
                prefixes.insert(prefix, number);
            }
        }
        prefixes.find(path).map(|(number, _)| &self.rows()[number])
    }

    fn method_not_allowed(&self, path: &str) -> Option<&RouteInfo> {
        self.iter()
            .find(|row| row.kind() == RouteKind::MethodNotAllowed && row.path() == path)
    }

    /// Returns the row that answers every path that no other row answers.
    fn rest(&self) -> &RouteInfo {
        let found = self.iter().find(|row| row.takes_the_rest());
        found.unwrap_or(&NOWHERE)
    }

    /// Returns the merged routers that may have a more specific route for this path than a row.
    fn unless(&self, row: &RouteInfo, path: &str) -> Vec<&RouteInfo> {
        // No merged router has the path of a route: building the application panics otherwise.
        if row.path() == path && !path.contains('{') && row.kind() != RouteKind::Mount {
            return Vec::new();
        }
        let merged = self.iter().filter(|other| other.kind() == RouteKind::Merge);
        merged
            .filter(|other| other.path() == "/" || is_under(other.path(), path))
            .collect()
    }
}

/// Returns whether a path is a prefix, or under it.
fn is_under(prefix: &str, path: &str) -> bool {
    let mut table = matchit::Router::new();
    for suffix in [prefix.to_owned(), format!("{prefix}/{{*rest}}")] {
        let _ = table.insert(suffix, ());
    }
    table.at(path).is_ok()
}

/// What is declared for a path.
#[derive(Clone)]
enum Declared<'a> {
    Mount(&'a RouteInfo),
    /// The routes of one path.
    Routes(Vec<&'a RouteInfo>),
}

/// Returns the route of a method. A route for `GET` also answers `HEAD`.
fn by_method<'a>(rows: &[&'a RouteInfo], method: &str) -> Option<&'a RouteInfo> {
    let of = |method: &str| rows.iter().find(|row| row.methods().contains(&method));
    let any = || rows.iter().find(|row| row.methods().is_empty());
    let head = || (method == "HEAD").then(|| of("GET")).flatten();
    of(method).or_else(head).or_else(any).copied()
}

impl<'a> Explanation<'a> {
    /// Returns the row that the request takes.
    #[must_use]
    pub fn route(&self) -> &'a RouteInfo {
        self.row
    }

    /// Returns the middleware that the request runs, outermost first.
    #[must_use]
    pub fn middleware(&self) -> Vec<&'static MiddlewareInfo> {
        self.row.middleware()
    }

    /// Returns the merged routers that answer the request instead, if they have a route for it. Their routes
    /// are not known here. A service nested in one of them does not answer paths under the prefix of a
    /// scope.
    #[must_use]
    pub fn unless(&self) -> &[&'a RouteInfo] {
        &self.unless
    }
}

/// Prints the row, and a line for each middleware: the list that it belongs to, and the types that it
/// provides and requires.
impl fmt::Display for Explanation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let row = self.row;
        write!(f, "{} {} takes `{row}`", self.method, self.path)?;
        if let Some(handler) = row.handler() {
            write!(f, " => {handler}")?;
        }
        writeln!(f, " ({}:{})", row.file(), row.line())?;
        for merged in &self.unless {
            let router = merged.handler().unwrap_or_default();
            writeln!(f, "  unless `merge {router}` has a route for it")?;
        }
        let middleware = self.middleware();
        let before = middleware.iter();
        let before = before.filter(|entry| entry.placement() == Placement::BeforeRouting);
        let before: Vec<&str> = before.map(|entry| entry.written()).collect();
        if !before.is_empty() {
            let before = before.join(", ");
            writeln!(f, "  unless [{before}] makes another request of it")?;
        }
        let placements = middleware.iter().map(|entry| entry.placement().to_string());
        let placements: Vec<String> = placements.collect();
        let width = placements.iter().map(String::len).max().unwrap_or(0);
        for (entry, placement) in middleware.into_iter().zip(placements) {
            write!(f, "  {placement:width$}  {entry}")?;
            for (what, types) in [
                ("provides", entry.provides()),
                ("requires", entry.requires()),
            ] {
                if !types.is_empty() {
                    write!(f, ", {what} {}", types.join(", "))?;
                }
            }
            writeln!(f)?;
        }
        Ok(())
    }
}
