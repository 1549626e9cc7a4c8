//! `BuiltChain`, and the choice between building a list and reporting that one of its entries does
//! not fit.

use std::marker::PhantomData;

use super::{chain_builder::ChainBuilder, entries::Entries};
use crate::{chain::Terminal, debug::opaque_debug};

/// The chain of a list: one instance for all routes under it.
pub struct BuiltChain<S, C, E> {
    pub(crate) chain: E,
    /// Whether the list has any entries.
    pub(crate) any: bool,
    pub(crate) types: PhantomData<fn() -> (S, C)>,
}

impl<S, C, E> BuiltChain<S, C, E> {
    /// Opens a list inside this one.
    #[must_use]
    pub fn within(&self) -> ChainBuilder<S, C, ()> {
        ChainBuilder::new()
    }
}

/// A list whose entries all fit.
///
/// `(&&list).whole()` finds this trait before [`BrokenKind`], as with the kinds of an entry.
pub trait WholeKind {
    /// Returns how the list is built.
    fn whole(&self) -> AsWhole {
        AsWhole
    }
}
impl<S: Sync + 'static, C, W: Entries<S, Terminal>> WholeKind for &ChainBuilder<S, C, W> {}

/// A list with an entry that does not fit. rustc has reported it at the entry, and must not report
/// it again for the list.
pub trait BrokenKind {
    /// Returns how the list is built.
    fn whole(&self) -> AsBroken {
        AsBroken
    }
}
impl<S, C, W> BrokenKind for ChainBuilder<S, C, W> {}

/// The marker of a list that is built.
#[derive(Debug)]
pub struct AsWhole;

impl AsWhole {
    /// Builds the chain of the list.
    pub fn build<S, C, W>(self, stack: ChainBuilder<S, C, W>, state: &S) -> BuiltChain<S, C, W::Out>
    where
        S: Sync + 'static,
        W: Entries<S, Terminal>,
    {
        BuiltChain {
            chain: stack.entries.around(state, Terminal),
            any: W::ANY,
            types: PhantomData,
        }
    }
}

/// The marker of a list that is not built.
#[derive(Debug)]
pub struct AsBroken;

impl AsBroken {
    /// Fails to compile, in case nothing else in the list has.
    #[must_use]
    pub fn build<S, C, W>(self, _: ChainBuilder<S, C, W>, _: &S) -> BuiltChain<S, C, Terminal> {
        let () = Broken::<W>::NEVER;
        BuiltChain {
            chain: Terminal,
            any: false,
            types: PhantomData,
        }
    }
}

/// A constant per list, so that rustc evaluates it only where `build` is called.
struct Broken<W>(PhantomData<W>);

impl<W> Broken<W> {
    const NEVER: () = panic!("an entry of this list does not fit the outer entries");
}

opaque_debug! {
    BuiltChain<S, C, E>,
}
