//! `serve` and its options.

use std::{
    fmt,
    future::{Future, IntoFuture},
    io,
    time::Duration,
};

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
///   ones, and gives the others [some time](Serve::shutdown_timeout) to finish.
/// - Connections that are still open after that time, or at a second signal, are cut.
/// - A client has [some time](Serve::header_read_timeout) to send the head of a request, and an idle connection
///   [some time](Serve::keep_alive_timeout) until the next one.
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
    options: Options,
    stop: Option<BoxFuture<'static, ()>>,
}

impl<L> Serve<L> {
    /// Sets how long open connections may take to finish after the server is asked to stop. The default is
    /// 30 seconds.
    ///
    /// ```no_run
    /// # async fn run(listener: tokio::net::TcpListener, router: axum::Router) -> std::io::Result<()> {
    /// concentric::serve(listener, router)
    ///     .shutdown_timeout(std::time::Duration::from_secs(5))
    ///     .await
    /// # }
    /// ```
    pub fn shutdown_timeout(mut self, shutdown_timeout: Duration) -> Self {
        self.options.shutdown_timeout = shutdown_timeout;
        self
    }

    /// Sets how long a client may take to send the head of a request: its request line and its headers. The default
    /// is 30 seconds. After that time the connection is closed without a response.
    ///
    /// The time of the first request starts with the connection, so a client that sends nothing at all is covered,
    /// too. The time of a later request starts with its first byte. Until then the connection is
    /// idle, which the [`keep_alive_timeout`](Self::keep_alive_timeout) covers.
    ///
    /// At a shutdown, a client that has sent only a part of a head has one second for the rest.
    ///
    /// The body of a request is not covered. tower-http's `RequestBodyTimeoutLayer` limits the time between two
    /// pieces of it, and its `TimeoutLayer` the time until a response. A client that does not read its response
    /// is not covered, either.
    ///
    /// ```no_run
    /// # async fn run(listener: tokio::net::TcpListener, router: axum::Router) -> std::io::Result<()> {
    /// concentric::serve(listener, router)
    ///     .header_read_timeout(std::time::Duration::from_secs(5))
    ///     .await
    /// # }
    /// ```
    pub fn header_read_timeout(mut self, header_read_timeout: Duration) -> Self {
        self.options.timeouts.header_read = header_read_timeout.min(FAR_FUTURE);
        self
    }

    /// Sets how long a connection may be idle between two requests. The default is 75 seconds.
    ///
    /// Behind a proxy that keeps its connections open, it must be longer than the proxy's own time. Otherwise the
    /// proxy sends a request just as the server closes the connection, and answers 502. The default is longer than
    /// the 60 seconds of nginx and of the load balancers of AWS.
    ///
    /// A connection that has served a WebSocket over HTTP/2 stays open.
    ///
    /// ```no_run
    /// # async fn run(listener: tokio::net::TcpListener, router: axum::Router) -> std::io::Result<()> {
    /// concentric::serve(listener, router)
    ///     .keep_alive_timeout(std::time::Duration::from_secs(620))
    ///     .await
    /// # }
    /// ```
    pub fn keep_alive_timeout(mut self, keep_alive_timeout: Duration) -> Self {
        self.options.timeouts.keep_alive = keep_alive_timeout.min(FAR_FUTURE);
        self
    }

    /// Sets how many connections may be open at the same time. There is no limit by default.
    ///
    /// Further ones wait in the queue of the operating system until one closes. A connection counts until its
    /// socket is closed: also while it is idle, and as a WebSocket. With 0, the server serves nothing.
    ///
    /// ```no_run
    /// # async fn run(listener: tokio::net::TcpListener, router: axum::Router) -> std::io::Result<()> {
    /// concentric::serve(listener, router).max_connections(10_000).await
    /// # }
    /// ```
    pub fn max_connections(mut self, max_connections: usize) -> Self {
        self.options.max_connections = Some(max_connections);
        self
    }

    /// Sets whether TCP connections have `TCP_NODELAY`. The default is `true`: the system sends what the server
    /// writes at once, and does not wait for more. It applies if the connections of the listener are
    /// [`tokio::net::TcpStream`].
    ///
    /// ```no_run
    /// # async fn run(listener: tokio::net::TcpListener, router: axum::Router) -> std::io::Result<()> {
    /// concentric::serve(listener, router).tcp_nodelay(false).await
    /// # }
    /// ```
    pub fn tcp_nodelay(mut self, tcp_nodelay: bool) -> Self {
        self.options.tcp_nodelay = tcp_nodelay;
        self
    }

    /// Stops the server when this future is ready, instead of on SIGINT or SIGTERM.
    ///
    /// ```no_run
    /// # async fn run(listener: tokio::net::TcpListener, router: axum::Router) -> std::io::Result<()> {
    /// let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    /// // Keep `stop`. Drop it, or send on it, to stop the server.
    /// concentric::serve(listener, router)
    ///     .with_graceful_shutdown(async { drop(stopped.await) })
    ///     .await
    /// # }
    /// ```
    pub fn with_graceful_shutdown(
        mut self,
        stop: impl Future<Output = ()> + Send + 'static,
    ) -> Self {
        self.stop = Some(Box::pin(stop));
        self
    }
}

/// Stands for "never", since the time of a timer must not overflow.
const FAR_FUTURE: Duration = Duration::from_secs(86_400 * 365 * 30);

impl<L> fmt::Debug for Serve<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let options = &self.options;
        f.debug_struct("Serve")
            .field("header_read_timeout", &options.timeouts.header_read)
            .field("keep_alive_timeout", &options.timeouts.keep_alive)
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
