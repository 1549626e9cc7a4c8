//! Where a deep stack is cut.

use std::{future::Future, sync::Arc};

use axum::{extract::Request, response::Response};

use super::{
    boxed::placed,
    endpoint::{BoxFuture, Destination, Endpoint},
};

/// An inner part of a deep stack, behind a pointer: the types of what is further out do not grow
/// with it.
pub struct Cut<S>(Arc<dyn Inner<S>>);

impl<S: Sync + 'static> Cut<S> {
    pub(crate) fn new(inner: impl Endpoint<S>) -> Self {
        Self(Arc::new(inner))
    }
}

impl<S> Clone for Cut<S> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<S: Sync + 'static> Endpoint<S> for Cut<S> {
    fn call<'a>(
        &'a self,
        to: Destination<'a, S>,
        req: Request,
    ) -> impl Future<Output = Response> + Send + 'a {
        self.0.call_boxed(to, req)
    }
}

/// An [`Endpoint`] that can be a trait object.
trait Inner<S>: Send + Sync {
    fn call_boxed<'a>(&'a self, to: Destination<'a, S>, req: Request) -> BoxFuture<'a, Response>;
}

impl<S: Sync + 'static, E: Endpoint<S>> Inner<S> for E {
    fn call_boxed<'a>(&'a self, to: Destination<'a, S>, req: Request) -> BoxFuture<'a, Response> {
        placed(move || self.call(to, req))
    }
}
