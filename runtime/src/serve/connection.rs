//! One connection, from its first byte until it closes or is upgraded.

use std::{future::poll_fn, pin::pin};

use axum::{Router, extract::ConnectInfo};
use futures_util::TryFutureExt;
use http::{Extensions, Request};
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
    activity::Activity,
    head::{Deadline, Timeouts},
    io::ConnectionIo,
    phase::{Phase, reached},
    shutdown::Shutdown,
    unread::ReadToEnd,
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
    let shutdown = Shutdown::new(phase.clone());
    let activity = Activity::new(shutdown.clone());
    let mut deadline = Deadline::new(activity.clone(), timeouts);
    let io = ConnectionIo::new(io, activity.clone(), &phase, permit);
    let extensions = extensions(address, shutdown);
    let service = service_fn(|mut request: Request<Incoming>| {
        let exchange = activity.begin(&request);
        request.extensions_mut().extend(extensions.clone());
        let request = ReadToEnd::new(request).map(|body| activity.track(body));
        // Not an async block, which would move the future and the response once more.
        router
            .clone()
            .call(request)
            .map_ok(move |response| exchange.respond(response))
    });
    let builder = builder(timeouts);
    let mut connection = pin!(builder.serve_connection_with_upgrades(TokioIo::new(io), service));

    let mut timer = pin!(sleep(timeouts.header_read));
    let mut next = Phase::Draining;
    let mut next_phase = pin!(reached(phase.clone(), next));
    let mut is_ending = false;
    loop {
        tokio::select! {
            // The connection first: it takes a request that has already arrived.
            biased;
            // Its errors are those of the client and of the network.
            _ = connection.as_mut() => return,
            () = next_phase.as_mut() => {
                deadline.enter(next);
                // The server cuts the connection.
                let Some(later) = next.next() else { return };
                next = later;
                next_phase.set(reached(phase.clone(), next));
            }
            () = poll_fn(|cx| deadline.poll(timer.as_mut(), cx)) => {
                // It is late again.
                if is_ending {
                    return;
                }
                is_ending = true;
                connection.as_mut().graceful_shutdown();
                deadline.end();
            }
        }
    }
}

/// Returns what each request of a connection starts with.
///
/// The table of the extensions has room for three or for seven, and axum adds three to these two. A clone has the room of
/// the original, so no request moves its entries to a larger table.
fn extensions<A: Clone + Send + Sync + 'static>(address: A, shutdown: Shutdown) -> Extensions {
    #[derive(Clone)]
    struct Room<const N: usize>;
    let mut extensions = Extensions::new();
    extensions.insert(ConnectInfo(address));
    extensions.insert(shutdown);
    extensions.insert(Room::<0>);
    extensions.insert(Room::<1>);
    extensions.remove::<Room<0>>();
    extensions.remove::<Room<1>>();
    extensions
}

// Without HTTP/2, the defaults of hyper are used.
#[cfg_attr(not(feature = "http2"), expect(unused_mut, unused_variables))]
fn builder(timeouts: Timeouts) -> Builder<TokioExecutor> {
    let mut builder = Builder::new(TokioExecutor::new());
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
