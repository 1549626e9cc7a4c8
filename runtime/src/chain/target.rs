//! The target of a route, and what travels along a chain beside the request.

use std::{fmt, future::Future, pin::Pin, sync::Arc};

use axum::{extract::Request, response::Response};
use http::request::Parts;

/// A boxed future that can be sent to another thread.
pub(crate) type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// The end of a chain: a handler, a service, or the chain of an inner scope. It has its own state.
pub trait Target: Send + Sync {
    /// Answers the request.
    fn call(&self, req: Request) -> BoxFuture<'_, Response>;

    /// Returns the type of an argument that does not fit the parameters of the path, of which `sample` returns the head
    /// of a request.
    fn misfit(&self, sample: &dyn Fn() -> Option<Parts>) -> Option<String> {
        let _ = sample;
        None
    }
}

/// A target, and the numbers of the entries that it excludes.
pub(crate) struct Route {
    pub(crate) target: Arc<dyn Target>,
    pub(crate) excluded: Arc<[usize]>,
}

impl Route {
    pub(crate) fn new(target: Arc<dyn Target>, excluded: Arc<[usize]>) -> Self {
        Self { target, excluded }
    }
}

/// The state and the route of a request, which travel along a chain beside it.
///
/// A list is one chain for all routes under it. So the route comes with the request and is not part
/// of the chain.
pub struct Destination<'a, S> {
    pub(crate) state: &'a S,
    pub(crate) route: &'a Arc<Route>,
}

impl<S> Destination<'_, S> {
    /// Returns whether the route excludes the entry with this number, if it has one.
    pub(crate) fn skips(self, entry: Option<usize>) -> bool {
        entry.is_some_and(|entry| self.route.excluded.contains(&entry))
    }
}

impl<S> Clone for Destination<'_, S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S> Copy for Destination<'_, S> {}

impl<S> fmt::Debug for Destination<'_, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Destination").finish_non_exhaustive()
    }
}
