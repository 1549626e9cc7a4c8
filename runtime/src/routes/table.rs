//! Everything that an application serves, as data.

use std::fmt;

use super::row::RouteInfo;

/// Everything that an application serves: its routes, mounts and merged routers, and what answers
/// what none of them knows.
///
/// [`app!`](crate::app!) makes one beside the function: `shop::ROUTES` for `fn shop`. It is a slice of
/// [`RouteInfo`], and displays as a table with what stands in front of each row.
///
/// ```
/// # use concentric::{Next, Request, Response, app, middleware};
/// # #[middleware] async fn log(req: Request, next: Next) -> Response { next.run(req).await }
/// # #[middleware] async fn authenticate(req: Request, next: Next) -> Response { next.run(req).await }
/// # async fn index() {}
/// # async fn account() {}
/// app! {
///     fn shop() -> axum::Router with [log] {
///         GET "/" => index,
///         scope "/account" with [authenticate] {
///             GET "/" => account,
///         }
///     }
/// }
///
/// assert_eq!(
///     shop::ROUTES.to_string(),
///     "\
/// METHOD  PATH              HANDLER  MIDDLEWARE, OUTERMOST FIRST
/// GET     /                 index    log
/// GET     /account          account  log > authenticate
/// other   /                          log
/// other   /account                   log > authenticate
/// miss    /account/{*rest}           log > authenticate
/// miss    /{*rest}                   log
/// "
/// );
/// assert_eq!(shop::ROUTES.missing("authenticate"), ["GET /"]);
/// ```
///
/// `other` is what answers a known path by another method, and `miss` what answers a path that nothing
/// knows. Where the handler of such a row is left out, the answer is a 405 or a 404.
#[derive(Clone, Copy)]
pub struct RouteTable {
    rows: &'static [RouteInfo],
}

impl RouteTable {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(rows: &'static [RouteInfo]) -> Self {
        Self { rows }
    }

    /// Returns all rows, in the order of the application.
    #[must_use]
    pub const fn rows(&self) -> &'static [RouteInfo] {
        self.rows
    }

    /// Iterates over all rows, in the order of the application.
    pub fn iter(&self) -> std::slice::Iter<'static, RouteInfo> {
        self.rows.iter()
    }
}

impl IntoIterator for &RouteTable {
    type Item = &'static RouteInfo;
    type IntoIter = std::slice::Iter<'static, RouteInfo>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Debug for RouteTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.rows).finish()
    }
}
