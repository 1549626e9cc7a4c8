//! `Shutdown`, which tells handlers that the server is about to stop.

use std::{convert::Infallible, fmt, sync::Arc};

use axum::extract::FromRequestParts;
use http::request::Parts;
use tokio::sync::watch;

use super::phase::{Phase, reached};

/// Tells a handler or a middleware whether the server is about to stop.
///
/// It is an argument, which [`serve`](crate::serve()) puts into each request. Without `serve`, `is_draining` returns
/// `false`.
///
/// A readiness route is a 503 while the server [drains](crate::Serve::drain), so that new requests go elsewhere:
///
/// ```
/// use axum::{Router, http::StatusCode};
/// use concentric::{Shutdown, app};
///
/// async fn ready(shutdown: Shutdown) -> StatusCode {
///     if shutdown.is_draining() {
///         StatusCode::SERVICE_UNAVAILABLE
///     } else {
///         StatusCode::OK
///     }
/// }
///
/// app! {
///     fn site() -> Router {
///         GET "/ready" => ready,
///     }
/// }
/// # use tower::ServiceExt;
/// # #[tokio::main]
/// # async fn main() {
/// #     let request = concentric::Request::get("/ready").body(axum::body::Body::empty()).unwrap();
/// #     assert_eq!(site().oneshot(request).await.unwrap().status(), 200);
/// # }
/// ```
#[derive(Clone, Default)]
pub struct Shutdown {
    /// Shared by the requests of a connection, since the count of receivers is shared by all connections.
    phase: Option<Arc<watch::Receiver<Phase>>>,
}

impl Shutdown {
    pub(super) fn new(phase: watch::Receiver<Phase>) -> Self {
        Self {
            phase: Some(Arc::new(phase)),
        }
    }

    /// Returns whether the server has been asked to stop, or is dropped.
    #[must_use]
    pub fn is_draining(&self) -> bool {
        let is_draining = |phase: &Arc<watch::Receiver<Phase>>| {
            *phase.borrow() != Phase::Running
                // The server was dropped.
                || phase.has_changed().is_err()
        };
        self.phase.as_ref().is_some_and(is_draining)
    }

    /// Waits until the [drain time](crate::Serve::drain) has passed, or until the server is dropped.
    ///
    /// From then on, the server takes no connections, and waits for open responses and upgraded connections.
    ///
    /// A stream or a WebSocket that ends then does not hold the server until the end of its
    /// [`shutdown_timeout`](crate::Serve::shutdown_timeout). Its client connects again, and reaches another server.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::convert::Infallible;
    ///
    /// use axum::response::{Sse, sse::Event};
    /// use concentric::Shutdown;
    /// use futures_util::{Stream, StreamExt, stream};
    ///
    /// async fn events(shutdown: Shutdown) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    ///     let events = stream::pending(); // those of the application
    ///     Sse::new(events.take_until(shutdown.started()))
    /// }
    /// # let _ = events;
    /// ```
    ///
    /// ```
    /// use std::pin::pin;
    ///
    /// use axum::{
    ///     extract::{
    ///         WebSocketUpgrade,
    ///         ws::{Message, WebSocket},
    ///     },
    ///     response::Response,
    /// };
    /// use concentric::Shutdown;
    ///
    /// async fn echo(upgrade: WebSocketUpgrade, shutdown: Shutdown) -> Response {
    ///     upgrade.on_upgrade(async |mut socket: WebSocket| {
    ///         let mut started = pin!(shutdown.started());
    ///         loop {
    ///             tokio::select! {
    ///                 Some(Ok(message)) = socket.recv() => drop(socket.send(message).await),
    ///                 () = &mut started => {
    ///                     drop(socket.send(Message::Close(None)).await);
    ///                     break;
    ///                 }
    ///                 else => break, // the client has left
    ///             }
    ///         }
    ///     })
    /// }
    /// # let _ = echo;
    /// ```
    pub async fn started(self) {
        match self.phase {
            Some(phase) => reached((*phase).clone(), Phase::Stopping).await,
            None => std::future::pending().await,
        }
    }
}

impl fmt::Debug for Shutdown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shutdown")
            .field("is_draining", &self.is_draining())
            .finish_non_exhaustive()
    }
}

impl<S: Sync> FromRequestParts<S> for Shutdown {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get().cloned().unwrap_or_default())
    }
}
