//! A middleware with the state that it runs with.

use std::{marker::PhantomData, sync::Arc};

/// A middleware with the state that it runs with: a [`tower::Layer`] for plain axum.
///
/// Made by the `with_state` of a middleware.
#[derive(Debug)]
pub struct WithState<M, S, R> {
    pub(crate) middleware: Arc<M>,
    pub(crate) state: S,
    requires: PhantomData<fn() -> R>,
}

impl<M, S, R> WithState<M, S, R> {
    /// The middleware with this state.
    #[must_use]
    pub fn new(middleware: M, state: S) -> Self {
        Self {
            middleware: Arc::new(middleware),
            state,
            requires: PhantomData,
        }
    }
}

impl<M, S: Clone, R> Clone for WithState<M, S, R> {
    fn clone(&self) -> Self {
        Self {
            middleware: Arc::clone(&self.middleware),
            state: self.state.clone(),
            requires: PhantomData,
        }
    }
}
