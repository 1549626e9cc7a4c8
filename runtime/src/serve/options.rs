//! The options of a server.

use std::{future::Future, time::Duration};

use super::server::Serve;

/// Stands for "never", since the time of a timer must not overflow.
const FAR_FUTURE: Duration = Duration::from_secs(86_400 * 365 * 30);

impl<L> Serve<L> {
    /// Sets how long the server goes on serving after it is asked to stop. The default is zero.
    ///
    /// While the server drains, load balancers stop sending it requests.
    ///
    /// - New connections are still accepted.
    /// - Each response over HTTP/1 has `Connection: close`, and its connection closes. A connection over HTTP/2 is
    ///   sent a `GOAWAY`, and closes after its requests.
    /// - Idle connections stay open, since a proxy may be writing to one.
    /// - [`Shutdown::is_draining`](crate::Shutdown::is_draining) is true, for a readiness route.
    ///
    /// Then the server stops. It accepts the connections in the queue of the operating system, and closes the
    /// listener and the idle connections. A connection that was just accepted has one more second for its first request.
    /// [`Shutdown::started`](crate::Shutdown::started) is ready, and the [`shutdown_timeout`](Self::shutdown_timeout)
    /// begins. A second signal cuts all connections, also before that.
    ///
    /// Set the time in which your load balancer notices that the readiness route fails, such as five seconds. The
    /// guide [`production`](crate::guide::production) has more about nginx and Kubernetes.
    ///
    /// A restart can still lose a request in these cases:
    ///
    /// - The handshake of a connection is under way when the listener closes.
    /// - A proxy writes to an idle connection exactly as the drain ends.
    /// - The queue is not empty after one second, for example because [`max_connections`](Self::max_connections) are
    ///   open.
    /// - A client sends a request over HTTP/1 before it has the response to the one before (pipelining).
    /// - The listener is neither a [`tokio::net::TcpListener`] nor a `tokio::net::UnixListener`. For other listeners, only
    ///   connections whose readiness tokio has seen are accepted.
    ///
    /// ```no_run
    /// # async fn run(listener: tokio::net::TcpListener, router: axum::Router) -> std::io::Result<()> {
    /// concentric::serve(listener, router)
    ///     .drain(std::time::Duration::from_secs(5))
    ///     .await
    /// # }
    /// ```
    pub fn drain(mut self, drain: Duration) -> Self {
        self.options.drain = drain;
        self
    }

    /// Sets how long open connections may take to finish after the server is asked to stop, and after its
    /// [drain time](Self::drain). The default is 30 seconds.
    ///
    /// Streams and WebSockets that end when [`Shutdown::started`](crate::Shutdown::started) is ready do not take that long.
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
