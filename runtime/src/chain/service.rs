//! `HttpService`, the tower services that lists and mounts accept, and a service as a target.

use std::future::Future;

use axum::{
    extract::Request,
    response::{IntoResponse, Response},
};
use http::Method;
use tower::{Service, ServiceExt};

use super::target::{BoxFuture, Target};
use crate::error::{BoxError, HttpError, mark_layer_error, without_length_of_head};

/// A tower service that answers requests. Its response becomes axum's, and its error an
/// [`HttpError`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an HTTP service",
    label = "not an HTTP service",
    note = "must be a `tower::Service<Request>` that is `Clone + Send + Sync`, returns an HTTP response, and has an error that can be boxed"
)]
pub trait HttpService: Clone + Send + Sync + 'static {
    /// Waits until the service is ready and returns its response to the request.
    fn answer(self, req: Request) -> impl Future<Output = Response> + Send;

    /// Returns the response of a layer. A 5xx that the layer makes on its own becomes an error.
    #[doc(hidden)]
    fn answer_as_layer(self, req: Request) -> impl Future<Output = Response> + Send;
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

    async fn answer_as_layer(self, req: Request) -> Response {
        let mut response = response_of(self.oneshot(req).await);
        mark_layer_error(&mut response);
        response
    }
}

/// A service as the target of a route.
pub(crate) struct ServiceTarget<T>(pub(crate) T);

impl<T: HttpService> Target for ServiceTarget<T> {
    fn call(&self, req: Request) -> BoxFuture<'_, Response> {
        let is_head = req.method() == Method::HEAD;
        let service = self.0.clone();
        Box::pin(async move {
            let mut response = service.answer(req).await;
            if is_head {
                without_length_of_head(&mut response);
            }
            response
        })
    }
}

/// Converts the result of a service to a response.
pub(super) fn response_of<T: IntoResponse, E: Into<BoxError>>(result: Result<T, E>) -> Response {
    match result {
        Ok(response) => response.into_response(),
        Err(error) => HttpError::from_service(error.into()).into_response(),
    }
}
