//! axum's server, with connect info and a graceful shutdown.

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

/// Serves a router until the process is asked to stop, and then lets requests that are under way
/// finish.
///
/// It is [`axum::serve()`] with three things that a server in production wants; take that one to leave
/// any of them out, or to have them in another way:
///
/// - `ConnectInfo<SocketAddr>` can be extracted;
/// - SIGINT (Ctrl-C) and SIGTERM end it gracefully: no new connections are taken, idle ones are
///   closed, and the rest have [some time](Serve::shutdown_timeout) to finish;
/// - what is still open after that time, or at a second signal, is cut.
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

/// A server that is about to run: `.await` it. Probed by [`serve`].
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
    ///
    /// ```no_run
    /// # async fn run(listener: tokio::net::TcpListener, router: axum::Router) -> std::io::Result<()> {
    /// concentric::serve(listener, router)
    ///     .shutdown_timeout(std::time::Duration::from_secs(5))
    ///     .await
    /// # }
    /// ```
    pub fn shutdown_timeout(mut self, grace: Duration) -> Self {
        self.grace = grace;
        self
    }

    /// What asks the server to stop, in place of SIGINT and SIGTERM.
    ///
    /// ```no_run
    /// # async fn run(listener: tokio::net::TcpListener, router: axum::Router) -> std::io::Result<()> {
    /// let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    /// // Keep `stop`, and drop it or send on it to end the server.
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
        let mut stop = match self.stop {
            Some(stop) => Stop::When(stop),
            None => Stop::Signals(Signals::new()?),
        };
        let (cut, is_cut) = watch::channel(false);
        let (stopping, mut is_stopping) = watch::channel(false);
        // All that can be done before there is a request.
        let router: Router = self.router.with_state(());
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
            // The sender is there as long as the server is.
            let _ = is_stopping.wait_for(|stopping| *stopping).await;
        });
        let finished = async {
            server.await?;
            // The connections that are no longer HTTP, such as a WebSocket.
            cut.closed().await;
            Ok(())
        };
        let out_of_time = async {
            stop.wait().await;
            stopping.send_replace(true);
            tokio::select! {
                () = sleep(self.grace) => {}
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
