//! Hands a request from one future to the next without a copy in each.
//!
//! The parameters of an `async fn` stay a part of its future until that is dropped, whether they have
//! been moved on or not. A request is large, and the future of a handler would have room for it in
//! each function on the way to its arguments. So these functions take it from here when they are first
//! polled. There it is a local variable, which needs no room once it has been moved on.

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
    /// It is taken within the call of `poll` in which it is put here, and nothing else runs in
    /// between. It is not dropped here, so that a thread may poll to its very end.
    static HAND: Cell<Option<ManuallyDrop<Request>>> = const { Cell::new(None) };
}

/// Hands a request to the future that is polled next, for the first time.
#[inline]
pub(super) fn put(req: &mut Option<Request>) {
    HAND.set(req.take().map(ManuallyDrop::new));
}

/// The request that this future has been handed.
#[inline]
pub(super) fn take() -> Request {
    match HAND.take() {
        Some(req) => ManuallyDrop::into_inner(req),
        None => unreachable!("a future that takes a request is polled with one in hand"),
    }
}

pin_project! {
    /// Holds a request for a future that takes it when it is first polled.
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

/// The future that a function makes, with this request in hand.
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
            HandOffStep::Waiting { .. } => unreachable!("it is started only once"),
        }
    }
}
