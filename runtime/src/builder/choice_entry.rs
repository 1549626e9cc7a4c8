//! `BoxedChoice`, an entry that is a layer or something else.

use crate::{
    builder::entries::{Entries, SkippableEntry},
    chain::{BoxedChain, Choice, SkippableChain, Wrap},
    debug::opaque_debug,
};

/// One of two entries, at least one of which is a tower layer. The type of a layer's service names
/// the inner chain, so the inner chain is boxed.
pub struct BoxedChoice<A, B>(pub(super) Choice<A, B>);

impl<S, A, B, E> Entries<S, E> for BoxedChoice<A, B>
where
    S: Sync + 'static,
    A: Entries<S, BoxedChain<S>>,
    B: Entries<S, BoxedChain<S>>,
    E: Wrap<S>,
{
    type Out = Choice<A::Out, B::Out>;

    fn around(self, state: &S, inner: E) -> Self::Out {
        let inner = BoxedChain::new(inner);
        match self.0 {
            Choice::First(entry) => Choice::First(entry.around(state, inner)),
            Choice::Second(entry) => Choice::Second(entry.around(state, inner)),
        }
    }
}

impl<S, A, B, E> Entries<S, E> for SkippableEntry<BoxedChoice<A, B>>
where
    S: Sync + 'static,
    A: Entries<S, BoxedChain<S>>,
    B: Entries<S, BoxedChain<S>>,
    E: Wrap<S>,
{
    type Out = SkippableChain<Choice<A::Out, B::Out>, S>;

    fn around(self, state: &S, inner: E) -> Self::Out {
        let inner = BoxedChain::new(inner);
        SkippableChain {
            outer: self.part.map(|part| match part.0 {
                Choice::First(entry) => Choice::First(entry.around(state, inner.clone())),
                Choice::Second(entry) => Choice::Second(entry.around(state, inner.clone())),
            }),
            inner,
            entry: self.entry,
        }
    }
}

opaque_debug! {
    BoxedChoice<A, B>,
}
