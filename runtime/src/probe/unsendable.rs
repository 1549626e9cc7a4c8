//! Explains why a future is not `Send`.

use std::marker::PhantomData;

use crate::debug::opaque_debug;

/// A function whose future `T` cannot be sent to another thread.
pub struct Unsendable<T>(pub PhantomData<T>);

impl<T> Default for Unsendable<T> {
    fn default() -> Self {
        Self(PhantomData)
    }
}

impl<T> Unsendable<T> {
    /// Returns the mistake, which is known.
    #[must_use]
    pub fn decide(&self) -> Self {
        Self(PhantomData)
    }

    /// Reports a type that is not `Send`. rustc says which value of a future is not.
    pub fn report(&self, _: &dyn Send) {}
}

opaque_debug! {
    Unsendable<T>,
}
