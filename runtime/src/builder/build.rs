//! From the entries of a list to one chain.

use std::marker::PhantomData;

use super::{chain_builder::ChainBuilder, entries::Entries};
use crate::chain::Terminal;

/// A list that is built: one instance, whatever number of routes is below it.
pub struct BuiltChain<S, C, E> {
    pub(crate) chain: E,
    /// Whether there is anything in it.
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

/// A stack whose entries all fit.
///
/// `(&&stack).whole()` finds this trait before [`BrokenKind`], as with the kinds of an entry.
pub trait WholeKind {
    /// How the stack is built.
    fn whole(&self) -> AsWhole {
        AsWhole
    }
}
impl<S: Sync + 'static, C, W: Entries<S, Terminal>> WholeKind for &ChainBuilder<S, C, W> {}

/// A stack with an entry that does not fit, which rustc has reported where it is listed. It must not
/// be told again about the whole.
pub trait BrokenKind {
    /// How the stack is built.
    fn whole(&self) -> AsBroken {
        AsBroken
    }
}
impl<S, C, W> BrokenKind for ChainBuilder<S, C, W> {}

/// Builds a stack.
pub struct AsWhole;

impl AsWhole {
    /// The stack around a core.
    pub fn build<S, C, W>(self, stack: ChainBuilder<S, C, W>, state: &S) -> BuiltChain<S, C, W::Out>
    where
        S: Sync + 'static,
        W: Entries<S, Terminal>,
    {
        BuiltChain {
            chain: stack.parts.around(state, Terminal),
            any: W::ANY,
            types: PhantomData,
        }
    }
}

/// Does not build a stack.
pub struct AsBroken;

impl AsBroken {
    /// Nothing that could run: the code does not compile, here at the latest.
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

struct Broken<W>(PhantomData<W>);

impl<W> Broken<W> {
    const NEVER: () = panic!("an entry of this list does not fit into the stack around it");
}
