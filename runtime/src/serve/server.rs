//! `serve`, and the future that it returns.

use std::{fmt, future::IntoFuture, io, time::Duration};

use axum::{Router, serve::Listener};

use super::{
    accept::{self, Options},
    head::Timeouts,
    stop::{Signals, Stop},
};
use crate::chain::BoxFuture;

/// Serves a router until the process is asked to stop, and lets pending requests finish.
///
/// It serves as [`axum::serve()`] does, with these additions. If you do not want them, use that function:
///
/// - Handlers can extract `ConnectInfo<SocketAddr>`.
/// - SIGINT (Ctrl-C) and SIGTERM start a graceful shutdown. The server takes no new connections, closes idle
///   ones, and gives the others [30 seconds](Serve::shutdown_timeout) to finish. Behind a proxy, it should
///   [drain](Serve::drain) first. Handlers can extract [`Shutdown`](crate::Shutdown).
/// - Connections that are still open after that time, or at a second signal, are cut.
/// - A client has [30 seconds](Serve::header_read_timeout) to send the head of a request. An idle connection closes
///   after [75 seconds](Serve::keep_alive_timeout).
/// - A body that no handler reads to its end is read and discarded: up to 1 MiB, within a second. So a rejected upload
///   gets its response, also behind a proxy, which answers 502 if the connection closes while it sends.
/// - TCP connections have [`TCP_NODELAY`](Serve::tcp_nodelay).
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
/// # HTTP/2
///
/// With the feature `http2`, clients can speak HTTP/2 "with prior knowledge", as gRPC clients do without TLS. A
/// client over TLS needs a listener that does TLS and offers `h2`. A client that has sent nothing for the
/// [`header_read_timeout`](Serve::header_read_timeout) is sent a ping, and has that time again to answer it.
/// All other limits are those of hyper, such as 200 concurrent requests for each connection.
///
/// # A socket from outside
///
/// A process can inherit its listening socket, for example from a systemd `.socket` unit. tokio needs a socket in
/// nonblocking mode:
///
/// ```no_run
/// # fn router() -> axum::Router { axum::Router::new() }
/// # async fn run(socket: std::net::TcpListener) -> std::io::Result<()> {
/// // With the crate `listenfd`: `let socket = ListenFd::from_env().take_tcp_listener(0)?`
/// socket.set_nonblocking(true)?;
/// let listener = tokio::net::TcpListener::from_std(socket)?;
/// concentric::serve(listener, router()).await
/// # }
/// ```
///
/// # Errors
///
/// Returns an error if the server cannot listen for the signals of the process. Errors of a connection end only
/// that connection.
pub fn serve<L: Listener>(listener: L, router: Router) -> Serve<L> {
    Serve {
        listener,
        router,
        options: Options {
            timeouts: Timeouts {
                header_read: Duration::from_secs(30),
                keep_alive: Duration::from_secs(75),
            },
            drain: Duration::ZERO,
            shutdown_timeout: Duration::from_secs(30),
            max_connections: None,
            tcp_nodelay: true,
        },
        stop: None,
    }
}

/// A server that runs once it is awaited. [`serve`] returns it.
#[must_use = "a server does nothing until it is awaited"]
pub struct Serve<L> {
    listener: L,
    router: Router,
    pub(super) options: Options,
    pub(super) stop: Option<BoxFuture<'static, ()>>,
}

impl<L> fmt::Debug for Serve<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let options = &self.options;
        f.debug_struct("Serve")
            .field("header_read_timeout", &options.timeouts.header_read)
            .field("keep_alive_timeout", &options.timeouts.keep_alive)
            .field("drain", &options.drain)
            .field("shutdown_timeout", &options.shutdown_timeout)
            .field("max_connections", &options.max_connections)
            .field("tcp_nodelay", &options.tcp_nodelay)
            .finish_non_exhaustive()
    }
}

impl<L> IntoFuture for Serve<L>
where
    L: Listener,
    L::Addr: Clone + Send + Sync + 'static,
{
    type Output = io::Result<()>;
    type IntoFuture = BoxFuture<'static, io::Result<()>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let stop = match self.stop {
                Some(stop) => Stop::When(stop),
                None => Stop::Signals(Signals::new()?),
            };
            // Everything that does not depend on a request is done here, once.
            let router = self.router.with_state(());
            accept::run(self.listener, router, self.options, stop).await;
            Ok(())
        })
    }
}
