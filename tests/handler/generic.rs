//! Functions with generic parameters.

use std::{fmt::Display, str::FromStr};

use axum::{
    Json,
    extract::{FromRequest, FromRequestParts, Path, State},
    http::Method,
    response::IntoResponse,
};
use concentric::{Provided, handler};

/// Has all bounds that its extractors need.
#[handler]
pub async fn bounded<T>(method: Method, Provided(value): Provided<T>, body: String) -> String
where
    T: Clone + Display + Send + Sync + 'static,
{
    format!("{method} {value} {body}")
}

/// Lacks the bounds of its extractors.
#[handler]
pub async fn unbounded<T, P, B, const N: usize>(
    State(_): State<T>,
    Path(_): Path<P>,
    value: Provided<T>,
    Json(_): Json<B>,
) -> Json<[T; N]>
where
    T: Clone,
{
    Json(std::array::from_fn(|_| value.0.clone()))
}

/// Is generic over its extractors.
#[handler]
pub async fn extractors<S, A: FromRequestParts<S>, B: FromRequest<S>>(_: A, _: B) {}

/// Takes any extractor.
#[handler]
pub async fn opaque(_: Method, _: impl FromRequest<()>) {}

/// Has a generic parameter that no argument names.
#[handler]
pub async fn parsed<T: FromStr>(body: String) -> impl IntoResponse {
    Json(body.parse::<T>().is_ok())
}

/// Has a generic parameter as its state.
#[handler(state = S)]
pub async fn stateful<S: Clone>(State(_): State<S>, _: String) {}
