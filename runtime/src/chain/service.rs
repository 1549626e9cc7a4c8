//! Tower services that requests can be handed to.

use std::future::Future;

use axum::{
    extract::Request,
    response::{IntoResponse, Response},
};
use tower::{Service, ServiceExt};

use super::target::{BoxFuture, Target};
use crate::error::{BoxError, HttpError};

/// A service that a request can be handed to: its response becomes one of axum's, and its error an
/// [`HttpError`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a service that requests can be handed to",
    label = "not an HTTP service",
    note = "a `tower::Service<Request>` that is `Clone + Send + Sync`, whose response is an HTTP response, and whose error can be boxed"
)]
pub trait HttpService: Clone + Send + Sync + 'static {
    /// Waits until the service is ready, and hands over the request.
    fn answer(self, req: Request) -> impl Future<Output = Response> + Send;
}

impl<T> HttpService for T
where
    T: Service<Request> + Clone + Send + Sync + 'static,
    T::Response: IntoResponse,
    T::Error: Into<BoxError>,
    T::Future: Send,
{
    async fn answer(self, req: Request) -> Response {
        response_of(self.oneshot(req).await)
    }
}

/// A service as a target.
pub(crate) struct ServiceTarget<T>(pub(crate) T);

impl<S, T: HttpService> Target<S> for ServiceTarget<T> {
    fn call<'a>(&'a self, _: &'a S, req: Request) -> BoxFuture<'a, Response> {
        Box::pin(self.0.clone().answer(req))
    }
}

/// The response of a service, or that of its error.
pub(super) fn response_of<T: IntoResponse, E: Into<BoxError>>(result: Result<T, E>) -> Response {
    match result {
        Ok(response) => response.into_response(),
        Err(error) => HttpError::from_service(error.into()).into_response(),
    }
}
