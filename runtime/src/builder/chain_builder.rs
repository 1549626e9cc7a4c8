//! `ChainBuilder`, which adds the entries of a list one by one.

use std::marker::PhantomData;

use super::{
    entries::{BoxEntry, SkippableEntry},
    entry::{Entry, EntryIf},
    fit::{Fit, FitLayer},
};
use crate::{
    chain::Provides,
    context::{Conditional, Cons, Context, Types},
    debug::opaque_debug,
};

/// A list that is not complete yet, outermost entry first. `C` is the context inside the last
/// entry, and `W` the entries so far.
pub struct ChainBuilder<S, C, W> {
    pub(crate) entries: W,
    types: PhantomData<fn() -> (S, C)>,
}

impl<S, C> ChainBuilder<S, C, ()> {
    pub(crate) fn new() -> Self {
        Self {
            entries: (),
            types: PhantomData,
        }
    }
}

impl<S, C, W> ChainBuilder<S, C, W> {
    pub(super) fn push<D, P>(self, part: P) -> ChainBuilder<S, D, (W, P)> {
        ChainBuilder {
            entries: (self.entries, part),
            types: PhantomData,
        }
    }

    /// Boxes the chain of the inner entries, so that the types of the outer ones do not grow with
    /// it.
    pub fn cut(self) -> ChainBuilder<S, C, (W, BoxEntry)> {
        self.push(BoxEntry)
    }
}

/// The provided types inside the middleware `M`, where `P` are those outside of it.
pub(super) type After<M, P> = <<M as Provides>::Types as Types>::Onto<P>;

/// A list whose next entry is a middleware.
pub struct WithMiddleware<S, C, W>(pub(super) ChainBuilder<S, C, W>);

impl<S, P, N, W> WithMiddleware<S, Context<P, N>, W> {
    /// Adds the middleware as the innermost entry.
    pub fn add<M: Provides, F: Fit<M, S>>(
        self,
        entry: Entry<M>,
        fit: F,
    ) -> ChainBuilder<S, Context<F::Inner<P>, Cons<M, N>>, (W, F::Entry)> {
        self.0.push(fit.entry(entry.0))
    }

    /// Adds an entry that routes can exclude by its number.
    pub fn add_excludable<M: Provides, F: Fit<M, S>>(
        self,
        entry: Entry<M>,
        fit: F,
        number: usize,
    ) -> ChainBuilder<S, Context<F::Inner<P>, Cons<M, N>>, (W, SkippableEntry<F::Entry>)> {
        self.0.push(SkippableEntry {
            part: Some(fit.entry(entry.0)),
            entry: Some(number),
        })
    }

    /// Adds an entry that requests skip if its condition is false. With a number, routes can
    /// exclude it, too.
    pub fn add_if<M: Provides, F: Fit<M, S>>(
        self,
        entry: EntryIf<M>,
        fit: F,
        number: Option<usize>,
    ) -> ChainBuilder<S, Context<F::Inner<P>, Cons<Conditional<M>, N>>, (W, SkippableEntry<F::Entry>)>
    {
        self.0.push(SkippableEntry {
            part: entry.0.map(|middleware| fit.entry(middleware)),
            entry: number,
        })
    }
}

/// A list whose next entry is a tower layer.
pub struct WithLayer<S, C, W>(pub(super) ChainBuilder<S, C, W>);

impl<S, P, N, W> WithLayer<S, Context<P, N>, W> {
    /// Adds the layer as the innermost entry.
    pub fn add<L, F: FitLayer<L>>(
        self,
        entry: Entry<L>,
        fit: F,
    ) -> ChainBuilder<S, Context<F::Inner<P>, Cons<L, N>>, (W, F::Entry)> {
        self.0.push(fit.entry(entry.0))
    }

    /// Adds an entry that routes can exclude by its number.
    pub fn add_excludable<L, F: FitLayer<L>>(
        self,
        entry: Entry<L>,
        fit: F,
        number: usize,
    ) -> ChainBuilder<S, Context<F::Inner<P>, Cons<L, N>>, (W, SkippableEntry<F::Entry>)> {
        self.0.push(SkippableEntry {
            part: Some(fit.entry(entry.0)),
            entry: Some(number),
        })
    }

    /// Adds an entry that requests skip if its condition is false. With a number, routes can
    /// exclude it, too.
    pub fn add_if<L, F: FitLayer<L>>(
        self,
        entry: EntryIf<L>,
        fit: F,
        number: Option<usize>,
    ) -> ChainBuilder<S, Context<F::Inner<P>, Cons<Conditional<L>, N>>, (W, SkippableEntry<F::Entry>)>
    {
        self.0.push(SkippableEntry {
            part: entry.0.map(|layer| fit.entry(layer)),
            entry: number,
        })
    }
}

opaque_debug! {
    ChainBuilder<S, C, W>,
    WithMiddleware<S, C, W>,
    WithLayer<S, C, W>,
}
