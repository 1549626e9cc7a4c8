//! The loop that accepts connections, and the shutdown after it.

use std::{any::Any, future::ready, pin::pin, sync::Arc, time::Duration};

use axum::{Router, serve::Listener};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    sync::{OwnedSemaphorePermit, Semaphore, watch},
    time::{sleep, timeout},
};

use super::{
    connection,
    head::Timeouts,
    phase::Phase,
    queue::{Queue, accept_known, accept_queued},
    stop::Stop,
};

/// How a server treats its connections.
pub(super) struct Options {
    pub(super) timeouts: Timeouts,
    pub(super) drain: Duration,
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
    let max = options.max_connections.unwrap_or(usize::MAX);
    let max = u32::try_from(max.min(Semaphore::MAX_PERMITS)).unwrap_or(u32::MAX);
    let server = Server {
        router,
        timeouts: options.timeouts,
        tcp_nodelay: options.tcp_nodelay,
        phase: watch::Sender::new(Phase::Running),
        permits: Arc::new(Semaphore::new(max as usize)),
    };
    server.accept_until(&mut listener, stop.wait()).await;
    server.phase.send_replace(Phase::Draining);
    let shutdown = async {
        if !options.drain.is_zero() {
            server
                .accept_until(&mut listener, sleep(options.drain))
                .await;
        }
        // Notify connections first, so that a refused client finds none that still takes requests.
        server.phase.send_replace(Phase::Stopping);
        timeout(options.shutdown_timeout, async {
            server.empty_queue(listener).await;
            // Also those that are no longer HTTP, such as a WebSocket.
            drop(server.permits.acquire_many(max).await);
        })
        .await
    };
    tokio::select! {
        _ = shutdown => {}
        () = stop.wait() => {}
    }
    server.phase.send_replace(Phase::Cut);
}

/// How long the server goes on emptying the queue when it stops.
const EMPTY_QUEUE: Duration = Duration::from_secs(1);

/// What the connections of a server share.
struct Server {
    router: Router,
    timeouts: Timeouts,
    tcp_nodelay: bool,
    phase: watch::Sender<Phase>,
    /// One for each connection that may be open.
    permits: Arc<Semaphore>,
}

impl Server {
    /// Accepts connections until this future is ready.
    async fn accept_until<L>(&self, listener: &mut L, until: impl Future<Output = ()>)
    where
        L: Listener,
        L::Addr: Clone + Send + Sync + 'static,
    {
        let mut until = pin!(until);
        loop {
            let accept = async { (self.permit().await, listener.accept().await) };
            tokio::select! {
                () = until.as_mut() => return,
                (permit, (io, address)) = accept => self.spawn(io, address, permit),
            }
        }
    }

    /// Accepts the connections whose clients do not know that the server stops, and closes the listener.
    async fn empty_queue<L>(&self, listener: L)
    where
        L: Listener,
        L::Addr: Clone + Send + Sync + 'static,
    {
        let empty = async {
            match Queue::new(listener) {
                Some(Queue::Tcp(tcp)) => self.accept_all(|| accept_queued(&tcp)).await,
                #[cfg(unix)]
                Some(Queue::Unix(unix)) => self.accept_all(|| accept_queued(&unix)).await,
                Some(Queue::Other(mut listener)) => {
                    self.accept_all(|| ready(accept_known(&mut listener))).await;
                }
                None => {}
            }
        };
        // While the listener is open, clients wait instead of trying another server.
        let _ = timeout(EMPTY_QUEUE, empty).await;
    }

    async fn accept_all<I, A, F>(&self, mut next: impl FnMut() -> F)
    where
        I: AsyncRead + AsyncWrite + Unpin + Send + 'static,
        A: Clone + Send + Sync + 'static,
        F: Future<Output = Option<(I, A)>>,
    {
        loop {
            let permit = self.permit().await;
            let Some((io, address)) = next().await else {
                return;
            };
            self.spawn(io, address, permit);
        }
    }

    /// Waits until one more connection is allowed. Until then, the operating system keeps it in its queue.
    async fn permit(&self) -> Option<OwnedSemaphorePermit> {
        // The semaphore is never closed.
        Arc::clone(&self.permits).acquire_owned().await.ok()
    }

    fn spawn<I, A>(&self, io: I, address: A, permit: Option<OwnedSemaphorePermit>)
    where
        I: AsyncRead + AsyncWrite + Unpin + Send + 'static,
        A: Clone + Send + Sync + 'static,
    {
        if self.tcp_nodelay
            && let Some(stream) = (&io as &dyn Any).downcast_ref::<TcpStream>()
        {
            // It fails if the client is gone, which the connection finds out by itself.
            let _ = stream.set_nodelay(true);
        }
        tokio::spawn(connection::serve(
            io,
            address,
            self.router.clone(),
            self.timeouts,
            self.phase.subscribe(),
            permit,
        ));
    }
}
