//! An entry of a list, and the choice between a middleware and a tower layer.

use crate::{
    chain::{ChainService, Provides, Terminal},
    context::Conditional,
    debug::opaque_debug,
};

/// An entry of a list, whose kind depends on its type.
pub struct Entry<T>(pub T);

/// An entry under an `if`, which is `None` if its condition is false.
pub struct EntryIf<T>(pub Option<T>);

/// An entry that is the function of a middleware, written without its call.
///
/// `(&&entry).form()` finds this trait before [`ValueForm`].
pub trait FunctionForm {
    /// Returns how the entry is evaluated.
    fn form(&self) -> Called {
        Called
    }
}
impl<F: Fn() -> M, M: Provides> FunctionForm for &Entry<F> {}
impl<F: Fn() -> M, M: Provides> FunctionForm for &EntryIf<F> {}

/// An entry that is any other value.
pub trait ValueForm {
    /// Returns how the entry is evaluated.
    fn form(&self) -> Itself {
        Itself
    }
}
impl<T> ValueForm for Entry<T> {}
impl<T> ValueForm for EntryIf<T> {}

/// Evaluates an entry by a call.
#[derive(Debug)]
pub struct Called;

impl Called {
    /// Returns the entry that the function returns.
    pub fn entry<F: FnOnce() -> M, M>(self, entry: Entry<F>) -> Entry<M> {
        Entry(entry.0())
    }

    /// Returns the entry if its condition holds.
    pub fn entry_if<F: FnOnce() -> M, M>(self, entry: EntryIf<F>) -> EntryIf<M> {
        EntryIf(entry.0.map(|function| function()))
    }
}

/// Takes an entry as it is.
#[derive(Debug)]
pub struct Itself;

impl Itself {
    /// Returns the entry.
    pub fn entry<T>(self, entry: Entry<T>) -> Entry<T> {
        entry
    }

    /// Returns the entry.
    pub fn entry_if<T>(self, entry: EntryIf<T>) -> EntryIf<T> {
        entry
    }
}

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
#[derive(Debug)]
pub struct AsMiddleware;

/// The kind of an entry that is added as a tower layer.
#[derive(Debug)]
pub struct AsLayer;

/// The kind of an entry that is added as a tower layer with declared types.
#[derive(Debug)]
pub struct AsProvidingLayer;

/// An entry with or without a condition.
pub trait AnyEntry {
    /// The type of the middleware or layer.
    type Value;
    /// The type that stands for the entry in the list of outer entries.
    type Listed;
}
impl<T> AnyEntry for Entry<T> {
    type Value = T;
    type Listed = T;
}
impl<T> AnyEntry for EntryIf<T> {
    type Value = T;
    type Listed = Conditional<T>;
}

/// The service that a layer must be able to wrap. It stands for the rest of a chain, whose type is
/// still unknown at the entry.
pub(crate) type Probe = ChainService<(), Terminal>;

opaque_debug! {
    Entry<T>,
    EntryIf<T>,
}
