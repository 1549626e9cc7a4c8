//! Serving a router: axum's server, with connect info and a graceful shutdown on a signal.

use std::{
    convert::Infallible,
    fmt,
    future::{Future, IntoFuture},
    io,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    Extension, Router,
    extract::ConnectInfo,
    serve::{IncomingStream, Listener},
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    sync::watch,
    time::sleep,
};
use tower::{Layer, service_fn};

use crate::endpoint::BoxFuture;

/// Serves a router until the process is asked to stop, and then lets requests that are under way
/// finish.
///
/// It is [`axum::serve()`] with three things that a server in production wants; take that one to leave
/// any of them out, or to have them in another way:
///
/// - `ConnectInfo<SocketAddr>` can be extracted;
/// - SIGINT (Ctrl-C) and SIGTERM end it gracefully: no new connections are taken, idle ones are
///   closed, and the rest have [some time](Serve::grace) to finish;
/// - what is still open after that time is cut.
///
/// ```no_run
/// # fn router() -> axum::Router { axum::Router::new() }
/// #[tokio::main]
/// async fn main() -> std::io::Result<()> {
///     let listener = tokio::net::TcpListener::bind("127.0.0.1:8000").await?;
///     concentric::serve(listener, router()).await
/// }
/// ```
///
/// # Errors
///
/// Where the signals of the process cannot be listened to.
pub fn serve<L: Listener>(listener: L, router: Router) -> Serve<L> {
    Serve {
        listener,
        router,
        grace: Duration::from_secs(30),
        stop: None,
    }
}

/// A server that is about to run: `.await` it. Made by [`serve`].
#[must_use = "a server does nothing until it is awaited"]
pub struct Serve<L> {
    listener: L,
    router: Router,
    grace: Duration,
    stop: Option<BoxFuture<'static, ()>>,
}

impl<L> Serve<L> {
    /// How long open connections may take to finish, once the server is asked to stop. 30 seconds
    /// unless told.
    pub fn grace(mut self, grace: Duration) -> Self {
        self.grace = grace;
        self
    }

    /// What asks the server to stop, in place of SIGINT and SIGTERM.
    pub fn until(mut self, stop: impl Future<Output = ()> + Send + 'static) -> Self {
        self.stop = Some(Box::pin(stop));
        self
    }
}

impl<L> fmt::Debug for Serve<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Serve")
            .field("grace", &self.grace)
            .finish_non_exhaustive()
    }
}

impl<L> IntoFuture for Serve<L>
where
    L: Listener,
    L::Addr: Clone + Send + Sync + 'static + fmt::Debug,
{
    type Output = io::Result<()>;
    type IntoFuture = BoxFuture<'static, io::Result<()>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.run())
    }
}

impl<L> Serve<L>
where
    L: Listener,
    L::Addr: Clone + Send + Sync + 'static + fmt::Debug,
{
    async fn run(self) -> io::Result<()> {
        let stop = match self.stop {
            Some(stop) => stop,
            None => Box::pin(signal()?),
        };
        let (cut, is_cut) = watch::channel(false);
        let (stopping, mut is_stopping) = watch::channel(false);
        let router = self.router;
        let listener = CutListener {
            listener: self.listener,
            cut: is_cut,
        };
        // One router a connection, which knows the address of its peer.
        let connections = service_fn(move |stream: IncomingStream<'_, CutListener<L>>| {
            let peer = Extension(ConnectInfo(stream.remote_addr().clone()));
            let router = peer.layer(router.clone());
            async move { Ok::<_, Infallible>(router) }
        });
        let server = axum::serve(listener, connections).with_graceful_shutdown(async move {
            stop.await;
            stopping.send_replace(true);
        });
        let finished = async {
            server.await?;
            // The connections that are no longer HTTP, such as a WebSocket.
            cut.closed().await;
            Ok(())
        };
        let out_of_time = async {
            if is_stopping.wait_for(|stopping| *stopping).await.is_err() {
                std::future::pending::<()>().await;
            }
            sleep(self.grace).await;
        };
        tokio::select! {
            result = finished => result,
            () = out_of_time => {
                cut.send_replace(true);
                Ok(())
            }
        }
    }
}

/// Resolves when the process is asked to stop.
#[cfg(unix)]
fn signal() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Resolves when the process is asked to stop.
#[cfg(not(unix))]
fn signal() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    Ok(async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}

/// A listener whose connections can all be cut at once.
struct CutListener<L> {
    listener: L,
    cut: watch::Receiver<bool>,
}

impl<L: Listener> Listener for CutListener<L> {
    type Io = CutIo<L::Io>;
    type Addr = L::Addr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        let (io, addr) = self.listener.accept().await;
        let mut cut = self.cut.clone();
        let io = CutIo {
            io,
            cut: Box::pin(async move {
                // The sender is gone when the server is, and then there is nothing to cut.
                if cut.wait_for(|cut| *cut).await.is_err() {
                    std::future::pending::<()>().await;
                }
            }),
            is_cut: false,
        };
        (io, addr)
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        self.listener.local_addr()
    }
}

/// A connection that fails from the moment on that it is cut.
struct CutIo<I> {
    io: I,
    cut: BoxFuture<'static, ()>,
    is_cut: bool,
}

impl<I: Unpin> CutIo<I> {
    /// The connection, while it is not cut. Whoever asks is woken when it is.
    fn whole(&mut self, cx: &mut Context<'_>) -> io::Result<Pin<&mut I>> {
        self.is_cut = self.is_cut || self.cut.as_mut().poll(cx).is_ready();
        if self.is_cut {
            return Err(io::Error::new(
                io::ErrorKind::ConnectionAborted,
                "the server has stopped",
            ));
        }
        Ok(Pin::new(&mut self.io))
    }
}

impl<I: AsyncRead + Unpin> AsyncRead for CutIo<I> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.whole(cx)?.poll_read(cx, buf)
    }
}

impl<I: AsyncWrite + Unpin> AsyncWrite for CutIo<I> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.whole(cx)?.poll_write(cx, buf)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.whole(cx)?.poll_write_vectored(cx, bufs)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.whole(cx)?.poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_shutdown(cx)
    }
}
