//! `Decide`, the step from one level to a mistake or to a kind, and the macro that declares levels.

/// A value at the level where something is known about it: `D`. `V` tells impls of one type apart.
///
/// A value dereferences to itself at the next level. So rustc takes the first level whose conditions hold, and decides
/// even on what a type does *not* implement.
pub trait Decide<D: Default, V> {
    /// Returns what is known. If the value is a target that fits, this adds it.
    fn decide(&self) -> D {
        D::default()
    }
}

/// Declares levels, and that a value at one of them dereferences to itself at the next one. The first level is the
/// default.
macro_rules! levels {
    ($subject:ident<$($of:ident),*>: $first:ident $($rest:ident)*) => {
        impl<$($of),*> Default for $subject<$($of,)* $first> {
            fn default() -> Self {
                Self(::std::marker::PhantomData)
            }
        }

        levels!(@ $subject<$($of),*>: $first $($rest)*);
    };
    (@ $subject:ident<$($of:ident),*>: $level:ident) => {
        /// A level.
        #[derive(Debug)]
        pub struct $level;
    };
    (@ $subject:ident<$($of:ident),*>: $level:ident $next:ident $($rest:ident)*) => {
        levels!(@ $subject<$($of),*>: $level);

        impl<$($of),*> ::std::ops::Deref for $subject<$($of,)* $level> {
            type Target = $subject<$($of,)* $next>;

            fn deref(&self) -> &Self::Target {
                &$subject(::std::marker::PhantomData)
            }
        }

        levels!(@ $subject<$($of),*>: $next $($rest)*);
    };
}
pub(crate) use levels;
