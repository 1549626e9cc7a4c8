//! A position in a stack, and where it leads.

use std::{future::Future, pin::Pin, sync::Arc};

use axum::{extract::Request, response::Response};

/// A boxed future that can be sent to another thread.
pub(crate) type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What a request is going to once it is through a stack: a handler, a service, or the stack of a
/// scope further in.
pub trait Target<S>: Send + Sync {
    /// Answers the request.
    fn call<'a>(&'a self, state: &'a S, req: Request) -> BoxFuture<'a, Response>;

    /// The entries, by their numbers, that a request goes without on its way here.
    fn without(&self) -> &[usize] {
        &[]
    }
}

/// What travels along a stack beside the request.
///
/// A stack exists once for the place where it is written, whatever number of routes is below it. So
/// the target comes with the request and is no part of the stack.
pub struct Destination<'a, S> {
    pub(crate) state: &'a S,
    pub(crate) target: &'a Arc<dyn Target<S>>,
}

impl<S> Destination<'_, S> {
    /// Whether a request goes there without the entry of this number, if it has one.
    pub(crate) fn skips(self, entry: Option<usize>) -> bool {
        entry.is_some_and(|entry| self.target.without().contains(&entry))
    }
}

impl<S> Clone for Destination<'_, S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S> Copy for Destination<'_, S> {}

/// One position in a stack, with all that is further in.
pub trait Endpoint<S>: Sized + Send + Sync + 'static {
    /// Takes the request from here to its destination.
    fn call<'a>(
        &'a self,
        to: Destination<'a, S>,
        req: Request,
    ) -> impl Future<Output = Response> + Send + 'a;
}
