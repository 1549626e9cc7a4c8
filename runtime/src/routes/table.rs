//! `RouteTable`: everything that an application serves, as data.

use std::{
    any::TypeId,
    collections::BTreeMap,
    fmt, ptr,
    sync::{Mutex, PoisonError},
};

use super::{
    declare::DeclaredRows,
    inclusion::{Inclusion, ROOT},
    row::{NO_ROW, RouteInfo, no_rows},
};

/// Everything that an application serves: its routes, mounts and merged routers, and its 404 and 405
/// responses.
///
/// [`app!`](crate::app!) declares it as `shop::ROUTES`, in the module beside `fn shop`. The router is built
/// from its rows. It displays as a table with the middleware that run for each row.
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
/// 405     /                          log
/// 405     /account                   log > authenticate
/// 404     /account/{*rest}           log > authenticate
/// 404     /{*rest}                   log
/// "
/// );
/// assert_eq!(shop::ROUTES.missing("authenticate"), ["GET /"]);
/// ```
///
/// A row `405` is the response to another method of a known path, and a row `404` that to an unmatched
/// path. Such a row has no handler if the application declares none.
#[derive(Clone, Copy)]
pub struct RouteTable {
    rows: Rows,
    /// The application itself, and the parts that it includes.
    pub(crate) inclusions: &'static [Inclusion],
    /// Returns the type that only the module beside this application or part has.
    pub(crate) module: fn() -> TypeId,
}

/// The rows of a table.
#[derive(Clone, Copy)]
enum Rows {
    /// The rows of an application without parts. They are read at run time, or where a part is included.
    Declared(&'static DeclaredRows),
    /// The rows of an application with parts.
    Composed(&'static [RouteInfo]),
}

impl RouteTable {
    #[doc(hidden)]
    #[must_use]
    pub const fn new<M: 'static>(rows: &'static DeclaredRows) -> Self {
        Self {
            rows: Rows::Declared(rows),
            inclusions: ROOT,
            module: TypeId::of::<M>,
        }
    }

    /// Creates a table from the first rows of an array, some of which belong to parts.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_parts<M: 'static>(
        rows: &'static [RouteInfo],
        count: usize,
        inclusions: &'static [Inclusion],
    ) -> Self {
        Self {
            rows: Rows::Composed(rows.split_at(count).0),
            inclusions,
            module: TypeId::of::<M>,
        }
    }

    /// Returns the number of all rows.
    #[doc(hidden)]
    #[must_use]
    pub const fn count(&self) -> usize {
        match self.rows {
            Rows::Declared(rows) => rows.count(),
            Rows::Composed(rows) => rows.len(),
        }
    }

    /// Returns all rows at compile time. `N` is their number.
    #[doc(hidden)]
    #[must_use]
    pub const fn const_rows<const N: usize>(&self) -> [RouteInfo; N] {
        match self.rows {
            Rows::Declared(rows) => rows.rows(),
            Rows::Composed(rows) => {
                let mut copy = no_rows();
                let mut at = 0;
                while at < N {
                    copy[at] = rows[at];
                    at += 1;
                }
                copy
            }
        }
    }

    /// Returns all rows, in the order of the application.
    #[must_use]
    pub fn rows(&self) -> &'static [RouteInfo] {
        match self.rows {
            Rows::Declared(rows) => read_once(rows),
            Rows::Composed(rows) => rows,
        }
    }

    /// Iterates over all rows, in the order of the application.
    pub fn iter(&self) -> std::slice::Iter<'static, RouteInfo> {
        self.rows().iter()
    }
}

/// Reads the rows of a table, which stay in memory.
fn read_once(declared: &'static DeclaredRows) -> &'static [RouteInfo] {
    static READ: Mutex<BTreeMap<usize, &[RouteInfo]>> = Mutex::new(BTreeMap::new());
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    read.entry(ptr::from_ref(declared).addr())
        .or_insert_with(|| {
            let mut rows = vec![NO_ROW; declared.count()];
            declared.read(&mut rows);
            rows.leak()
        })
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
        f.debug_list().entries(self.rows()).finish()
    }
}
