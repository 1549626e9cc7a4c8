//! The end of all connections of a server at once.

use std::{
    io,
    task::{Context, Poll, ready},
};

use tokio::sync::watch;

use super::phase::{Phase, reached};
use crate::chain::BoxFuture;

/// Fails one direction of a socket once the server cuts its connections.
pub(super) struct Cut {
    phase: watch::Receiver<Phase>,
    /// A direction that never waits for the socket needs none.
    reached: Option<BoxFuture<'static, ()>>,
}

impl Cut {
    pub(super) fn new(phase: watch::Receiver<Phase>) -> Self {
        Self {
            phase,
            reached: None,
        }
    }

    /// Returns the result of the socket, or fails if the server has cut it. While the socket waits, a cut wakes the
    /// task.
    pub(super) fn or_cut<T>(
        &mut self,
        result: Poll<io::Result<T>>,
        cx: &mut Context<'_>,
    ) -> Poll<io::Result<T>> {
        if *self.phase.borrow() == Phase::Cut {
            return Poll::Ready(Err(aborted()));
        }
        if result.is_ready() {
            return result;
        }
        let phase = &self.phase;
        let cut = self
            .reached
            .get_or_insert_with(|| Box::pin(reached(phase.clone(), Phase::Cut)));
        ready!(cut.as_mut().poll(cx));
        Poll::Ready(Err(aborted()))
    }
}

fn aborted() -> io::Error {
    io::Error::new(io::ErrorKind::ConnectionAborted, "the server has stopped")
}
