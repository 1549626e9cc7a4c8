//! `RouteTable::explain`: which row a request takes.

use std::fmt;

use super::{
    claim::{Claim, Owner, RoutePath},
    lookup::Lookup,
    middleware::MiddlewareInfo,
    placement::Placement,
    prefixes::matches,
    print_table::conditions,
    row::{RouteInfo, RouteKind},
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

impl RouteTable {
    /// Returns the row that a request of this method and path takes, and the middleware that it runs.
    ///
    /// The path is that of the request when its route is matched. Middleware `before routing` may have changed
    /// it, and an application that is nested does not see the prefix of the nest. A query is ignored. All conditions of
    /// items are taken to be true.
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
        let lookup = Lookup::new(self.rows());
        let row = lookup.find(method, path);
        Explanation {
            method: method.to_owned(),
            path: path.to_owned(),
            row,
            unless: self.unless(row, path, lookup.owner(path)),
        }
    }

    /// Returns the merged routers that may have a more specific route for this path than a row.
    fn unless(&self, row: &RouteInfo, path: &str, owner: Option<&RouteInfo>) -> Vec<&RouteInfo> {
        // No merged router has the path of a route: building the application panics otherwise.
        if row.path() == path && !path.contains('{') && row.kind() != RouteKind::Mount {
            return Vec::new();
        }
        let may_answer = |merged: &RouteInfo| {
            let claim = |owner| RoutePath::of(merged).claim(merged, &Owner::of(owner));
            matches(merged.path().trim_end_matches('/'), path)
                && owner.is_none_or(|owner| claim(owner) != Claim::Apart)
        };
        let merged = self.iter().filter(|row| row.kind() == RouteKind::Merge);
        merged.filter(|merged| may_answer(merged)).collect()
    }
}

impl<'a> Explanation<'a> {
    /// Returns the row that the request takes.
    #[must_use]
    pub fn route(&self) -> &'a RouteInfo {
        self.row
    }

    /// Returns the middleware that the request runs, outermost first.
    #[must_use]
    pub fn middleware(&self) -> Vec<MiddlewareInfo> {
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
        write!(f, "{}", conditions(&row.conditions()))?;
        writeln!(f, " ({}:{})", row.file(), row.line())?;
        for merged in &self.unless {
            let router = merged.handler().unwrap_or_default();
            writeln!(f, "  unless `merge {router}` has a route for it")?;
        }
        let middleware = self.middleware();
        let before = middleware.iter();
        let before = before.filter(|entry| entry.placement() == Placement::BeforeRouting);
        let before: Vec<&str> = before.map(MiddlewareInfo::written).collect();
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
