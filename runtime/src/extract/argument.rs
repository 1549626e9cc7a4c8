//! The extraction of one argument of a handler or a middleware.

use std::{convert::Infallible, future::Future};

use axum::{
    extract::{FromRef, FromRequest, FromRequestParts, OptionalFromRequestParts, Request, State},
    response::{IntoResponse, Response},
};
use http::{Extensions, request::Parts};

use super::handoff;
use crate::{
    context::{FromBody, FromParts, Provided, Requires, short_name},
    error::{HttpError, rejected},
};

/// An argument that is extracted from the request's head, in an application with the state `S`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be extracted with the state `{S}`",
    label = "takes a `{Self}`",
    note = "must be `Provided<T>`, in an `app!`, or an extractor of axum that implements `FromRequestParts<{S}>`",
    note = "for a `State<T>`, `T` must implement `FromRef<{S}>`; the state is the parameter `state` of the `app!`",
    note = "only the last argument of a handler may take the body"
)]
pub trait Argument<S, V>: Sized + Send {
    /// Whether [`at_hand`](Self::at_hand) extracts it. The request need not be taken apart then.
    const AT_HAND: bool = false;

    /// Extracts the argument.
    ///
    /// # Errors
    ///
    /// Returns the rejection as a response.
    fn extract(parts: &mut Parts, state: &S)
    -> impl Future<Output = Result<Self, Response>> + Send;

    /// Reads the argument from a whole request, where [`AT_HAND`](Self::AT_HAND) is true.
    ///
    /// # Errors
    ///
    /// Returns an error if the argument is missing.
    fn at_hand(_: &Request) -> Result<Self, HttpError> {
        unreachable!("`AT_HAND` is false")
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
        let name = short_name::<T>();
        HttpError::internal(format!(
            "no `{name}` in the request's extensions: a layer dropped it, or did not put it there"
        ))
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

/// The last argument of a handler, which may take the body.
pub trait LastArgument<S, V>: Sized + Send {
    /// Whether [`at_hand`](Self::at_hand) extracts it.
    const AT_HAND: bool = false;

    /// Extracts the argument from the request that is [handed off](super::handoff).
    ///
    /// # Errors
    ///
    /// Returns the rejection as a response.
    fn extract(state: &S) -> impl Future<Output = Result<Self, Response>> + Send;

    /// Reads the argument from a whole request, where [`AT_HAND`](Self::AT_HAND) is true.
    ///
    /// # Errors
    ///
    /// Returns an error if the argument is missing.
    fn at_hand(_: &Request) -> Result<Self, HttpError> {
        unreachable!("`AT_HAND` is false")
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

/// A `State<T>` as an argument of a middleware, which needs no request.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be extracted with the state `{S}`",
    label = "takes a `{Self}`",
    note = "for a `State<T>`, `T` must implement `FromRef<{S}>`; the state is the parameter `state` of the `app!`, or the argument of `.with_state(state)` in a plain router",
    note = "`State<T>` in a middleware is axum's: write another extractor of that name with its path, `module::State<T>`"
)]
pub trait StateArgument<S> {
    /// Returns the argument.
    fn of(state: &S) -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: FromRef<S>, S> StateArgument<S> for State<T> {
    fn of(state: &S) -> Self {
        Self(T::from_ref(state))
    }
}
