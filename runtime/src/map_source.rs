//! `map_source`, which gives errors of one type a status.

use std::{error::Error, sync::Arc};

use axum::{
    extract::Request,
    response::{IntoResponse, Response},
};
use http::StatusCode;

use crate::{
    chain::{Chain, Middleware, Next, Provides},
    debug::opaque_debug,
    error::HttpError,
};

/// Returns a middleware that gives another status to each 500 whose source is an `E`.
///
/// `status` is a [`StatusCode`], or a function of the error. A closure must name the type of its parameter:
/// `|error: &io::Error| ..`. The source is an `E` if
/// [`source_as`](crate::HttpError::source_as) finds one. The error keeps its source and its headers. Errors with another
/// status stay as they are.
///
/// # Examples
///
/// ```
/// use std::io;
///
/// use axum::{Router, http::StatusCode};
/// use concentric::{HttpError, app, map_source};
///
/// async fn read() -> Result<String, HttpError> {
///     Ok(std::fs::read_to_string("no/such/file")?) // a 500 without `map_source`
/// }
///
/// app! {
///     fn site() -> Router with [map_source::<io::Error>(StatusCode::SERVICE_UNAVAILABLE)] {
///         GET "/" => read,
///     }
/// }
/// # use tower::ServiceExt;
/// # #[tokio::main]
/// # async fn main() {
/// #     let request = concentric::Request::new(axum::body::Body::empty());
/// #     assert_eq!(site().oneshot(request).await.unwrap().status(), 503);
/// # }
/// ```
pub fn map_source<E: Error + 'static>(status: impl SourceStatus<E>) -> MapSource {
    MapSource {
        status: Arc::new(move |error| error.peek_source().map(|source| status.status_for(source))),
    }
}

/// The middleware that [`map_source`] returns.
#[derive(Clone)]
#[must_use = "a middleware runs only in a list"]
pub struct MapSource {
    status: Arc<dyn Fn(&HttpError) -> Option<StatusCode> + Send + Sync>,
}

/// The status for an error of the type `E`: a [`StatusCode`], or a function of the error. Your own types can implement it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not give an `{E}` a status",
    label = "expected a `StatusCode`, or a function `fn(&{E}) -> StatusCode`",
    note = "the parameter of a closure needs its type: `|error: &{E}| ..`"
)]
pub trait SourceStatus<E>: Send + Sync + 'static {
    /// Returns the status for this error.
    fn status_for(&self, source: &E) -> StatusCode;
}

impl<E> SourceStatus<E> for StatusCode {
    fn status_for(&self, _: &E) -> StatusCode {
        *self
    }
}

impl<E, F: Fn(&E) -> StatusCode + Send + Sync + 'static> SourceStatus<E> for F {
    fn status_for(&self, source: &E) -> StatusCode {
        self(source)
    }
}

impl Provides for MapSource {
    type Types = ();
}

impl<S: Send + Sync + 'static> Middleware<S> for MapSource {
    async fn handle<'a, C: Chain<S>>(&'a self, req: Request, next: Next<'a, (), S, C>) -> Response {
        let error = match next.try_run(req).await {
            Ok(response) => return response,
            Err(error) => error,
        };
        let status = (error.status() == StatusCode::INTERNAL_SERVER_ERROR)
            .then(|| (self.status)(&error))
            .flatten();
        match status {
            Some(status) => error.with_status(status),
            None => error,
        }
        .into_response()
    }
}

opaque_debug! {
    MapSource,
}
