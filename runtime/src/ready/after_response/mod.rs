//! `after_response`, which runs work when the response has been sent.

mod ending;
mod queue;
mod work;

use std::{future::Future, sync::Arc};

use axum::{extract::Request, response::Response};

pub use self::work::WorkResult;
use self::{
    ending::Ending,
    queue::{Queue, Shared},
};
use crate::{
    chain::{Chain, Middleware, Next, Provides},
    debug::opaque_debug,
    error::{HttpError, report_work},
};

/// Returns a middleware that provides an [`AfterResponse`], which runs work when the response has been sent.
///
/// The work of a request begins when the last byte of its response was handed to the server. It also begins if the client has
/// left by then. It runs in tasks of tokio, one after the other, in the order in which it was added. So it needs a
/// tokio runtime. [`RunAfterResponse::wait`] waits for it at shutdown.
///
/// An error of the work and a panic are logged if the feature `tracing` is on, and written to stderr if it is off.
/// [`RunAfterResponse::on_error`] replaces that. The following work still runs.
///
/// Starlette and FastAPI call such work [background tasks](https://www.starlette.io/background/).
///
/// # Examples
///
/// ```
/// use concentric::{HttpError, Provided, RunAfterResponse, after_response, app};
///
/// async fn send_receipt(address: String) -> std::io::Result<()> {
///     // ...
///     # let _ = address;
///     Ok(())
/// }
///
/// async fn order(after: Provided<concentric::AfterResponse>) -> &'static str {
///     after.run(send_receipt("ada@example.com".to_owned()));
///     "Thank you!"
/// }
///
/// app! {
///     fn shop(after: RunAfterResponse) -> axum::Router with [after] {
///         POST "/orders" => order,
///     }
/// }
///
/// # #[cfg(feature = "serve")]
/// async fn run(listener: tokio::net::TcpListener) -> std::io::Result<()> {
///     let after = after_response();
///     concentric::serve(listener, shop(after.clone())).await?;
///     after.wait().await;
///     Ok(())
/// }
/// ```
///
/// An application that waits for nothing lists `after_response()` itself.
pub fn after_response() -> RunAfterResponse {
    RunAfterResponse {
        shared: Shared::new(report_work),
    }
}

/// The middleware that [`after_response`] returns. A clone waits for the same work.
#[derive(Clone)]
#[must_use = "a middleware runs only in a list"]
pub struct RunAfterResponse {
    shared: Arc<Shared>,
}

impl RunAfterResponse {
    /// Calls `report` with each error of the work, in place of logging it.
    ///
    /// An error that is not an [`HttpError`] is the source of a 500. A panic is a 500 whose source has its
    /// message.
    ///
    /// # Examples
    ///
    /// ```
    /// use concentric::{HttpError, after_response};
    ///
    /// let after = after_response().on_error(|error: &HttpError| {
    ///     eprintln!("{error}: {:?}", error.source());
    /// });
    /// ```
    pub fn on_error(self, report: impl Fn(&HttpError) + Send + Sync + 'static) -> Self {
        Self {
            shared: self.shared.reporting(report),
        }
    }

    /// Waits for the requests that are in this middleware or its clones, and for their work.
    ///
    /// Call it after [`serve`](crate::serve()) has returned, since a runtime drops its tasks when it shuts down. Work that
    /// never ends keeps it waiting; `tokio::time::timeout` limits that.
    pub async fn wait(&self) {
        self.shared.wait().await;
    }
}

/// Adds work that begins when the response has been sent. See [`after_response`].
#[derive(Clone)]
pub struct AfterResponse {
    queue: Arc<Queue>,
}

impl AfterResponse {
    /// Adds work, which begins when the response has been sent and all work that was added earlier is done.
    ///
    /// It returns `()`, or a `Result<(), E>` whose error is reported. It also runs if the response is an error, or if the
    /// client leaves before there is a response. Work added after the response has been sent begins at once.
    ///
    /// The work is reported as an error and does not run if there is no tokio runtime.
    pub fn run<F>(&self, work: F)
    where
        F: Future<Output: WorkResult> + Send + 'static,
    {
        self.queue.add(work::spawnable(work));
    }
}

impl Provides for RunAfterResponse {
    type Types = (AfterResponse,);
}

impl<S: Send + Sync + 'static> Middleware<S> for RunAfterResponse {
    async fn handle<'a, E: Chain<S>>(
        &'a self,
        req: Request,
        next: Next<'a, Self::Types, S, E>,
    ) -> Response {
        let queue = Queue::new(&self.shared);
        // It also ends the queue if this future is dropped.
        let ending = Ending::of(&queue);
        let response = next.provide(AfterResponse { queue }).run(req).await;
        ending.after(response)
    }
}

opaque_debug! {
    AfterResponse,
    RunAfterResponse,
}
