//! Picking rows, for the assertions of a user's tests.

use std::fmt;

use super::{print_table::write_table, row::RouteInfo, table::RouteTable};

/// Some rows of [`RouteTable`], to be compared in a test.
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
/// // Nothing below `/admin` lacks `require_role`, not even what is not there.
/// assert_eq!(shop::ROUTES.under("/admin").missing("require_role"), []);
/// assert_eq!(shop::ROUTES.unmatched().under("/admin").missing("require_role"), []);
/// ```
#[derive(Clone)]
pub struct Selection<'a>(Vec<&'a RouteInfo>);

impl RouteTable {
    /// The routes, mounts and merged routers that are declared.
    #[must_use]
    pub fn routes(&self) -> Selection<'_> {
        Selection::of(self.iter().filter(|row| row.is_served()))
    }

    /// What answers unknown paths, and known ones by other methods.
    #[must_use]
    pub fn unmatched(&self) -> Selection<'_> {
        Selection::of(self.iter().filter(|row| !row.is_served()))
    }

    /// The routes, mounts and merged routers that no middleware of this name stands in front of. See
    /// [`RouteInfo::has`].
    #[must_use]
    pub fn missing(&self, middleware: &str) -> Selection<'_> {
        self.routes().missing(middleware)
    }

    /// The routes, mounts and merged routers at this path or below it: `/admin` and `/admin/users`, and
    /// not `/administrators`.
    ///
    /// It is the path as written that counts. What a merged router serves is not known.
    ///
    /// # Panics
    ///
    /// Where nothing is there: an assertion about a misspelt path would hold.
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

    /// Those that no middleware of this name stands in front of. See [`RouteInfo::has`].
    #[must_use]
    pub fn missing(mut self, middleware: &str) -> Self {
        self.0.retain(|row| !row.has(middleware));
        self
    }

    /// Those at this path or below it.
    ///
    /// # Panics
    ///
    /// Where nothing is there: an assertion about a misspelt path would hold.
    #[must_use]
    #[track_caller]
    pub fn under(mut self, path: &str) -> Self {
        let prefix = path.trim_end_matches('/');
        self.0.retain(|row| {
            let rest = row.path().strip_prefix(prefix);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        });
        assert!(!self.is_empty(), "nothing is at `{path}` or below it");
        self
    }

    /// The rows, in the order of the application.
    pub fn iter(&self) -> impl Iterator<Item = &'a RouteInfo> {
        self.0.iter().copied()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
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

/// A table of these rows, as that of [`RouteTable`].
impl fmt::Display for Selection<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_table(f, self.iter())
    }
}

/// What a failed assertion shows: the rows as they are compared.
impl fmt::Debug for Selection<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows = self.iter().map(RouteInfo::to_string);
        f.debug_list().entries(rows).finish()
    }
}
