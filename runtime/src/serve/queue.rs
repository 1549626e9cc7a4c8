//! The connections that wait in the queue of a listener when the server stops.

use std::{any::Any, io, net::SocketAddr, time::Duration};

use axum::serve::Listener;
use futures_util::FutureExt;
#[cfg(unix)]
use tokio::net::{UnixListener, UnixStream};
use tokio::{
    net::{TcpListener, TcpStream},
    task::unconstrained,
    time::sleep,
};

/// The time between two attempts to accept a connection, if the first one failed.
const RETRY: Duration = Duration::from_millis(10);

/// A listener that the server is about to close.
pub(super) enum Queue<L> {
    // Those of the operating system, without the readiness that tokio knows of: a connection may have arrived since.
    Tcp(std::net::TcpListener),
    #[cfg(unix)]
    Unix(std::os::unix::net::UnixListener),
    Other(L),
}

impl<L: Listener> Queue<L> {
    /// Returns `None` if tokio cannot give the listener back, which closes it.
    pub(super) fn new(listener: L) -> Option<Self> {
        let mut listener = Some(listener);
        if let Some(tcp) = take::<TcpListener>(&mut listener) {
            return tcp.into_std().ok().map(Self::Tcp);
        }
        #[cfg(unix)]
        if let Some(unix) = take::<UnixListener>(&mut listener) {
            return unix.into_std().ok().map(Self::Unix);
        }
        listener.map(Self::Other)
    }
}

/// Takes the value of an option if it is a `T`.
fn take<T: 'static>(option: &mut dyn Any) -> Option<T> {
    option.downcast_mut::<Option<T>>()?.take()
}

/// A listener of the operating system in nonblocking mode.
pub(super) trait SystemListener {
    type Io;
    type Addr;

    fn try_accept(&self) -> io::Result<(Self::Io, Self::Addr)>;
}

impl SystemListener for std::net::TcpListener {
    type Io = TcpStream;
    type Addr = SocketAddr;

    fn try_accept(&self) -> io::Result<(TcpStream, SocketAddr)> {
        let (stream, address) = self.accept()?;
        stream.set_nonblocking(true)?;
        Ok((TcpStream::from_std(stream)?, address))
    }
}

#[cfg(unix)]
impl SystemListener for std::os::unix::net::UnixListener {
    type Io = UnixStream;
    type Addr = tokio::net::unix::SocketAddr;

    fn try_accept(&self) -> io::Result<(UnixStream, tokio::net::unix::SocketAddr)> {
        let (stream, address) = self.accept()?;
        stream.set_nonblocking(true)?;
        Ok((UnixStream::from_std(stream)?, address.into()))
    }
}

/// Accepts a connection that is in the queue. Returns `None` if the queue is empty.
pub(super) async fn accept_queued<S: SystemListener>(listener: &S) -> Option<(S::Io, S::Addr)> {
    loop {
        match listener.try_accept() {
            Ok(accepted) => return Some(accepted),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => return None,
            // The client is gone, or the process has too many open files until a connection closes.
            Err(_) => sleep(RETRY).await,
        }
    }
}

/// Accepts a connection that a listener knows of.
pub(super) fn accept_known<L: Listener>(listener: &mut L) -> Option<(L::Io, L::Addr)> {
    // With tokio's budget, a listener that has more connections would look empty.
    unconstrained(listener.accept()).now_or_never()
}
