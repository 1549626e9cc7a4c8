//! Arguments: how each parameter of a handler or a middleware comes out of the request.
//!
//! Which way an argument takes is a type parameter, `V`, that rustc infers: exactly one fits, since
//! [`Provided`] is no axum extractor. What it asks of the context can be read off `V` afterwards.

use std::future::Future;

use axum::{
    extract::{FromRef, FromRequest, FromRequestParts, Request, State},
    response::{IntoResponse, Response},
};
use http::{Extensions, request::Parts};

use crate::{
    context::{FromBody, FromParts, Provided, Requires, for_each_arity},
    error::{HttpError, rejected},
    hand::{hand, taken},
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
        provided(taken().extensions()).map_err(IntoResponse::into_response)
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
        T::from_request(taken(), state).await.map_err(rejected)
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

/// The arguments of a middleware, as a tuple: all of them come from the request's head.
pub trait HeadArguments<S, V>: Sized + Send {
    /// Whether all of them are had from a request as it is.
    const AT_HAND: bool;

    /// The arguments in their order, or the response that tells why the first one that failed
    /// could not be had.
    fn extract(parts: &mut Parts, state: &S)
    -> impl Future<Output = Result<Self, Response>> + Send;

    /// The same, where all are at hand.
    ///
    /// # Errors
    ///
    /// Why the first one that failed could not be had.
    fn at_hand(req: &Request) -> Result<Self, HttpError>;
}

/// The arguments of a handler, as a tuple: the last one may take the body.
pub trait Arguments<S, V>: Sized + Send {
    /// Whether all of them are had from a request as it is. Then nobody needs it afterwards.
    const AT_HAND: bool;

    /// The arguments in their order, out of the request in hand, or the response that tells why the
    /// first one that failed could not be had.
    fn extract(state: &S) -> impl Future<Output = Result<Self, Response>> + Send;

    /// The same, where all are at hand.
    ///
    /// # Errors
    ///
    /// Why the first one that failed could not be had.
    fn at_hand(req: &Request) -> Result<Self, HttpError>;
}

impl<S: Sync> Arguments<S, ()> for () {
    const AT_HAND: bool = true;

    async fn extract(_: &S) -> Result<Self, Response> {
        drop(taken());
        Ok(())
    }

    fn at_hand(_: &Request) -> Result<Self, HttpError> {
        Ok(())
    }
}

macro_rules! arguments {
    ([$($a:ident $v:ident),*] $last:ident $w:ident) => {
        impl<S: Sync, $($a, $v,)* $last, $w> HeadArguments<S, ($($v,)* $w,)> for ($($a,)* $last,)
        where
            $($a: Argument<S, $v>,)*
            $last: Argument<S, $w>,
        {
            const AT_HAND: bool = $($a::AT_HAND &&)* $last::AT_HAND;

            #[allow(non_snake_case, reason = "an argument is named for its type parameter")]
            async fn extract(parts: &mut Parts, state: &S) -> Result<Self, Response> {
                $(let $a = $a::extract(parts, state).await?;)*
                Ok(($($a,)* $last::extract(parts, state).await?,))
            }

            fn at_hand(req: &Request) -> Result<Self, HttpError> {
                Ok(($($a::at_hand(req)?,)* $last::at_hand(req)?,))
            }
        }

        impl<S: Sync, $($a, $v,)* $last, $w> Arguments<S, ($($v,)* $w,)> for ($($a,)* $last,)
        where
            $($a: Argument<S, $v>,)*
            $last: LastArgument<S, $w>,
        {
            const AT_HAND: bool = $($a::AT_HAND &&)* $last::AT_HAND;

            #[allow(non_snake_case, reason = "an argument is named for its type parameter")]
            async fn extract(state: &S) -> Result<Self, Response> {
                arguments!(@ early state $($a)*);
                Ok(($($a,)* $last::extract(state).await?,))
            }

            fn at_hand(req: &Request) -> Result<Self, HttpError> {
                Ok(($($a::at_hand(req)?,)* $last::at_hand(req)?,))
            }
        }
    };
    // One argument alone needs no head.
    (@ early $state:ident) => {};
    (@ early $state:ident $($a:ident)+) => {
        let (mut parts, body) = taken().into_parts();
        $(let $a = $a::extract(&mut parts, $state).await?;)+
        hand(&mut Some(Request::from_parts(parts, body)));
    };
}
for_each_arity!(arguments);

/// The arguments of a middleware, and the request that they came from, or the response that tells why
/// the first argument that failed could not be had.
pub(crate) fn extract<A, S, R>(
    req: Request,
    state: &S,
) -> impl Future<Output = Result<(A, Request), Response>>
where
    A: HeadArguments<S, R>,
{
    let (mut parts, body) = req.into_parts();
    async move {
        let arguments = A::extract(&mut parts, state).await?;
        Ok((arguments, Request::from_parts(parts, body)))
    }
}
