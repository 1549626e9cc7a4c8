//! An entry of a list, and what it is.

use tower::Layer;

use crate::chain::{Contract, Core, HttpService, Inward};

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
impl<M: Contract> MiddlewareKind for &Entry<M> {}
impl<M: Contract> MiddlewareKind for &EntryIf<M> {}

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

/// A middleware under an `if` provides nothing: what is further in could not rely on it.
#[diagnostic::on_unimplemented(
    message = "a middleware that provides something cannot stand under an `if`",
    label = "provides `{Self}`",
    note = "what is further in would compile with it and miss it at run time: list it without a condition"
)]
pub trait Nothing {}
impl Nothing for () {}

/// What stands in for the rest of a stack when a layer is checked where it is listed.
pub(crate) type Probe = Inward<(), Core>;

/// A tower layer that can stand in a list.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a middleware nor a tower layer",
    label = "cannot stand in a `with` list",
    note = "a middleware is an `async fn` under `#[middleware]`, or implements `concentric::Middleware`",
    note = "a tower layer makes a service that is `Clone + Send + Sync`, takes a `Request`, answers with an HTTP response, and fails with an error that can be boxed"
)]
pub trait AnyLayer {}

#[diagnostic::do_not_recommend]
impl<L: Layer<Probe, Service: HttpService>> AnyLayer for L {}
