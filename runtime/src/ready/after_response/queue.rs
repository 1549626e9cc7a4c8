//! The work of one request, and what all requests share.

use std::{
    collections::VecDeque,
    future::Future,
    mem,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::runtime::Handle;
use tokio_util::task::{TaskTracker, task_tracker::TaskTrackerToken};

use super::work::Work;
use crate::error::HttpError;

/// What all requests of a middleware share.
pub(super) struct Shared {
    tracker: TaskTracker,
    report: Box<dyn Fn(&HttpError) + Send + Sync>,
}

impl Shared {
    pub(super) fn new(report: impl Fn(&HttpError) + Send + Sync + 'static) -> Arc<Self> {
        Arc::new(Self {
            tracker: TaskTracker::new(),
            report: Box::new(report),
        })
    }

    /// Returns the same with another report.
    pub(super) fn reporting(
        &self,
        report: impl Fn(&HttpError) + Send + Sync + 'static,
    ) -> Arc<Self> {
        Arc::new(Self {
            tracker: self.tracker.clone(),
            report: Box::new(report),
        })
    }

    pub(super) fn wait(&self) -> impl Future<Output = ()> {
        // A closed tracker still takes tasks. It lets `wait` return once there are none.
        self.tracker.close();
        self.tracker.wait()
    }

    /// Reports an error. A report that panics must not stop the work that follows.
    fn report(&self, error: &HttpError) {
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| (self.report)(error))) {
            // The panic hook has written its message. Its payload may panic when it is dropped.
            mem::forget(panic);
        }
    }
}

/// The work of one request.
pub(super) struct Queue {
    shared: Arc<Shared>,
    state: Mutex<State>,
}

struct State {
    waiting: VecDeque<Work>,
    /// Keeps `Shared::wait` waiting until the response has been sent.
    request: Option<TaskTrackerToken>,
    /// Where the work runs: the runtime in which the first was added. The body of a response may be dropped elsewhere.
    runtime: Option<Handle>,
    is_running: bool,
}

impl Queue {
    pub(super) fn new(shared: &Arc<Shared>) -> Arc<Self> {
        Arc::new(Self {
            shared: Arc::clone(shared),
            state: Mutex::new(State {
                waiting: VecDeque::new(),
                request: Some(shared.tracker.token()),
                runtime: None,
                is_running: false,
            }),
        })
    }

    /// Adds work. It begins at once if the response has been sent.
    pub(super) fn add(self: &Arc<Self>, work: Work) {
        let mut state = self.state();
        state.waiting.push_back(work);
        if state.runtime.is_none() {
            state.runtime = Handle::try_current().ok();
        }
        if state.request.is_none() {
            self.begin(state);
        }
    }

    /// Begins the work, since the response has been sent.
    pub(super) fn end(self: &Arc<Self>) {
        let mut state = self.state();
        // It is dropped after the work has been spawned, so that `wait` never sees a moment without either.
        let request = state.request.take();
        self.begin(state);
        drop(request);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.state().waiting.is_empty()
    }

    fn begin(self: &Arc<Self>, mut state: MutexGuard<'_, State>) {
        if state.is_running || state.waiting.is_empty() {
            return;
        }
        let Some(runtime) = state.runtime.clone() else {
            let lost = mem::take(&mut state.waiting);
            drop(state);
            for _ in lost {
                let error = HttpError::internal("work after a response needs a tokio runtime");
                self.shared.report(&error);
            }
            return;
        };
        state.is_running = true;
        drop(state);
        let work = Arc::clone(self).run(runtime.clone());
        self.shared.tracker.spawn_on(work, &runtime);
    }

    /// Runs the work in its order, also that which is added meanwhile.
    async fn run(self: Arc<Self>, runtime: Handle) {
        while let Some(work) = self.next() {
            // In a task of its own, so that tokio catches a panic, also of what the work drops.
            let error = match runtime.spawn(work).await {
                Ok(Ok(())) => continue,
                Ok(Err(error)) => error,
                Err(end) => match end.try_into_panic() {
                    Ok(panic) => HttpError::panicked(panic),
                    // The runtime shuts down.
                    Err(_) => return,
                },
            };
            self.shared.report(&error);
        }
    }

    fn next(&self) -> Option<Work> {
        let mut state = self.state();
        let next = state.waiting.pop_front();
        state.is_running = next.is_some();
        next
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
