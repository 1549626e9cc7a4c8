//! `serve` and its options.

use std::{
    convert::Infallible,
    fmt,
    future::{Future, IntoFuture},
    io,
    time::Duration,
};

use axum::{
    Extension, Router,
    extract::ConnectInfo,
    serve::{IncomingStream, Listener},
};
use tokio::{sync::watch, time::sleep};
use tower::{Layer, service_fn};

use super::{
    cut::CutListener,
    stop::{Signals, Stop},
};
use crate::chain::BoxFuture;

/// Serves a router until the process is asked to stop, and lets pending requests finish.
///
/// It is [`axum::serve()`] with three additions. Use that function to leave one of them out:
///
/// - Handlers can extract `ConnectInfo<SocketAddr>`.
/// - SIGINT (Ctrl-C) and SIGTERM start a graceful shutdown. The server takes no new connections, closes idle
///   ones, and gives the others [some time](Serve::shutdown_timeout) to finish.
/// - Connections that are still open after that time, or at a second signal, are cut.
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
/// Returns an error if the server cannot listen for the signals of the process.
pub fn serve<L: Listener>(listener: L, router: Router) -> Serve<L> {
    Serve {
        listener,
        router,
        shutdown_timeout: Duration::from_secs(30),
        stop: None,
    }
}

/// A server that runs once it is awaited. [`serve`] returns it.
#[must_use = "a server does nothing until it is awaited"]
pub struct Serve<L> {
    listener: L,
    router: Router,
    shutdown_timeout: Duration,
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
        self.shutdown_timeout = shutdown_timeout;
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

impl<L> fmt::Debug for Serve<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Serve")
            .field("shutdown_timeout", &self.shutdown_timeout)
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
        let mut stop = match self.stop {
            Some(stop) => Stop::When(stop),
            None => Stop::Signals(Signals::new()?),
        };
        let (cut, is_cut) = watch::channel(false);
        let (stopping, mut is_stopping) = watch::channel(false);
        // Everything that does not depend on a request is done here, once.
        let router: Router = self.router.with_state(());
        let listener = CutListener {
            listener: self.listener,
            cut: is_cut,
        };
        // Each connection gets a router with the address of its peer.
        let connections = service_fn(move |stream: IncomingStream<'_, CutListener<L>>| {
            let peer = Extension(ConnectInfo(stream.remote_addr().clone()));
            let router = peer.layer(router.clone());
            async move { Ok::<_, Infallible>(router) }
        });
        let server = axum::serve(listener, connections).with_graceful_shutdown(async move {
            // The sender lives as long as the server.
            let _ = is_stopping.wait_for(|stopping| *stopping).await;
        });
        let finished = async {
            server.await?;
            // Connections that are no longer HTTP, such as a WebSocket.
            cut.closed().await;
            Ok(())
        };
        let out_of_time = async {
            stop.wait().await;
            stopping.send_replace(true);
            tokio::select! {
                () = sleep(self.shutdown_timeout) => {}
                () = stop.wait() => {}
            }
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
