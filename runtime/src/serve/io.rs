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

use super::{activity::Activity, cut::Cut, phase::Phase};

/// The socket of a connection. It records its [`Activity`]. Once it may be upgraded, it fails from the moment that the
/// server cuts it. Before that, the task of the connection ends it.
pub(super) struct ConnectionIo<I> {
    io: I,
    activity: Activity,
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
        activity: Activity,
        phase: &watch::Receiver<Phase>,
        permit: Option<OwnedSemaphorePermit>,
    ) -> Self {
        Self {
            io,
            activity,
            read: Cut::new(phase.clone()),
            write: Cut::new(phase.clone()),
            _permit: permit,
        }
    }

    fn poll_reading<T>(
        &mut self,
        cx: &mut Context<'_>,
        poll: impl FnOnce(Pin<&mut I>, &mut Context<'_>) -> Poll<io::Result<T>>,
    ) -> Poll<io::Result<T>> {
        let result = poll(Pin::new(&mut self.io), cx);
        if result.is_ready() {
            self.activity.received();
        }
        if self.activity.may_be_upgraded() {
            return self.read.or_cut(result, cx);
        }
        result
    }

    fn poll_writing<T>(
        &mut self,
        cx: &mut Context<'_>,
        poll: impl FnOnce(Pin<&mut I>, &mut Context<'_>) -> Poll<io::Result<T>>,
    ) -> Poll<io::Result<T>> {
        let result = poll(Pin::new(&mut self.io), cx);
        self.activity.wrote(result.is_pending());
        if self.activity.may_be_upgraded() {
            return self.write.or_cut(result, cx);
        }
        result
    }
}

impl<I: AsyncRead + Unpin> AsyncRead for ConnectionIo<I> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.poll_reading(cx, |io, cx| io.poll_read(cx, buf))
    }
}

impl<I: AsyncWrite + Unpin> AsyncWrite for ConnectionIo<I> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.poll_writing(cx, |io, cx| io.poll_write(cx, buf))
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.poll_writing(cx, |io, cx| io.poll_write_vectored(cx, bufs))
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.poll_writing(cx, AsyncWrite::poll_flush)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.poll_writing(cx, AsyncWrite::poll_shutdown)
    }
}
