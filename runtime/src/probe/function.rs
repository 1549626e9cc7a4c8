//! `Function`, any function with its arguments inferred, async or not.

use crate::context::for_each_arity;

/// A function with the arguments `A`.
pub trait Function<A> {
    /// The type that the function returns.
    type Output;
}

impl<F: FnOnce() -> O, O> Function<()> for F {
    type Output = O;
}

/// A tuple of at least one parameter.
pub trait Parameters {}

macro_rules! function {
    ([$($a:ident $v:ident),*] $last:ident $w:ident) => {
        impl<F, O, $($a,)* $last> Function<($($a,)* $last,)> for F
        where
            F: FnOnce($($a,)* $last) -> O,
        {
            type Output = O;
        }

        impl<$($a,)* $last> Parameters for ($($a,)* $last,) {}
    };
}
for_each_arity!(function);
