//! The future of a middleware with arguments: it extracts them and then runs the function.

use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll, ready},
};

use axum::{
    extract::Request,
    response::{IntoResponse, Response},
};
use pin_project_lite::pin_project;

use super::arguments::{HeadArguments, extract};

pin_project! {
    /// A future that extracts arguments and then runs a function with them.
    #[project = ExtractedStep]
    pub enum Extracted<X, C, F> {
        Extracting {
            #[pin]
            extracting: X,
            call: Option<C>,
        },
        Running {
            #[pin]
            running: F,
        },
        Rejected {
            rejection: Option<Response>,
        },
    }
}

/// Extracts arguments from a request, calls a function with them, and returns its response or the
/// rejection.
pub fn extracted<A, S, R, C, F>(
    req: Request,
    state: &S,
    call: C,
) -> Extracted<impl Future<Output = Result<(A, Request), Response>>, C, F>
where
    A: HeadArguments<S, R>,
    C: FnOnce(A, Request) -> F,
{
    if !A::AT_HAND {
        return Extracted::Extracting {
            extracting: extract(req, state),
            call: Some(call),
        };
    }
    match A::at_hand(&req) {
        Ok(arguments) => Extracted::Running {
            running: call(arguments, req),
        },
        Err(rejection) => Extracted::Rejected {
            rejection: Some(rejection.into_response()),
        },
    }
}

impl<A, X, C, F> Future for Extracted<X, C, F>
where
    X: Future<Output = Result<(A, Request), Response>>,
    C: FnOnce(A, Request) -> F,
    F: Future<Output = Response>,
{
    type Output = Response;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Response> {
        loop {
            let running = match self.as_mut().project() {
                ExtractedStep::Extracting { extracting, call } => {
                    let (arguments, req) = match ready!(extracting.poll(cx)) {
                        Ok(extracted) => extracted,
                        Err(rejection) => return Poll::Ready(rejection),
                    };
                    let Some(call) = call.take() else {
                        unreachable!("the future is polled after its function panicked")
                    };
                    call(arguments, req)
                }
                ExtractedStep::Running { running } => {
                    return running.poll(cx);
                }
                ExtractedStep::Rejected { rejection } => {
                    let Some(rejection) = rejection.take() else {
                        unreachable!("the future is polled after it was ready")
                    };
                    return Poll::Ready(rejection);
                }
            };
            self.set(Self::Running { running });
        }
    }
}
