//! The loop that accepts connections, and the shutdown after it.

use std::{any::Any, sync::Arc, time::Duration};

use axum::{Router, serve::Listener};
use tokio::{
    net::TcpStream,
    sync::{OwnedSemaphorePermit, Semaphore, watch},
    time::sleep,
};

use super::{connection, head::Timeouts, phase::Phase, stop::Stop};

/// How a server treats its connections.
pub(super) struct Options {
    pub(super) timeouts: Timeouts,
    pub(super) shutdown_timeout: Duration,
    pub(super) max_connections: Option<usize>,
    pub(super) tcp_nodelay: bool,
}

/// Serves connections until there is a reason to stop, and lets them finish.
pub(super) async fn run<L>(mut listener: L, router: Router, options: Options, mut stop: Stop)
where
    L: Listener,
    L::Addr: Clone + Send + Sync + 'static,
{
    let (phase, _) = watch::channel(Phase::Running);
    let permits = options
        .max_connections
        .map(|max| Arc::new(Semaphore::new(max.min(Semaphore::MAX_PERMITS))));
    loop {
        let (permit, (io, address)) = tokio::select! {
            () = stop.wait() => break,
            accepted = accept(&mut listener, permits.as_ref()) => accepted,
        };
        if options.tcp_nodelay
            && let Some(stream) = (&io as &dyn Any).downcast_ref::<TcpStream>()
        {
            // It fails if the client is gone, which the connection finds out by itself.
            let _ = stream.set_nodelay(true);
        }
        tokio::spawn(connection::serve(
            io,
            address,
            router.clone(),
            options.timeouts,
            phase.subscribe(),
            permit,
        ));
    }
    // The connections are told first: who is refused by the listener finds all of them stopping.
    phase.send_replace(Phase::Stopping);
    drop(listener);
    tokio::select! {
        // Also those that are no longer HTTP, such as a WebSocket.
        () = phase.closed() => {}
        () = sleep(options.shutdown_timeout) => {}
        () = stop.wait() => {}
    }
    phase.send_replace(Phase::Cut);
}

/// Accepts a connection once one more is allowed. Until then, the operating system keeps it in its queue.
async fn accept<L: Listener>(
    listener: &mut L,
    permits: Option<&Arc<Semaphore>>,
) -> (Option<OwnedSemaphorePermit>, (L::Io, L::Addr)) {
    let permit = match permits {
        // The semaphore is never closed.
        Some(permits) => Arc::clone(permits).acquire_owned().await.ok(),
        None => None,
    };
    (permit, listener.accept().await)
}
