//! The levels, which give the kinds and mistakes of a target an order.
//!
//! [`Undecided`] dereferences to itself with the next level. So rustc looks for a method on each
//! level in turn, and takes the first impl whose conditions hold. That takes fewer steps at compile
//! time than a reference for each level.

use std::{marker::PhantomData, ops::Deref};

use crate::debug::opaque_debug;

/// A target of the type `T` in an application with the state `S`, which fits no level before `L`.
pub struct Undecided<T, S, L>(PhantomData<fn() -> (T, S, L)>);

impl<T, S, L> Undecided<T, S, L> {
    pub(super) fn new() -> Self {
        Self(PhantomData)
    }
}

macro_rules! levels {
    ($first:ident) => {
        /// A level.
        #[derive(Debug)]
        pub struct $first;
    };
    ($first:ident $next:ident $($rest:ident)*) => {
        levels!($first);

        impl<T, S> Deref for Undecided<T, S, $first> {
            type Target = Undecided<T, S, $next>;

            fn deref(&self) -> &Self::Target {
                &Undecided(PhantomData)
            }
        }

        levels!($next $($rest)*);
    };
}
levels! {
    MethodRouters Services Responses Handlers
    Misplaced Functions ServiceErrors ServiceResponses Layers Others
}

opaque_debug! {
    Undecided<T, S, L>,
}
