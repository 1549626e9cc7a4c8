//! `Shared`, a value that all clones share.

use std::sync::{Arc, Mutex, PoisonError};

/// A value that all clones share.
#[derive(Default)]
pub(super) struct Shared<T>(Arc<Mutex<T>>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Shared<T> {
    /// Calls a function with the value, and returns its result.
    pub(super) fn access<R>(&self, work: impl FnOnce(&mut T) -> R) -> R {
        // No work of this example panics halfway, so a poisoned lock is usable.
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
