//! The connections that wait in the queue of a listener when the server stops.

use std::any::Any;

use axum::serve::Listener;
use futures_util::FutureExt;
use tokio::net::{TcpListener, TcpStream};

/// Returns the listener of the operating system, without the readiness that tokio knows of: a connection may have arrived
/// since. Returns any other listener unchanged.
pub(super) fn into_std<L: Listener>(listener: L) -> Result<std::net::TcpListener, Option<L>> {
    let mut listener = Some(listener);
    let tcp = (&mut listener as &mut dyn Any).downcast_mut::<Option<TcpListener>>();
    let tcp = tcp.and_then(Option::take);
    tcp.and_then(|tcp| tcp.into_std().ok()).ok_or(listener)
}

/// Accepts a connection that is in the queue.
pub(super) fn accept_queued(
    listener: &std::net::TcpListener,
) -> Option<(TcpStream, std::net::SocketAddr)> {
    // An error is that of a full process, or that the queue is empty.
    let (stream, address) = listener.accept().ok()?;
    stream.set_nonblocking(true).ok()?;
    Some((TcpStream::from_std(stream).ok()?, address))
}

/// Accepts a connection that a listener knows of.
pub(super) fn accept_known<L: Listener>(listener: &mut L) -> Option<(L::Io, L::Addr)> {
    listener.accept().now_or_never()
}
