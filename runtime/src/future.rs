//! The futures of a stack that are written by hand.
//!
//! An `async` block would do for each of them. But rustc computes the layout of nested futures
//! recursively and to a limited depth, and an `async` block takes four steps of it where these take
//! one; so a stack can be deep without a box.

use std::{
    future::Future,
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll, ready},
};

use axum::{
    extract::Request,
    response::{IntoResponse, Response},
};
use pin_project_lite::pin_project;

use crate::{
    chain::placed,
    extract::{HeadArguments, extract},
    hand::hand,
};

/// What a middleware returns.
#[diagnostic::on_unimplemented(
    message = "a middleware returns a response, and `{Self}` is none",
    label = "does not implement `IntoResponse`",
    note = "return a `Response`, or a `Result<Response, HttpError>`"
)]
pub trait Answer: IntoResponse {}

#[diagnostic::do_not_recommend]
impl<T: IntoResponse> Answer for T {}

pin_project! {
    /// A future whose output becomes a response.
    pub struct Respond<F> {
        #[pin]
        future: F,
    }
}

/// The output of a future, as a response.
pub fn respond<F>(future: F) -> Respond<F> {
    Respond { future }
}

/// A value of a type, where nothing comes to: it says what the type is.
#[must_use]
pub fn never<T>() -> T {
    unreachable!("the code around it does not run")
}

/// What a function is written to return.
pub struct Answers<T>(PhantomData<fn() -> T>);

/// What a function is written to return.
#[must_use]
pub fn answers<T>() -> Answers<T> {
    Answers(PhantomData)
}

/// A response.
///
/// `(&&answers).__respond(future)` finds this trait before [`AnyKind`], as with the kinds of an entry.
pub trait ResponseKind {
    /// The future as it is.
    fn __respond<F: Future<Output = Response>>(&self, future: F) -> F {
        future
    }
}
impl ResponseKind for &Answers<Response> {}

/// Anything else, which becomes a response.
pub trait AnyKind {
    /// The output of the future, as a response.
    fn __respond<F>(&self, future: F) -> Respond<F> {
        respond(future)
    }
}
impl<T> AnyKind for Answers<T> {}

impl<F: Future<Output: Answer>> Future for Respond<F> {
    type Output = Response;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Response> {
        let output = ready!(self.project().future.poll(cx));
        Poll::Ready(output.into_response())
    }
}

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

pin_project! {
    /// Waits for arguments, and then for what they are for.
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

/// Calls a function with the arguments that are extracted from a request, and gives its response, or
/// the rejection.
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
                        unreachable!("extracting is over only once")
                    };
                    call(arguments, req)
                }
                ExtractedStep::Running { running } => {
                    return running.poll(cx);
                }
                ExtractedStep::Rejected { rejection } => {
                    let Some(rejection) = rejection.take() else {
                        unreachable!("it is rejected only once")
                    };
                    return Poll::Ready(rejection);
                }
            };
            self.set(Self::Running { running });
        }
    }
}
