//! The state of the application, which collects its faults.

use std::{
    collections::BTreeSet,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
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
    /// How many of them are to a request of HTTP/2.
    http2: AtomicU64,
    faults: Mutex<Vec<String>>,
    /// The paths of the routes that have answered with a success.
    succeeded: Mutex<BTreeSet<String>>,
}

impl State {
    pub(super) fn answered(&self, is_http2: bool) {
        self.0.answered.fetch_add(1, Ordering::Relaxed);
        self.0.http2.fetch_add(is_http2.into(), Ordering::Relaxed);
    }

    /// Returns how many responses the application has made, including those that no client has read.
    pub(crate) fn count(&self) -> u64 {
        self.0.answered.load(Ordering::Relaxed)
    }

    /// Returns how many of them are to a request of HTTP/2.
    pub(crate) fn count_http2(&self) -> u64 {
        self.0.http2.load(Ordering::Relaxed)
    }

    pub(super) fn fault(&self, fault: String) {
        lock(&self.0.faults).push(fault);
    }

    pub(crate) fn take_faults(&self) -> Vec<String> {
        std::mem::take(&mut *lock(&self.0.faults))
    }

    pub(super) fn succeeded(&self, path: &str) {
        let mut paths = lock(&self.0.succeeded);
        if !paths.contains(path) {
            paths.insert(path.to_owned());
        }
    }

    /// Returns those of the paths whose routes have never answered with a success.
    pub(crate) fn never<'a>(&self, paths: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
        let succeeded = lock(&self.0.succeeded);
        paths.filter(|path| !succeeded.contains(*path)).collect()
    }
}

fn lock<T>(value: &Mutex<T>) -> MutexGuard<'_, T> {
    value.lock().unwrap_or_else(PoisonError::into_inner)
}
