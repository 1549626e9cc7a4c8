//! `Next`: what is further in, as a middleware holds it.

use std::{
    fmt,
    future::{Future, Ready},
    marker::PhantomData,
};

use axum::{extract::Request, response::Response};
use http::Extensions;

use super::{attempt::attempt, link::Chain, target::Destination, terminal::Terminal};
use crate::{
    context::{Provision, Types},
    diagnostics::{HasNothingToProvide, IsNext},
    error::HttpError,
};

/// What is further in than a middleware: the rest of its stack, and then what the request is going
/// to.
///
/// In a function under [`#[middleware]`](macro@crate::middleware) it is written `Next`, or `Next<T>`
/// where the middleware provides a `T`, or `Next<(T, U)>` for both; the attribute fills in the rest.
/// `P` is the tuple of the types to provide, `S` the application's state, `E` the rest of the stack.
///
/// It can be cloned, for a middleware that runs what is further in twice, and is not `Copy`, so that
/// this has to be meant:
///
/// ```
/// # use axum::body::Body;
/// # use concentric::{Next, Request, Response, middleware};
/// /// Tries a request without a body once more when the first answer is a 5xx.
/// #[middleware]
/// async fn retry_once(req: Request, next: Next) -> Response {
///     if req.method() != "GET" {
///         return next.run(req).await;
///     }
///     let (parts, _) = req.into_parts();
///     let first = next.clone().run(Request::from_parts(parts.clone(), Body::empty())).await;
///     if !first.status().is_server_error() {
///         return first;
///     }
///     next.run(Request::from_parts(parts, Body::empty())).await
/// }
/// ```
#[must_use = "a middleware that does not run what is further in answers the request itself"]
pub struct Next<'a, P = (), S = (), E = Terminal> {
    inner: &'a E,
    to: Destination<'a, S>,
    provides: PhantomData<fn() -> P>,
}

impl<P, S, E> IsNext for Next<'_, P, S, E> {}

/// Asks whether a type is [`Next`].
pub fn is_next<T: IsNext>() {}

/// A tuple of something.
pub trait Promise {}
macro_rules! promise {
    ($first:ident $($rest:ident)*) => {
        impl<$first, $($rest),*> Promise for ($first, $($rest),*) {}
        promise!($($rest)*);
    };
    () => {};
}
promise!(A B C D E F G H);

impl<'a, P, S: Sync + 'static, E: Chain<S>> Next<'a, P, S, E> {
    pub(crate) fn new(inner: &'a E, to: Destination<'a, S>) -> Self {
        Self {
            inner,
            to,
            provides: PhantomData,
        }
    }

    /// The application's state.
    #[must_use]
    pub fn state(&self) -> &'a S {
        self.to.state
    }

    /// Provides the value that the type of this `Next` promises. What it returns can be run.
    pub fn provide(self, value: P::Value) -> NextWith<'a, P, S, E>
    where
        P: Provision,
    {
        NextWith {
            inner: self.inner,
            to: self.to,
            value,
            insert: P::insert,
        }
    }
}

impl<'a, S: Sync + 'static, E: Chain<S>> Next<'a, (), S, E> {
    /// Runs what is further in, and gives its response.
    ///
    /// An error further in has become its response by then; see [`try_run`](Self::try_run) to have
    /// it as an error. When the client is gone, this future is dropped where it stands, and nothing
    /// after the `.await` runs.
    ///
    /// # Panics
    ///
    /// A panic further in goes through.
    pub fn run(self, req: Request) -> impl Future<Output = Response> + Send + use<'a, S, E> {
        self.inner.call(self.to, req)
    }

    /// Runs what is further in, and gives its response or the error that it ended in.
    ///
    /// ```
    /// # use concentric::{HttpError, Next, Request, Response, middleware};
    /// /// Reports what went wrong, which the client is not told.
    /// #[middleware]
    /// async fn report(req: Request, next: Next) -> Result<Response, HttpError> {
    ///     let result = next.try_run(req).await;
    ///     if let Err(error) = &result {
    ///         tracing::error!(status = %error.status(), source = ?error.source(), "request failed");
    ///     }
    ///     result
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// The [`HttpError`] that a handler or a middleware further in returned, the rejection of an
    /// extractor, the error of a tower layer, a path or a method that the app does not know and has
    /// no answer of its own for, and a panic, with its message as the
    /// [source](HttpError::source). Headers that a middleware in between has added to the error's
    /// response are part of the error, so that no one's work is lost.
    ///
    /// The text of a rejection is the detail, or the source where its status is a 5xx, which is no
    /// fault of the client.
    ///
    /// Every other response is `Ok`, whatever its status; so is one whose status or body a
    /// middleware in between has changed, since that has answered the error.
    pub fn try_run(
        self,
        req: Request,
    ) -> impl Future<Output = Result<Response, HttpError>> + Send + use<'a, S, E> {
        attempt(|| self.inner.call(self.to, req))
    }
}

/// A `Next` whose value is not provided yet cannot be run. These methods exist for the message: with a
/// bound on the methods above, rustc reports the mistake three times, since their future has the bound
/// as well.
impl<P: Promise, S, E> Next<'_, P, S, E> {
    #[doc(hidden)]
    pub fn run(self, _: Request) -> Ready<Response>
    where
        P: HasNothingToProvide,
    {
        unreachable!("nothing promises nothing")
    }

    #[doc(hidden)]
    pub fn try_run(self, _: Request) -> Ready<Result<Response, HttpError>>
    where
        P: HasNothingToProvide,
    {
        unreachable!("nothing promises nothing")
    }
}

impl<P, S, E> Clone for Next<'_, P, S, E> {
    fn clone(&self) -> Self {
        Self {
            inner: self.inner,
            to: self.to,
            provides: PhantomData,
        }
    }
}

impl<P, S, E> fmt::Debug for Next<'_, P, S, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Next").finish_non_exhaustive()
    }
}

/// A [`Next`] with the value that its middleware provides.
#[must_use = "nothing further in has run yet: write `.run(req)`"]
pub struct NextWith<'a, P: Types, S, E> {
    inner: &'a E,
    to: Destination<'a, S>,
    value: P::Value,
    // Not a bound on `run`: what cannot be provided is said where it is provided, and only there.
    insert: fn(P::Value, &mut Extensions),
}

impl<'a, P: Types, S: Sync + 'static, E: Chain<S>> NextWith<'a, P, S, E> {
    /// Like [`Next::run`].
    ///
    /// # Panics
    ///
    /// A panic further in goes through.
    pub fn run(self, mut req: Request) -> impl Future<Output = Response> + Send + use<'a, P, S, E> {
        (self.insert)(self.value, req.extensions_mut());
        self.inner.call(self.to, req)
    }

    /// Like [`Next::try_run`].
    ///
    /// # Errors
    ///
    /// Those of [`Next::try_run`].
    pub fn try_run(
        self,
        mut req: Request,
    ) -> impl Future<Output = Result<Response, HttpError>> + Send + use<'a, P, S, E> {
        (self.insert)(self.value, req.extensions_mut());
        attempt(|| self.inner.call(self.to, req))
    }
}

impl<P: Types<Value: Clone>, S, E> Clone for NextWith<'_, P, S, E> {
    fn clone(&self) -> Self {
        Self {
            inner: self.inner,
            to: self.to,
            value: self.value.clone(),
            insert: self.insert,
        }
    }
}

impl<P: Types, S, E> fmt::Debug for NextWith<'_, P, S, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NextWith").finish_non_exhaustive()
    }
}
