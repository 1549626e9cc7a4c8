//! Futures behind a pointer.

use std::{future::Future, pin::Pin};

/// A future behind a pointer: what is around it does not grow with it.
pub fn boxed<'a, T>(
    future: impl Future<Output = T> + Send + 'a,
) -> Pin<Box<dyn Future<Output = T> + Send + 'a>> {
    Box::pin(future)
}

/// A future that is made in its box. With [`Box::pin`] it would be moved there as a whole, since it has
/// to be dropped where there is no memory for it.
pub(crate) fn box_in_place<F>(make: impl FnOnce() -> F) -> Pin<Box<F>> {
    Box::into_pin(Box::write(Box::new_uninit(), make()))
}
