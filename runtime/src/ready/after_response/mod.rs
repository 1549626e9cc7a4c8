//! `after_response`, which runs background tasks when the response has been sent.

mod queue;
mod task;

use std::{future::Future, sync::Arc};

use axum::{extract::Request, response::Response};
use tokio::sync::mpsc::UnboundedSender;
use tokio_util::task::TaskTracker;

pub use self::task::TaskResult;
use self::{
    queue::{Queue, Report},
    task::Task,
};
use crate::{
    chain::{Chain, Middleware, Next, Provides},
    debug::opaque_debug,
    error::{HttpError, report_task},
};

/// Returns a middleware that provides an [`AfterResponse`], which runs background tasks when the response has been sent.
///
/// The tasks of a request start when the server drops the body of the response: it has the last byte, or the client has left.
/// They run one after the other, in the order in which they were added. [`AfterResponseLayer::wait`] waits for them at
/// shutdown.
///
/// An error of a task and a panic are logged if the feature `tracing` is on, and written to stderr if it is off.
/// [`AfterResponseLayer::on_error`] replaces that. The following tasks still run.
///
/// Starlette and FastAPI call them [background tasks](https://www.starlette.io/background/) as well.
///
/// List it outside of what replaces the body of a response, since the tasks would start too early. Inside of
/// [`problem_details`](crate::problem_details()) and of [`debug_errors`](crate::debug_errors()), it does not compile. axum drops
/// the body of the response to a `HEAD` request, so its tasks may start before the head has been sent.
///
/// # Panics
///
/// The middleware panics on a request outside of a tokio runtime.
///
/// # Examples
///
/// ```
/// use concentric::{AfterResponse, AfterResponseLayer, Provided, after_response, app};
///
/// async fn send_receipt(address: String) -> std::io::Result<()> {
///     // ...
///     # let _ = address;
///     Ok(())
/// }
///
/// async fn order(after: Provided<AfterResponse>) -> &'static str {
///     after.run(send_receipt("ada@example.com".to_owned()));
///     "Thank you!"
/// }
///
/// app! {
///     fn shop(after: AfterResponseLayer) -> axum::Router with [after] {
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
/// An application that does not wait at shutdown lists `after_response()` itself.
pub fn after_response() -> AfterResponseLayer {
    AfterResponseLayer {
        tracker: TaskTracker::new(),
        report: Arc::new(report_task),
    }
}

/// The middleware that [`after_response`] returns. A clone waits for the same tasks.
#[derive(Clone)]
#[must_use = "a middleware runs only in a list"]
pub struct AfterResponseLayer {
    tracker: TaskTracker,
    report: Report,
}

impl AfterResponseLayer {
    /// Calls `report` with each error of a task, in place of logging it.
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
    pub fn on_error(mut self, report: impl Fn(&HttpError) + Send + Sync + 'static) -> Self {
        self.report = Arc::new(report);
        self
    }

    /// Waits for the requests that are in this middleware or its clones, and for their tasks, until no [`AfterResponse`] is
    /// left that could add one.
    ///
    /// Call it after [`serve`](crate::serve()) has returned, since a runtime drops its tasks when it shuts down. A task that
    /// never ends keeps it waiting; `tokio::time::timeout` limits that.
    pub async fn wait(&self) {
        // A closed tracker still gives tokens. It lets `wait` return once there are none.
        self.tracker.close();
        self.tracker.wait().await;
    }
}

/// Adds background tasks that start when the response has been sent. See [`after_response`].
#[derive(Clone)]
pub struct AfterResponse(UnboundedSender<Task>);

impl AfterResponse {
    /// Adds a task, which starts when the response has been sent and all tasks that were added earlier are done.
    ///
    /// It returns `()`, or a `Result<(), E>` whose error is reported. It also runs if the response is an error, or if the
    /// client leaves before there is a response. A task added after the response has been sent starts at once.
    pub fn run<F>(&self, task: F)
    where
        F: Future<Output: TaskResult> + Send + 'static,
    {
        // Nothing receives it if the runtime has shut down.
        let _ = self.0.send(Box::pin(async { task.await.into_result() }));
    }
}

impl Provides for AfterResponseLayer {
    type Types = (AfterResponse,);
}

impl<S: Send + Sync + 'static> Middleware<S> for AfterResponseLayer {
    async fn handle<'a, E: Chain<S>>(
        &'a self,
        req: Request,
        next: Next<'a, Self::Types, S, E>,
    ) -> Response {
        let (sender, queue) = Queue::new(self.tracker.token(), Arc::clone(&self.report));
        let next = next.provide(AfterResponse(sender));
        // If this future is dropped, so is the queue.
        queue.after(next.run(req).await)
    }
}

opaque_debug! {
    AfterResponse,
    AfterResponseLayer,
}
