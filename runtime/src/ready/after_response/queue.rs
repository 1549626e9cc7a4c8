//! `Queue`, the background tasks of one request.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use axum::{body::Body, response::Response};
use futures_util::FutureExt;
use http_body_util::BodyExt;
use tokio::{
    runtime::Handle,
    sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
};
use tokio_util::task::task_tracker::TaskTrackerToken;

use super::task::Task;
use crate::error::HttpError;

/// Reports the error of a task.
pub(super) type Report = Arc<dyn Fn(&HttpError) + Send + Sync>;

/// The background tasks of one request. They start when this is dropped.
pub(super) struct Queue(Option<Tasks>);

struct Tasks {
    receiver: UnboundedReceiver<Task>,
    /// The body of a response may be dropped outside of the runtime.
    runtime: Handle,
    report: Report,
    /// Keeps [`AfterResponseLayer::wait`](super::AfterResponseLayer::wait) waiting.
    _token: TaskTrackerToken,
}

impl Queue {
    pub(super) fn new(token: TaskTrackerToken, report: Report) -> (UnboundedSender<Task>, Self) {
        let (sender, receiver) = unbounded_channel();
        let tasks = Tasks {
            receiver,
            runtime: Handle::current(),
            report,
            _token: token,
        };
        (sender, Self(Some(tasks)))
    }

    /// Starts the tasks when the body of this response is dropped.
    pub(super) fn after(self, response: Response) -> Response {
        if self.0.as_ref().is_none_or(Tasks::are_done) {
            return response;
        }
        // The closure is dropped after the body, so what the body owns is gone when the tasks start.
        response.map(|body| {
            Body::new(body.map_err(move |error| {
                let _ = &self;
                error
            }))
        })
    }
}

impl Drop for Queue {
    fn drop(&mut self) {
        if let Some(tasks) = self.0.take().filter(|tasks| !tasks.are_done()) {
            tasks.runtime.clone().spawn(tasks.run());
        }
    }
}

impl Tasks {
    /// Returns whether there is no task, and no handle that could add one.
    fn are_done(&self) -> bool {
        self.receiver.is_closed() && self.receiver.is_empty()
    }

    /// Runs the tasks in their order, also those that are added meanwhile.
    async fn run(mut self) {
        while let Some(task) = self.receiver.recv().await {
            let result = AssertUnwindSafe(task).catch_unwind().await;
            if let Err(error) = result.unwrap_or_else(|panic| Err(HttpError::panicked(panic))) {
                let report = AssertUnwindSafe(|| (self.report)(&error));
                // A report that panics must not stop the following tasks.
                let _ = catch_unwind(report).map_err(HttpError::panicked);
            }
        }
    }
}
