//! A chain behind a pointer, which limits how deep the types of a long list are nested.

use std::{future::Future, sync::Arc};

use axum::{extract::Request, response::Response};

use super::{
    boxing::box_in_place,
    link::Chain,
    target::{BoxFuture, Destination},
};
use crate::debug::opaque_debug;

/// The inner part of a deep chain, behind a pointer. The types of the outer links do not grow with
/// it.
pub struct BoxedChain<S>(Arc<dyn DynChain<S>>);

impl<S: Sync + 'static> BoxedChain<S> {
    pub(crate) fn new(inner: impl Chain<S>) -> Self {
        Self(Arc::new(inner))
    }
}

impl<S> Clone for BoxedChain<S> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<S: Sync + 'static> Chain<S> for BoxedChain<S> {
    fn call<'a>(
        &'a self,
        to: Destination<'a, S>,
        req: Request,
    ) -> impl Future<Output = Response> + Send + 'a {
        self.0.call_boxed(to, req)
    }
}

/// A [`Chain`] that can be a trait object.
trait DynChain<S>: Send + Sync {
    fn call_boxed<'a>(&'a self, to: Destination<'a, S>, req: Request) -> BoxFuture<'a, Response>;
}

impl<S: Sync + 'static, E: Chain<S>> DynChain<S> for E {
    fn call_boxed<'a>(&'a self, to: Destination<'a, S>, req: Request) -> BoxFuture<'a, Response> {
        box_in_place(move || self.call(to, req))
    }
}

opaque_debug! {
    BoxedChain<S>,
}
