//! A future that is started with a request in hand.

use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use axum::extract::Request;
use pin_project_lite::pin_project;

use super::handoff;
use crate::chain::box_in_place;

pin_project! {
    /// Holds a request for a future that takes it when it is first polled.
    #[project = HandedStep]
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
        if let HandedStep::Waiting { req, start } = self.as_mut().project()
            && let Some(start) = start.take()
        {
            handoff::put(req);
            let running = start();
            self.set(Self::Running { running });
        }
        match self.project() {
            HandedStep::Running { running } => running.poll(cx),
            HandedStep::Waiting { .. } => unreachable!("it is started only once"),
        }
    }
}
