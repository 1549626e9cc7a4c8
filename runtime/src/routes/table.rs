//! `RouteTable`: everything that an application serves, as data.

use std::{any::TypeId, fmt};

use super::{
    compose::{IncludedPart, Piece, Size, Source, TableRows},
    declare::DeclaredRows,
    inclusion::Inclusion,
    item::{DeclaredItem, ItemInfo},
    row::{NO_ROW, RouteInfo},
    stack_info::StackInfo,
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
    source: Source,
    /// Returns the type that only the module beside this application or part has.
    pub(crate) module: fn() -> TypeId,
}

impl RouteTable {
    #[doc(hidden)]
    #[must_use]
    pub const fn new<M: 'static>(rows: &'static DeclaredRows) -> Self {
        Self {
            source: Source::Declared(rows),
            module: TypeId::of::<M>,
        }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn with_parts<M: 'static>(pieces: &'static [Piece]) -> Self {
        Self {
            source: Source::Pieces(pieces),
            module: TypeId::of::<M>,
        }
    }

    /// Describes a part with this table, whose rows have not been read, and where an application includes it.
    #[doc(hidden)]
    #[must_use]
    pub const fn part(
        &self,
        item: DeclaredItem,
        prefix: &'static str,
        around: &'static StackInfo,
        block: &'static StackInfo,
    ) -> IncludedPart {
        IncludedPart {
            source: self.source,
            module: self.module,
            table: TableRows::own(&[]),
            item: ItemInfo::new(item),
            prefix,
            around,
            block,
        }
    }

    /// Returns how much the rows need at most.
    #[doc(hidden)]
    #[must_use]
    pub const fn size(&self) -> Size {
        self.source.size()
    }

    /// Returns whether a part may conflict with the rest of the application.
    #[doc(hidden)]
    #[must_use]
    pub const fn may_conflict(&self) -> bool {
        self.source.may_conflict()
    }

    /// Returns the rows of an application without parts at compile time. `N` is their number.
    #[doc(hidden)]
    #[must_use]
    pub const fn declared_rows<const N: usize>(&self) -> [RouteInfo; N] {
        match self.source {
            Source::Declared(rows) => rows.rows(),
            Source::Pieces(_) => [NO_ROW; N],
        }
    }

    /// Returns the pieces with the rows of the parts at compile time. `N` is the number of the pieces, and `parts` has the
    /// rows in their order.
    #[doc(hidden)]
    #[must_use]
    pub const fn pieces<const N: usize>(&self, parts: &[TableRows]) -> [Piece; N] {
        let mut pieces = [Piece::NONE; N];
        if let Source::Pieces(own) = self.source {
            let (mut at, mut part) = (0, 0);
            while at < N {
                pieces[at] = match own[at] {
                    Piece::Part(own) => {
                        part += 1;
                        Piece::Part(own.with(parts[part - 1]))
                    }
                    rows @ Piece::Rows(..) => rows,
                };
                at += 1;
            }
        }
        pieces
    }

    /// Returns the number of the pieces.
    #[doc(hidden)]
    #[must_use]
    pub const fn piece_count(&self) -> usize {
        match self.source {
            Source::Declared(_) => 0,
            Source::Pieces(pieces) => pieces.len(),
        }
    }

    /// Returns all rows, in the order of the application.
    ///
    /// They are read when they are first needed, and stay in memory.
    #[must_use]
    pub fn rows(&self) -> &'static [RouteInfo] {
        self.read().rows
    }

    /// Iterates over all rows, in the order of the application.
    pub fn iter(&self) -> std::slice::Iter<'static, RouteInfo> {
        self.rows().iter()
    }

    fn read(&self) -> TableRows {
        self.source.read((self.module)())
    }

    /// Returns the application itself, and the parts that it includes.
    pub(crate) fn inclusions(&self) -> &'static [Inclusion] {
        self.read().inclusions
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
        f.debug_list().entries(self.rows()).finish()
    }
}
