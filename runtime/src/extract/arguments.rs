//! The extraction of all arguments of a handler or a middleware, as a tuple.

use std::{any::type_name, future::Future};

use axum::{
    body::Body,
    extract::{Path, Request},
    response::Response,
};
use futures_util::FutureExt;
use http::{StatusCode, request::Parts};

use super::{
    argument::{Argument, LastArgument},
    handoff,
};
use crate::{
    context::{for_each_arity, short_name},
    error::HttpError,
};

/// The arguments of a middleware, or those of a handler before the last one, as a tuple. All of them are extracted from the request's head.
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

    /// Checks each `Path` against the parameters of a path, of which `sample` returns the head of a request.
    ///
    /// # Errors
    ///
    /// Returns the first type that does not fit.
    fn check_paths(state: &S, sample: Sample<'_>) -> Result<(), String>;
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

    /// Checks each `Path` against the parameters of a path, of which `sample` returns the head of a request.
    ///
    /// # Errors
    ///
    /// Returns the first type that does not fit.
    fn check_paths(state: &S, sample: Sample<'_>) -> Result<(), String>;
}

impl<S: Sync> HeadArguments<S, ()> for () {
    const AT_HAND: bool = true;

    async fn extract(_: &mut Parts, _: &S) -> Result<Self, Response> {
        Ok(())
    }

    fn at_hand(_: &Request) -> Result<Self, HttpError> {
        Ok(())
    }

    fn check_paths(_: &S, _: Sample<'_>) -> Result<(), String> {
        Ok(())
    }
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

    fn check_paths(_: &S, _: Sample<'_>) -> Result<(), String> {
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
            const AT_HAND: bool = <($($a,)*) as HeadArguments<S, ($($v,)*)>>::AT_HAND && $last::AT_HAND;

            #[allow(non_snake_case, reason = "an argument is named for its type parameter")]
            async fn extract(parts: &mut Parts, state: &S) -> Result<Self, Response> {
                arguments!(@ head parts state $($a $v)*);
                Ok(($($a,)* $last::extract(parts, state).await?,))
            }

            #[allow(non_snake_case, reason = "an argument is named for its type parameter")]
            fn at_hand(req: &Request) -> Result<Self, HttpError> {
                let ($($a,)*) = <($($a,)*) as HeadArguments<S, ($($v,)*)>>::at_hand(req)?;
                Ok(($($a,)* $last::at_hand(req)?,))
            }

            fn check_paths(state: &S, sample: Sample<'_>) -> Result<(), String> {
                <($($a,)*) as HeadArguments<S, ($($v,)*)>>::check_paths(state, sample)?;
                check_path::<$last, S, $w>(state, sample)
            }
        }

        impl<S: Sync, $($a, $v,)* $last, $w> Arguments<S, ($($v,)* $w,)> for ($($a,)* $last,)
        where
            $($a: Argument<S, $v>,)*
            $last: LastArgument<S, $w>,
        {
            const AT_HAND: bool = <($($a,)*) as HeadArguments<S, ($($v,)*)>>::AT_HAND && $last::AT_HAND;

            #[allow(non_snake_case, reason = "an argument is named for its type parameter")]
            async fn extract(state: &S) -> Result<Self, Response> {
                arguments!(@ early state $($a $v)*);
                Ok(($($a,)* $last::extract(state).await?,))
            }

            #[allow(non_snake_case, reason = "an argument is named for its type parameter")]
            fn at_hand(req: &Request) -> Result<Self, HttpError> {
                let ($($a,)*) = <($($a,)*) as HeadArguments<S, ($($v,)*)>>::at_hand(req)?;
                Ok(($($a,)* $last::at_hand(req)?,))
            }

            fn check_paths(state: &S, sample: Sample<'_>) -> Result<(), String> {
                <($($a,)*) as HeadArguments<S, ($($v,)*)>>::check_paths(state, sample)?;
                check_last_path::<$last, S, $w>(state, sample)
            }
        }
    };
    // A single argument takes the whole request itself.
    (@ early $state:ident) => {};
    (@ early $state:ident $($a:ident $v:ident)+) => {
        let (mut parts, body) = handoff::take().into_parts();
        let head = &mut parts;
        arguments!(@ head head $state $($a $v)*);
        handoff::put(&mut Some(Request::from_parts(parts, body)));
    };
    // A future that awaits each argument is the fastest for a request, but rustc checks it slowly if there are many.
    (@ head $parts:ident $state:ident $($a:ident $v:ident $($b:ident $w:ident $($c:ident $x:ident)?)?)?) => {
        $(
            let $a = $a::extract($parts, $state).await?;
            $(
                let $b = $b::extract($parts, $state).await?;
                $(let $c = $c::extract($parts, $state).await?;)?
            )?
        )?
    };
    (@ head $parts:ident $state:ident $($a:ident $v:ident)+) => {
        let ($($a,)+) = <($($a,)+) as HeadArguments<S, ($($v,)+)>>::extract($parts, $state).await?;
    };
}
for_each_arity!(arguments);

/// Returns the head of a request to a route, or `None` if its path matches no request.
type Sample<'a> = &'a dyn Fn() -> Option<Parts>;

/// Checks an argument before the last, if it is a `Path`.
fn check_path<A: Argument<S, V>, S, V>(state: &S, sample: Sample<'_>) -> Result<(), String> {
    if is_path::<A>()
        && let Some(mut parts) = sample()
    {
        fits(A::extract(&mut parts, state))?;
    }
    Ok(())
}

/// Checks the last argument, if it is a `Path`.
fn check_last_path<A: LastArgument<S, V>, S, V>(
    state: &S,
    sample: Sample<'_>,
) -> Result<(), String> {
    if is_path::<A>()
        && let Some(parts) = sample()
    {
        handoff::put(&mut Some(Request::from_parts(parts, Body::empty())));
        fits(A::extract(state))?;
    }
    Ok(())
}

/// Returns whether a type is axum's `Path`. Its name is compared, since the type may have lifetimes.
fn is_path<T>() -> bool {
    let path = type_name::<Path<()>>().trim_end_matches("()>");
    type_name::<T>().starts_with(path)
}

/// Fails if an extraction ends with the rejection of axum's `Path` for a wrong number of parameters, or for a type that
/// it never extracts. A parameter with a wrong value is a 400.
fn fits<T>(extraction: impl Future<Output = Result<T, Response>>) -> Result<(), String> {
    match extraction.now_or_never() {
        Some(Err(response)) if response.status() == StatusCode::INTERNAL_SERVER_ERROR => {
            Err(short_name::<T>())
        }
        _ => Ok(()),
    }
}

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
