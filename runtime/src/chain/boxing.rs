//! Functions that put a future behind a pointer.

use std::{future::Future, pin::Pin};

/// Boxes a future, so that the futures around it do not grow with it.
pub fn boxed<'a, T>(
    future: impl Future<Output = T> + Send + 'a,
) -> Pin<Box<dyn Future<Output = T> + Send + 'a>> {
    Box::pin(future)
}

/// Makes a future inside its box.
///
/// [`Box::pin`] makes it first and then moves it as a whole, since it must be dropped if the
/// allocation fails.
pub(crate) fn box_in_place<F>(make: impl FnOnce() -> F) -> Pin<Box<F>> {
    Box::into_pin(Box::write(Box::new_uninit(), make()))
}
