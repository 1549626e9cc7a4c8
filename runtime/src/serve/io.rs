//! The socket of a connection.

use std::{
    io,
    pin::Pin,
    task::{Context, Poll},
};

use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    sync::{OwnedSemaphorePermit, watch},
};

use super::{cut::Cut, head::Head, phase::Phase};

/// The socket of a connection. It tells the [`Head`] when bytes arrive, and fails from the moment that the server
/// cuts it.
pub(super) struct ConnectionIo<I> {
    io: I,
    head: Head,
    // One for each direction: each wakes only the task that polled it last, and after an upgrade two tasks may
    // share the socket.
    read: Cut,
    write: Cut,
    /// The place among the connections that the server allows.
    _permit: Option<OwnedSemaphorePermit>,
}

impl<I: Unpin> ConnectionIo<I> {
    pub(super) fn new(
        io: I,
        head: Head,
        phase: &watch::Receiver<Phase>,
        permit: Option<OwnedSemaphorePermit>,
    ) -> Self {
        Self {
            io,
            head,
            read: Cut::new(phase.clone()),
            write: Cut::new(phase.clone()),
            _permit: permit,
        }
    }

    fn socket(&mut self) -> Pin<&mut I> {
        Pin::new(&mut self.io)
    }
}

impl<I: AsyncRead + Unpin> AsyncRead for ConnectionIo<I> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.read.check()?;
        let result = self.socket().poll_read(cx, buf);
        if result.is_ready() {
            self.head.received_bytes();
        }
        self.read.or_cut(result, cx)
    }
}

impl<I: AsyncWrite + Unpin> AsyncWrite for ConnectionIo<I> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.write.check()?;
        let result = self.socket().poll_write(cx, buf);
        self.write.or_cut(result, cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.write.check()?;
        let result = self.socket().poll_write_vectored(cx, bufs);
        self.write.or_cut(result, cx)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.write.check()?;
        let result = self.socket().poll_flush(cx);
        self.write.or_cut(result, cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        // Also after a cut: the client should see the end of the connection.
        let result = self.socket().poll_shutdown(cx);
        self.write.or_cut(result, cx)
    }
}
