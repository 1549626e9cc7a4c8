//! The traits of the module beside an application.

use std::marker::PhantomData;

use super::{compose::TableRows, row::RouteInfo, table::RouteTable};

/// The module beside an application or a part.
pub trait AppModule {
    /// The table of the part.
    const ROUTES: &'static RouteTable;
    /// The rows of the table. Few applications need them at compile time, and rustc evaluates the constant only there.
    const ROWS: TableRows;
    /// The URLs of the part under a prefix.
    type Urls: From<String>;
}

/// The module of an application with an `include` of the number `N`.
pub trait Includes<const N: usize> {
    /// The module of the part.
    type Part: AppModule;
}

/// The rows of an application without parts, at compile time. The constant is generic, so rustc evaluates it only where it is
/// needed.
struct Evaluated<M, const N: usize>(PhantomData<M>);

impl<M: AppModule, const N: usize> Evaluated<M, N> {
    const ROWS: &'static [RouteInfo; N] = &M::ROUTES.declared_rows();
}

/// Returns the rows of an application without parts. `N` is their number.
#[must_use]
pub const fn declared_rows<M: AppModule, const N: usize>() -> TableRows {
    TableRows::own(Evaluated::<M, N>::ROWS)
}
