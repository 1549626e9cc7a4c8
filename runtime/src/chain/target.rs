//! What a request is going to, and what travels along a chain beside it.

use std::{future::Future, pin::Pin, sync::Arc};

use axum::{extract::Request, response::Response};

/// A boxed future that can be sent to another thread.
pub(crate) type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What a request reaches once it is through a chain: a handler, a service, or the chain of an inner
/// scope.
pub trait Target<S>: Send + Sync {
    /// Answers the request.
    fn call<'a>(&'a self, state: &'a S, req: Request) -> BoxFuture<'a, Response>;
}

/// A target, and the entries that a request skips on its way there, by their numbers.
pub(crate) struct Route<S> {
    pub(crate) target: Arc<dyn Target<S>>,
    pub(crate) excluded: Arc<[usize]>,
}

impl<S> Route<S> {
    pub(crate) fn new(target: Arc<dyn Target<S>>, excluded: Arc<[usize]>) -> Self {
        Self { target, excluded }
    }
}

/// What travels along a chain beside the request.
///
/// A chain exists once for the place where it is listed, whatever number of routes is below it. So
/// the route comes with the request and is no part of the chain.
pub struct Destination<'a, S> {
    pub(crate) state: &'a S,
    pub(crate) route: &'a Arc<Route<S>>,
}

impl<S> Destination<'_, S> {
    /// Whether a request skips the entry of this number, if it has one.
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
