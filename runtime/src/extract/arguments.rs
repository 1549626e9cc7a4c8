//! The extraction of all arguments of a handler or a middleware, as a tuple.

use std::future::Future;

use axum::{extract::Request, response::Response};
use http::request::Parts;

use super::{
    argument::{Argument, LastArgument},
    handoff,
};
use crate::{context::for_each_arity, error::HttpError};

/// The arguments of a middleware, as a tuple. All of them are extracted from the request's head.
pub trait HeadArguments<S, V>: Sized + Send {
    /// Whether [`at_hand`](Self::at_hand) extracts all of them.
    const AT_HAND: bool;

    /// Extracts the arguments in their order.
    ///
    /// # Errors
    ///
    /// Returns the first rejection as a response.
    fn extract(parts: &mut Parts, state: &S)
    -> impl Future<Output = Result<Self, Response>> + Send;

    /// Reads the arguments from a whole request, where [`AT_HAND`](Self::AT_HAND) is true.
    ///
    /// # Errors
    ///
    /// Returns the error of the first argument that is missing.
    fn at_hand(req: &Request) -> Result<Self, HttpError>;
}

/// The arguments of a handler, as a tuple. The last one may take the body.
pub trait Arguments<S, V>: Sized + Send {
    /// Whether [`at_hand`](Self::at_hand) extracts all of them. The request can be dropped then.
    const AT_HAND: bool;

    /// Extracts the arguments in their order from the request that is [handed off](super::handoff).
    ///
    /// # Errors
    ///
    /// Returns the first rejection as a response.
    fn extract(state: &S) -> impl Future<Output = Result<Self, Response>> + Send;

    /// Reads the arguments from a whole request, where [`AT_HAND`](Self::AT_HAND) is true.
    ///
    /// # Errors
    ///
    /// Returns the error of the first argument that is missing.
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
    // A single argument takes the whole request itself.
    (@ early $state:ident) => {};
    (@ early $state:ident $($a:ident)+) => {
        let (mut parts, body) = handoff::take().into_parts();
        $(let $a = $a::extract(&mut parts, $state).await?;)+
        handoff::put(&mut Some(Request::from_parts(parts, body)));
    };
}
for_each_arity!(arguments);

/// Extracts the arguments of a middleware and returns them with the request.
///
/// # Errors
///
/// Returns the first rejection as a response.
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
