//! One argument of a handler or a middleware.

use std::{convert::Infallible, future::Future};

use axum::{
    extract::{FromRef, FromRequest, FromRequestParts, OptionalFromRequestParts, Request, State},
    response::{IntoResponse, Response},
};
use http::{Extensions, request::Parts};

use super::handoff;
use crate::{
    context::{FromBody, FromParts, Provided, Requires},
    error::{HttpError, rejected},
};

/// One argument that comes from the request's head, for an application with the state `S`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be extracted here, where the application's state is `{S}`",
    label = "takes a `{Self}`",
    note = "an argument is an extractor of axum, which implements `FromRequestParts<{S}>`, or `Provided<T>` where it stands in an `app!`",
    note = "for a `State<T>`, `T` implements `FromRef<{S}>`; the state is the parameter of the `app!` that is named `state`",
    note = "only the last argument of a handler may take the body"
)]
pub trait Argument<S, V>: Sized + Send {
    /// Whether it is had from a request as it is, which then need not be taken apart.
    const AT_HAND: bool = false;

    /// The argument, or the response that tells why it could not be had.
    fn extract(parts: &mut Parts, state: &S)
    -> impl Future<Output = Result<Self, Response>> + Send;

    /// The same, where it is at hand.
    fn at_hand(_: &Request) -> Result<Self, HttpError> {
        unreachable!("it is not at hand")
    }
}

impl<T, S> Argument<S, Requires<T>> for Provided<T>
where
    T: Clone + Send + Sync + 'static,
    S: Sync,
{
    const AT_HAND: bool = true;

    async fn extract(parts: &mut Parts, _: &S) -> Result<Self, Response> {
        provided(&parts.extensions).map_err(IntoResponse::into_response)
    }

    fn at_hand(req: &Request) -> Result<Self, HttpError> {
        provided(req.extensions())
    }
}

/// Makes `Option<Provided<T>>` an extractor: `Some` if an outer middleware provides a `T`.
impl<T, S> OptionalFromRequestParts<S> for Provided<T>
where
    T: Clone + Send + Sync + 'static,
    S: Sync,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, Infallible> {
        Ok(parts.extensions.get::<T>().cloned().map(Self))
    }
}

fn provided<T: Clone + Send + Sync + 'static>(
    extensions: &Extensions,
) -> Result<Provided<T>, HttpError> {
    let value = extensions.get::<T>().cloned();
    value.map(Provided).ok_or_else(|| {
        HttpError::internal("a middleware or a layer dropped the request's extensions")
    })
}

#[diagnostic::do_not_recommend]
impl<T, S> Argument<S, FromParts> for T
where
    T: FromRequestParts<S> + Send,
    S: Send + Sync,
{
    async fn extract(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        T::from_request_parts(parts, state).await.map_err(rejected)
    }
}

/// The last argument of a handler: the one that may take the body.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be extracted here, where the application's state is `{S}`",
    label = "takes a `{Self}`",
    note = "the last argument of a handler is `Provided<T>` or an extractor of axum: it implements `FromRequest<{S}>` or `FromRequestParts<{S}>`",
    note = "for a `State<T>`, `T` implements `FromRef<{S}>`; the state is the parameter of the `app!` that is named `state`"
)]
pub trait LastArgument<S, V>: Sized + Send {
    /// Whether it is had from a request as it is.
    const AT_HAND: bool = false;

    /// The argument, out of the request in hand, or the response that tells why it could not be had.
    fn extract(state: &S) -> impl Future<Output = Result<Self, Response>> + Send;

    /// The same, where it is at hand.
    fn at_hand(_: &Request) -> Result<Self, HttpError> {
        unreachable!("it is not at hand")
    }
}

impl<T, S> LastArgument<S, Requires<T>> for Provided<T>
where
    T: Clone + Send + Sync + 'static,
    S: Sync,
{
    const AT_HAND: bool = true;

    async fn extract(_: &S) -> Result<Self, Response> {
        provided(handoff::take().extensions()).map_err(IntoResponse::into_response)
    }

    fn at_hand(req: &Request) -> Result<Self, HttpError> {
        provided(req.extensions())
    }
}

#[diagnostic::do_not_recommend]
impl<T, S, M> LastArgument<S, FromBody<M>> for T
where
    T: FromRequest<S, M> + Send,
    S: Send + Sync,
{
    async fn extract(state: &S) -> Result<Self, Response> {
        T::from_request(handoff::take(), state)
            .await
            .map_err(rejected)
    }
}

/// An argument of a middleware that is written `State<T>`: it needs no request.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be extracted here, where the application's state is `{S}`",
    label = "takes a `{Self}`",
    note = "for a `State<T>`, `T` implements `FromRef<{S}>`; the state is the parameter of the `app!` that is named `state`, and in a plain router that of `.with_state(state)` on the middleware",
    note = "the `State<T>` of a middleware is axum's: write another extractor of that name with its path, `module::State<T>`"
)]
pub trait StateArgument<S> {
    /// The argument.
    fn of(state: &S) -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: FromRef<S>, S> StateArgument<S> for State<T> {
    fn of(state: &S) -> Self {
        Self(T::from_ref(state))
    }
}
