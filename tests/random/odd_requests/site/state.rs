//! The state of the application, which collects its faults.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicU64, Ordering},
};

/// The header of every response of the application. A response of the server itself does not have it.
pub(crate) const MARK: &str = "x-application";

/// The type that a tower layer provides.
#[derive(Clone)]
pub(crate) struct Theme;

#[derive(Clone, Default)]
pub(crate) struct State(Arc<Inner>);

#[derive(Default)]
struct Inner {
    answered: AtomicU64,
    faults: Mutex<Vec<String>>,
}

impl State {
    pub(super) fn answered(&self) {
        self.0.answered.fetch_add(1, Ordering::Relaxed);
    }

    /// Returns how many responses the application has made, including those that no client has read.
    pub(crate) fn count(&self) -> u64 {
        self.0.answered.load(Ordering::Relaxed)
    }

    pub(super) fn fault(&self, fault: String) {
        let mut faults = self.0.faults.lock().unwrap_or_else(PoisonError::into_inner);
        faults.push(fault);
    }

    pub(crate) fn take_faults(&self) -> Vec<String> {
        let mut faults = self.0.faults.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *faults)
    }
}
