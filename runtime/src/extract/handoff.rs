//! The hand-off of a request from one future to the next, without room for it in each.
//!
//! The parameters of an `async fn` stay in its future until the future is dropped, even after they
//! are moved. A request is large, and a handler's future would hold room for it in each function on
//! the way to the arguments. So these functions take the request from here when they are first
//! polled. A local variable needs no room in the future once it is moved.
//!
//! For a handler of a `State` and a `Path`, a request allocates 2213 bytes in place of 2925, which a test
//! of allocations holds.

use std::{
    cell::Cell,
    future::Future,
    mem::ManuallyDrop,
    pin::Pin,
    task::{Context, Poll},
};

use axum::extract::Request;
use pin_project_lite::pin_project;

use crate::chain::box_in_place;

thread_local! {
    /// The request between [`put`] and [`take`], which run in the same call of `poll` with nothing
    /// in between. `ManuallyDrop` makes this a thread-local without a destructor, so that futures
    /// can be polled while the thread's other thread-locals are destroyed.
    static HAND: Cell<Option<ManuallyDrop<Request>>> = const { Cell::new(None) };
}

/// Stores a request for the future that is polled next, for the first time.
#[inline]
pub(super) fn put(req: &mut Option<Request>) {
    HAND.set(req.take().map(ManuallyDrop::new));
}

/// Takes the request that was stored for this future.
#[inline]
pub(super) fn take() -> Request {
    match HAND.take() {
        Some(req) => ManuallyDrop::into_inner(req),
        None => unreachable!("a request is stored before the future that takes it is polled"),
    }
}

pin_project! {
    /// A future that holds a request and stores it for an inner future when it is first polled.
    #[project = HandOffStep]
    pub(crate) enum HandOff<C, F> {
        Waiting {
            req: Option<Request>,
            start: Option<C>,
        },
        Running {
            #[pin]
            running: F,
        },
    }
}

/// Runs the future that `start` returns, which takes the request with [`take`].
pub(crate) fn hand_off<C, F>(req: Request, start: C) -> Pin<Box<HandOff<C, F>>>
where
    C: FnOnce() -> F,
    F: Future,
{
    box_in_place(move || HandOff::Waiting {
        req: Some(req),
        start: Some(start),
    })
}

impl<C, F> Future for HandOff<C, F>
where
    C: FnOnce() -> F,
    F: Future,
{
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        if let HandOffStep::Waiting { req, start } = self.as_mut().project()
            && let Some(start) = start.take()
        {
            put(req);
            let running = start();
            self.set(Self::Running { running });
        }
        match self.project() {
            HandOffStep::Running { running } => running.poll(cx),
            HandOffStep::Waiting { .. } => unreachable!("polled after `start` panicked"),
        }
    }
}
