//! `Selection`: some rows of the table, for the assertions of a test.

use std::fmt;

use super::{print_table::write_table, row::RouteInfo, table::RouteTable};

/// Some rows of [`RouteTable`], to compare in a test.
///
/// A row compares with its method and path: `"GET /products/{id}"`, `"GET|POST /products"`,
/// `"ANY /any"`, `"mount /static"`, `"merge /"`, `"405 /products"`, `"404 /{*rest}"`.
///
/// ```
/// # use concentric::{Next, Request, Response, app, middleware};
/// # #[middleware] async fn authenticate(req: Request, next: Next) -> Response { next.run(req).await }
/// # #[middleware] async fn require_role(req: Request, next: Next) -> Response { next.run(req).await }
/// # async fn index() {}
/// # async fn reports() {}
/// # app! {
/// #     fn shop() -> axum::Router {
/// #         GET "/" => index,
/// #         scope "/admin" with [authenticate, require_role] {
/// #             GET "/reports" => reports,
/// #         }
/// #     }
/// # }
/// // Every route but these has `authenticate`.
/// assert_eq!(shop::ROUTES.missing("authenticate"), ["GET /"]);
/// // Every route under `/admin` has `require_role`, and so does every 404 and 405 there.
/// assert_eq!(shop::ROUTES.under("/admin").missing("require_role"), []);
/// assert_eq!(shop::ROUTES.unmatched().under("/admin").missing("require_role"), []);
/// ```
#[derive(Clone)]
pub struct Selection<'a>(Vec<&'a RouteInfo>);

impl RouteTable {
    /// Returns the routes, mounts and merged routers.
    #[must_use]
    pub fn routes(&self) -> Selection<'_> {
        Selection::of(self.iter().filter(|row| row.is_served()))
    }

    /// Returns the responses to unmatched paths (404) and to other methods of known paths (405).
    #[must_use]
    pub fn unmatched(&self) -> Selection<'_> {
        Selection::of(self.iter().filter(|row| !row.is_served()))
    }

    /// Returns the routes, mounts and merged routers for which no middleware of this name always runs. See
    /// [`RouteInfo::has`].
    #[must_use]
    pub fn missing(&self, middleware: &str) -> Selection<'_> {
        self.routes().missing(middleware)
    }

    /// Returns the routes, mounts and merged routers at this path and under it: `/admin` and
    /// `/admin/users`, but not `/administrators`.
    ///
    /// Paths are compared as they are written. The routes of a merged router are not known.
    ///
    /// # Panics
    ///
    /// Panics if no row matches, since an assertion about a misspelled path would hold.
    #[must_use]
    #[track_caller]
    pub fn under(&self, path: &str) -> Selection<'_> {
        self.routes().under(path)
    }
}

impl<'a> Selection<'a> {
    fn of(rows: impl Iterator<Item = &'a RouteInfo>) -> Self {
        Self(rows.collect())
    }

    /// Keeps the rows for which no middleware of this name always runs. See [`RouteInfo::has`].
    #[must_use]
    pub fn missing(mut self, middleware: &str) -> Self {
        self.0.retain(|row| !row.has(middleware));
        self
    }

    /// Keeps the rows at this path and under it.
    ///
    /// # Panics
    ///
    /// Panics if no row is left, since an assertion about a misspelled path would hold.
    #[must_use]
    #[track_caller]
    pub fn under(mut self, path: &str) -> Self {
        let prefix = path.trim_end_matches('/');
        self.0.retain(|row| {
            let rest = row.path().strip_prefix(prefix);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        });
        assert!(!self.is_empty(), "no row is at `{path}` or under it");
        self
    }

    /// Iterates over the rows, in the order of the application.
    pub fn iter(&self) -> impl Iterator<Item = &'a RouteInfo> {
        self.0.iter().copied()
    }

    /// Returns the number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<const N: usize> PartialEq<[&str; N]> for Selection<'_> {
    fn eq(&self, rows: &[&str; N]) -> bool {
        self.0.len() == N
            && self
                .iter()
                .zip(rows)
                .all(|(row, text)| row.to_string() == *text)
    }
}

/// Prints these rows as a table, like [`RouteTable`].
impl fmt::Display for Selection<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_table(f, self.iter())
    }
}

/// Prints the rows as they are compared, for a failed assertion.
impl fmt::Debug for Selection<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows = self.iter().map(RouteInfo::to_string);
        f.debug_list().entries(rows).finish()
    }
}
