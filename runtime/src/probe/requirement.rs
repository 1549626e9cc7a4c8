//! Explains why the context does not provide a type.

use std::marker::PhantomData;

use super::decide::{Decide, levels};
use crate::{
    context::{Context, Has, Known, Provided},
    debug::opaque_debug,
    diagnostics::{ArgumentType, Found, OuterMiddleware, Provide, TwoArguments},
};

/// An argument `Provided<T>`, where the context `C` does not provide a `T`.
pub struct Unmet<T, C, L = Nearby>(PhantomData<fn() -> (T, C, L)>);

levels!(Unmet<T, C>: Nearby Anywhere);

impl<T, P, N, I> Decide<Found<ArgumentType, (Provided<Option<T>>, Option<Provided<T>>)>, I>
    for Unmet<Option<T>, Context<P, N>, Nearby>
where
    P: Has<T, I>,
    I: Known,
{
}

impl<T, P, N, I> Decide<Found<ArgumentType, (Provided<&'static T>, Provided<T>)>, I>
    for Unmet<&'static T, Context<P, N>, Nearby>
where
    P: Has<T, I>,
    I: Known,
{
}

impl<T, U, P, N, I, J> Decide<Found<TwoArguments, (T, U)>, (I, J)>
    for Unmet<(T, U), Context<P, N>, Nearby>
where
    P: Has<T, I> + Has<U, J>,
    I: Known,
    J: Known,
{
}

impl<T, C> Decide<Missing<T>, ()> for Unmet<T, C, Anywhere> {}

/// A `T` that no outer middleware provides.
pub struct Missing<T>(pub OuterMiddleware, PhantomData<fn() -> T>);

impl<T> Default for Missing<T> {
    fn default() -> Self {
        Self(OuterMiddleware, PhantomData)
    }
}

impl<T> Missing<T> {
    /// Returns the mistake, which is known.
    #[must_use]
    pub fn decide(self) -> Self {
        self
    }

    /// Reports the type.
    pub fn report(&self, _: &dyn Provide<T>) {}
}

opaque_debug! {
    Unmet<T, C, L>,
    Missing<T>,
}
