//! `Next`, which runs the remaining middleware and the handler, and `NextWith`, which provides a
//! value to them.

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
    diagnostics::{ConcentricNext, HasNothingToProvide},
    error::HttpError,
};

/// The remaining middleware and the handler.
///
/// A function under [`#[middleware]`](macro@crate::middleware) takes a `Next`. It takes a `Next<T>`
/// if it provides a `T`, and a `Next<(T, U)>` if it provides both. The attribute fills in the rest:
/// `P` is the tuple of the types to provide, `S` the application's state, and `E` the rest of the
/// chain.
///
/// A middleware can clone it to run the handler twice. It is not `Copy`, so that this is never an
/// accident.
///
/// # Examples
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
#[must_use = "the handler does not run without `next.run(req)`"]
pub struct Next<'a, P = (), S = (), E = Terminal> {
    inner: &'a E,
    to: Destination<'a, S>,
    provides: PhantomData<fn() -> P>,
}

#[diagnostic::do_not_recommend]
impl<P, S, E> ConcentricNext for Next<'_, P, S, E> {}

/// A tuple of at least one type.
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

    /// Returns the application's state.
    #[must_use]
    pub fn state(&self) -> &'a S {
        self.to.state
    }

    /// Provides `value` to the inner middleware and the handler, and returns a `Next` that can be run.
    ///
    /// # Examples
    ///
    /// ```
    /// # use concentric::{Next, Request, Response, middleware};
    /// #[derive(Clone)]
    /// struct RequestId(u64);
    ///
    /// #[middleware]
    /// async fn number(req: Request, next: Next<RequestId>) -> Response {
    ///     next.provide(RequestId(7)).run(req).await
    /// }
    /// ```
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
    /// Runs the inner middleware and the handler and returns the response.
    ///
    /// An inner error has already become its response; [`try_run`](Self::try_run) returns it as an
    /// error. When the client disconnects, this future is dropped and nothing after the `.await`
    /// runs.
    ///
    /// # Panics
    ///
    /// Panics where an inner middleware or the handler panics.
    pub fn run(self, req: Request) -> impl Future<Output = Response> + Send + use<'a, S, E> {
        self.inner.call(self.to, req)
    }

    /// Runs the inner middleware and the handler and returns the response, or the error that they
    /// ended in.
    ///
    /// # Examples
    ///
    /// ```
    /// # use concentric::{HttpError, Next, Request, Response, middleware};
    /// /// Logs the source of an error, which the client does not see.
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
    /// Returns as an error:
    ///
    /// - the [`HttpError`] that an inner middleware or the handler returned,
    /// - the rejection of an extractor,
    /// - the error of a tower layer, and a 5xx without a body that a layer makes on its own,
    /// - an unmatched path and a method that is not allowed (405), unless the application declares a
    ///   fallback for it,
    /// - a panic, with its message as the [source](HttpError::source).
    ///
    /// The error carries its response, with all that inner middleware and layers have done to its headers and its
    /// body. Returned unchanged, it becomes exactly that response again.
    ///
    /// The text of a rejection is the error's detail. If the status is a 5xx, the text is the
    /// source instead, since the client did not cause it.
    ///
    /// Every other response is `Ok`, whatever its status. An error whose status has changed is `Ok`, and so is one that
    /// has been [settled](HttpError::settle).
    pub fn try_run(
        self,
        req: Request,
    ) -> impl Future<Output = Result<Response, HttpError>> + Send + use<'a, S, E> {
        attempt(|| self.inner.call(self.to, req))
    }
}

/// A `Next` whose value is not provided yet cannot be run.
///
/// These methods exist for the message. With a bound on the methods above, rustc reports the
/// mistake three times, since their future has the bound as well.
impl<P: Promise, S, E> Next<'_, P, S, E> {
    #[doc(hidden)]
    pub fn run(self, _: Request) -> Ready<Response>
    where
        P: HasNothingToProvide,
    {
        unreachable!("no type implements both `Promise` and `HasNothingToProvide`")
    }

    #[doc(hidden)]
    pub fn try_run(self, _: Request) -> Ready<Result<Response, HttpError>>
    where
        P: HasNothingToProvide,
    {
        unreachable!("no type implements both `Promise` and `HasNothingToProvide`")
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
#[must_use = "the handler does not run without `.run(req)`"]
pub struct NextWith<'a, P: Types, S, E> {
    inner: &'a E,
    to: Destination<'a, S>,
    value: P::Value,
    // A bound on `run` would repeat the error of `provide` for a type that cannot be provided.
    insert: fn(P::Value, &mut Extensions),
}

impl<'a, P: Types, S: Sync + 'static, E: Chain<S>> NextWith<'a, P, S, E> {
    /// Provides the value and runs the inner middleware and the handler, as [`Next::run`] does.
    ///
    /// # Panics
    ///
    /// Panics where an inner middleware or the handler panics.
    pub fn run(self, mut req: Request) -> impl Future<Output = Response> + Send + use<'a, P, S, E> {
        (self.insert)(self.value, req.extensions_mut());
        self.inner.call(self.to, req)
    }

    /// Provides the value and runs the inner middleware and the handler, as [`Next::try_run`] does.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`Next::try_run`].
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
