//! The arguments of a handler or a middleware, as a tuple.

use std::future::Future;

use axum::{extract::Request, response::Response};
use http::request::Parts;

use super::{
    argument::{Argument, LastArgument},
    handoff,
};
use crate::{context::for_each_arity, error::HttpError};

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
        drop(handoff::take());
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
        let (mut parts, body) = handoff::take().into_parts();
        $(let $a = $a::extract(&mut parts, $state).await?;)+
        handoff::put(&mut Some(Request::from_parts(parts, body)));
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
