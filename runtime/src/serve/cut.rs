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

    /// Fails if the connection is cut.
    pub(super) fn check(&self) -> io::Result<()> {
        if *self.phase.borrow() == Phase::Cut {
            return Err(aborted());
        }
        Ok(())
    }

    /// Returns the result of the socket. While the socket waits, a cut wakes the task and fails instead.
    pub(super) fn or_cut<T>(
        &mut self,
        result: Poll<io::Result<T>>,
        cx: &mut Context<'_>,
    ) -> Poll<io::Result<T>> {
        if result.is_ready() {
            return result;
        }
        // A future that is done must not be polled again.
        self.check()?;
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
