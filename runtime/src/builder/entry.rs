//! An entry of a list, and what it is.

use tower::Layer;

use crate::{
    chain::{ChainService, HttpService, Provides, Terminal},
    diagnostics::IsLayer,
};

/// An entry of a list, which says by its type what it is.
pub struct Entry<T>(pub T);

/// An entry that is there only where a condition holds.
pub struct EntryIf<T>(pub Option<T>);

/// An entry that is a middleware, or may be one.
///
/// `(&&entry).kind()` finds this trait before [`LayerKind`], so that what is both a middleware and a
/// layer is taken as a middleware.
pub trait MiddlewareKind {
    /// How the entry is added.
    fn kind(&self) -> AsMiddleware {
        AsMiddleware
    }
}
impl<M: Provides> MiddlewareKind for &Entry<M> {}
impl<M: Provides> MiddlewareKind for &EntryIf<M> {}

/// An entry that is anything else: a tower layer, if it is any.
pub trait LayerKind {
    /// How the entry is added.
    fn kind(&self) -> AsLayer {
        AsLayer
    }
}
impl<L> LayerKind for Entry<L> {}
impl<L> LayerKind for EntryIf<L> {}

/// Adds an entry as a middleware.
pub struct AsMiddleware;

/// Adds an entry as a tower layer.
pub struct AsLayer;

/// What is in an entry.
pub trait AnyEntry {
    /// Its type.
    type Value;
}
impl<T> AnyEntry for Entry<T> {
    type Value = T;
}
impl<T> AnyEntry for EntryIf<T> {
    type Value = T;
}

/// What stands in for the rest of a stack when a layer is checked where it is listed.
pub(crate) type Probe = ChainService<(), Terminal>;

#[diagnostic::do_not_recommend]
impl<L: Layer<Probe, Service: HttpService>> IsLayer for L {}
