//! The connections that wait in the queue of a listener when the server stops.

use std::{any::Any, io, net::SocketAddr, time::Duration};

use axum::serve::Listener;
use futures_util::FutureExt;
use tokio::{
    net::{TcpListener, TcpStream},
    task::unconstrained,
    time::sleep,
};

/// The time between two attempts to accept a connection, if the first one failed.
const RETRY: Duration = Duration::from_millis(10);

/// Returns the listener of the operating system, without the readiness that tokio knows of: a connection may have arrived
/// since. Returns any other listener unchanged.
pub(super) fn into_std<L: Listener>(listener: L) -> Result<std::net::TcpListener, Option<L>> {
    let mut listener = Some(listener);
    let tcp = (&mut listener as &mut dyn Any).downcast_mut::<Option<TcpListener>>();
    let tcp = tcp.and_then(Option::take);
    tcp.and_then(|tcp| tcp.into_std().ok()).ok_or(listener)
}

/// Accepts a connection that is in the queue. Returns `None` if the queue is empty.
pub(super) async fn accept_queued(
    listener: &std::net::TcpListener,
) -> Option<(TcpStream, SocketAddr)> {
    loop {
        match listener.accept().and_then(into_tokio) {
            Ok(accepted) => return Some(accepted),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => return None,
            // The client is gone, or the process has too many open files until a connection closes.
            Err(_) => sleep(RETRY).await,
        }
    }
}

fn into_tokio(
    (stream, address): (std::net::TcpStream, SocketAddr),
) -> io::Result<(TcpStream, SocketAddr)> {
    stream.set_nonblocking(true)?;
    Ok((TcpStream::from_std(stream)?, address))
}

/// Accepts a connection that a listener knows of.
pub(super) fn accept_known<L: Listener>(listener: &mut L) -> Option<(L::Io, L::Addr)> {
    // With tokio's budget, a listener that has more connections would look empty.
    unconstrained(listener.accept()).now_or_never()
}
