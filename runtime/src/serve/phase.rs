//! How far a server has got with its shutdown.

use tokio::sync::watch;

/// How far a server has got with its shutdown. The accept loop sets it, and each connection follows it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Phase {
    Running,
    /// Connections close after their next response. New ones are still accepted.
    Draining,
    /// Idle connections close. The others finish their request.
    Stopping,
    /// All connections fail.
    Cut,
}

impl Phase {
    pub(super) fn next(self) -> Option<Self> {
        match self {
            Self::Running => Some(Self::Draining),
            Self::Draining => Some(Self::Stopping),
            Self::Stopping => Some(Self::Cut),
            Self::Cut => None,
        }
    }
}

/// Waits until the server is in this phase or a later one.
pub(super) async fn reached(mut current: watch::Receiver<Phase>, phase: Phase) {
    let is_dropped = current.wait_for(|current| *current >= phase).await.is_err();
    // The server was dropped. Its connections finish their requests, and nothing cuts them.
    if is_dropped && phase == Phase::Cut {
        std::future::pending::<()>().await;
    }
}
