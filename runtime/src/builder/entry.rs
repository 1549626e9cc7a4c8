//! An entry of a list, and the choice between a middleware and a tower layer.

use tower::Layer;

use crate::{
    chain::{ChainService, HttpService, Provides, Terminal},
    diagnostics::IsLayer,
};

/// An entry of a list, whose kind depends on its type.
pub struct Entry<T>(pub T);

/// An entry under an `if`, which is `None` if its condition is false.
pub struct EntryIf<T>(pub Option<T>);

/// An entry that is a middleware.
///
/// `(&&entry).kind()` finds this trait before [`LayerKind`]. So an entry that is both a middleware
/// and a layer is added as a middleware.
pub trait MiddlewareKind {
    /// Returns how the entry is added.
    fn kind(&self) -> AsMiddleware {
        AsMiddleware
    }
}
impl<M: Provides> MiddlewareKind for &Entry<M> {}
impl<M: Provides> MiddlewareKind for &EntryIf<M> {}

/// Any other entry, which must be a tower layer.
pub trait LayerKind {
    /// Returns how the entry is added.
    fn kind(&self) -> AsLayer {
        AsLayer
    }
}
impl<L> LayerKind for Entry<L> {}
impl<L> LayerKind for EntryIf<L> {}

/// The kind of an entry that is added as a middleware.
pub struct AsMiddleware;

/// The kind of an entry that is added as a tower layer.
pub struct AsLayer;

/// An entry with or without a condition.
pub trait AnyEntry {
    /// The type of the middleware or layer.
    type Value;
}
impl<T> AnyEntry for Entry<T> {
    type Value = T;
}
impl<T> AnyEntry for EntryIf<T> {
    type Value = T;
}

/// The service that a layer must be able to wrap. It stands for the rest of a chain, whose type is
/// still unknown at the entry.
pub(crate) type Probe = ChainService<(), Terminal>;

#[diagnostic::do_not_recommend]
impl<L: Layer<Probe, Service: HttpService>> IsLayer for L {}
