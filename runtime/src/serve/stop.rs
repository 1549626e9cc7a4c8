//! The reason to stop the server: a signal, or a future.

use std::io;

use crate::chain::BoxFuture;

/// The reason to stop the server.
pub(super) enum Stop {
    Signals(Signals),
    When(BoxFuture<'static, ()>),
    Done,
}

impl Stop {
    /// Waits until the server is asked to stop. A signal can ask again, a future only once.
    pub(super) async fn wait(&mut self) {
        match self {
            Self::Signals(signals) => signals.next().await,
            Self::When(stop) => {
                stop.await;
                *self = Self::Done;
            }
            Self::Done => std::future::pending().await,
        }
    }
}

/// The signals that ask a process to stop.
#[cfg(unix)]
pub(super) struct Signals {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    pub(super) fn new() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};

        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
        })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

/// The signals that ask a process to stop.
#[cfg(windows)]
pub(super) struct Signals(tokio::signal::windows::CtrlC);

#[cfg(windows)]
impl Signals {
    pub(super) fn new() -> io::Result<Self> {
        tokio::signal::windows::ctrl_c().map(Self)
    }

    async fn next(&mut self) {
        self.0.recv().await;
    }
}
