//! A future that is started with a request in hand.

use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use axum::extract::Request;
use pin_project_lite::pin_project;

use super::hand::hand;
use crate::chain::placed;

pin_project! {
    /// Holds a request for a future that takes it when it is first polled.
    #[project = HandedStep]
    pub(crate) enum Handed<C, F> {
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
pub(crate) fn handed<C, F>(req: Request, start: C) -> Pin<Box<Handed<C, F>>>
where
    C: FnOnce() -> F,
    F: Future,
{
    placed(move || Handed::Waiting {
        req: Some(req),
        start: Some(start),
    })
}

impl<C, F> Future for Handed<C, F>
where
    C: FnOnce() -> F,
    F: Future,
{
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        if let HandedStep::Waiting { req, start } = self.as_mut().project()
            && let Some(start) = start.take()
        {
            hand(req);
            let running = start();
            self.set(Self::Running { running });
        }
        match self.project() {
            HandedStep::Running { running } => running.poll(cx),
            HandedStep::Waiting { .. } => unreachable!("it is started only once"),
        }
    }
}
