//! One connection, from its first byte until it closes or is upgraded.

use std::{future::poll_fn, pin::pin, task::Poll};

use axum::{Router, extract::ConnectInfo};
use hyper::{body::Incoming, service::service_fn};
use hyper_util::{
    rt::{TokioExecutor, TokioIo},
    server::conn::auto::Builder,
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    sync::{OwnedSemaphorePermit, watch},
    time::sleep,
};
use tower::Service;

use super::{
    head::{Head, Timeouts},
    io::ConnectionIo,
    phase::{Phase, reached},
};

/// Serves a connection. The socket keeps the permit and the phase until it is closed, also after an upgrade.
pub(super) async fn serve<I, A>(
    io: I,
    address: A,
    router: Router,
    timeouts: Timeouts,
    phase: watch::Receiver<Phase>,
    permit: Option<OwnedSemaphorePermit>,
) where
    I: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    A: Clone + Send + Sync + 'static,
{
    let head = Head::accepted(timeouts.header_read);
    let io = ConnectionIo::new(io, head.clone(), &phase, permit);
    let service = service_fn(|mut request: http::Request<Incoming>| {
        head.received_request(request.version());
        let peer = ConnectInfo(address.clone());
        request.extensions_mut().insert(peer);
        router.clone().call(request)
    });
    let builder = builder(&head, timeouts);
    let mut connection = pin!(builder.serve_connection_with_upgrades(TokioIo::new(io), service));

    let mut timer = pin!(sleep(timeouts.header_read));
    let mut next_phase = pin!(reached(phase.clone(), Phase::Stopping));
    let mut is_stopping = false;
    loop {
        tokio::select! {
            // After the phase has changed, the connection is polled once more and takes a request that has
            // already arrived.
            biased;
            // Its errors are those of the client and of the network.
            _ = connection.as_mut() => return,
            () = next_phase.as_mut() => {
                if is_stopping {
                    return;
                }
                is_stopping = true;
                connection.as_mut().graceful_shutdown();
                head.stop();
                next_phase.set(reached(phase.clone(), Phase::Cut));
            }
            () = poll_fn(|cx| {
                // What has arrived of a head is not a request yet.
                if is_stopping && head.is_awaited() {
                    return Poll::Ready(());
                }
                head.poll_is_late(timer.as_mut(), cx)
            }) => return,
        }
    }
}

fn builder(head: &Head, timeouts: Timeouts) -> Builder<TokioExecutor> {
    let mut builder = Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(head.clone())
        .header_read_timeout(timeouts.keep_alive);
    #[cfg(feature = "http2")]
    builder
        .http2()
        .timer(hyper_util::rt::TokioTimer::new())
        // A client in the middle of a head cannot answer a ping, nor can one that is gone.
        .keep_alive_interval(timeouts.header_read)
        .keep_alive_timeout(timeouts.header_read)
        // For WebSockets.
        .enable_connect_protocol();
    builder
}
