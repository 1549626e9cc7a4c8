//! `Selection`: some rows of the table, for the assertions of a test.

use std::fmt;

use super::{
    print_table::write_table,
    row::{RouteInfo, RouteKind},
    table::RouteTable,
    under::keep_under,
};

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
pub struct Selection<'a> {
    pub(super) table: &'a RouteTable,
    rows: Vec<&'a RouteInfo>,
}

impl RouteTable {
    /// Returns the routes, mounts and merged routers.
    #[must_use]
    pub fn routes(&self) -> Selection<'_> {
        self.select(RouteInfo::is_served)
    }

    /// Returns the responses to unmatched paths (404) and to other methods of known paths (405).
    #[must_use]
    pub fn unmatched(&self) -> Selection<'_> {
        self.select(|row| !row.is_served())
    }

    /// Returns the routes, mounts and merged routers that can be reached without a middleware of this name. See
    /// [`RouteInfo::has`].
    #[must_use]
    pub fn missing(&self, middleware: &str) -> Selection<'_> {
        self.routes().missing(middleware)
    }

    /// Returns the routes, mounts and merged routers that can answer a request for this path or for one
    /// under it. See [`Selection::under`].
    ///
    /// # Panics
    ///
    /// Panics if there are none but merged routers, since an assertion about a misspelled path would hold.
    #[must_use]
    #[track_caller]
    pub fn under(&self, path: &str) -> Selection<'_> {
        self.routes().under(path)
    }

    fn select(&self, keep: impl Fn(&RouteInfo) -> bool) -> Selection<'_> {
        Selection {
            table: self,
            rows: self.iter().filter(|row| keep(row)).collect(),
        }
    }
}

impl<'a> Selection<'a> {
    /// Keeps the rows that can be reached without a middleware of this name. See [`RouteInfo::has`].
    #[must_use]
    pub fn missing(mut self, middleware: &str) -> Self {
        self.rows.retain(|row| !row.has(middleware));
        self
    }

    /// Keeps the rows that can answer a request for this path or for one under it.
    ///
    /// `under("/admin")` keeps a route `/admin/users`, and a route `/{page}/users` unless a scope `/admin`
    /// owns the paths under it. It does not keep `/administrators`. A parameter in the path stands for any
    /// value.
    ///
    /// The routes of a merged router are not known here, so it is kept if it may have a route there.
    ///
    /// # Panics
    ///
    /// Panics if no row is left but such merged routers, since an assertion about a misspelled path would
    /// hold.
    #[must_use]
    #[track_caller]
    pub fn under(mut self, path: &str) -> Self {
        keep_under(self.table.rows(), &mut self.rows, path);
        let is_known = |row: &&RouteInfo| row.kind() != RouteKind::Merge || row.path() == path;
        assert!(
            self.rows.iter().any(is_known),
            "no row can answer `{path}` or a path under it"
        );
        self
    }

    /// Iterates over the rows, in the order of the application.
    pub fn iter(&self) -> impl Iterator<Item = &'a RouteInfo> {
        self.rows.iter().copied()
    }

    /// Returns the number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Returns whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

impl<const N: usize> PartialEq<[&str; N]> for Selection<'_> {
    fn eq(&self, rows: &[&str; N]) -> bool {
        self.rows.len() == N
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
