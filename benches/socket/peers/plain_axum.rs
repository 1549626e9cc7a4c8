//! The routes of the quickstart and its errors in plain axum, for the servers whose middleware differ.

use std::{any::Any, error::Error, io, sync::Arc};

use axum::{
    Json, Router,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{MethodRouter, get},
};
use serde_json::{Value, json};

/// Returns the routes. The function adds the middleware of the protected one.
pub(crate) fn routes(protect: impl FnOnce(MethodRouter) -> MethodRouter) -> Router {
    Router::new()
        .route("/", get(read_root))
        .route("/protected", protect(get(protected_route)))
        .route("/error", get(raise_error))
        .route("/panic", get(raise_panic))
        .fallback(not_found)
}

async fn read_root() -> Json<Value> {
    Json(json!({ "Hello": "World" }))
}

async fn protected_route() -> Json<Value> {
    Json(json!({ "message": "This is a protected route" }))
}

async fn raise_error() -> Result<Json<Value>, ApiError> {
    Err(ApiError::internal(
        io::Error::other("This is a sample error").into(),
    ))
}

#[expect(
    clippy::panic,
    reason = "the example shows that a panic gets a response"
)]
async fn raise_panic() -> Json<Value> {
    panic!("This is a sample panic")
}

async fn not_found() -> ApiError {
    ApiError::new(StatusCode::NOT_FOUND, "Not Found")
}

/// The error of a handler or a middleware.
pub(crate) struct ApiError {
    status: StatusCode,
    detail: &'static str,
    source: Option<Source>,
}

/// The source of the error, which the client does not see.
#[derive(Clone)]
pub(crate) struct Source(Arc<dyn Error + Send + Sync>);

impl ApiError {
    fn new(status: StatusCode, detail: &'static str) -> Self {
        Self {
            status,
            detail,
            source: None,
        }
    }

    fn internal(source: Box<dyn Error + Send + Sync>) -> Self {
        Self {
            source: Some(Source(source.into())),
            ..Self::new(StatusCode::INTERNAL_SERVER_ERROR, "Internal Server Error")
        }
    }

    pub(crate) fn unauthorized() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "Unauthorized")
    }

    pub(crate) fn panicked(panic: &(dyn Any + Send)) -> Self {
        Self::internal(message(panic).into())
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let body = Json(json!({ "detail": self.detail }));
        let mut response = (self.status, body).into_response();
        if self.status == StatusCode::UNAUTHORIZED {
            let scheme = HeaderValue::from_static("Bearer");
            response
                .headers_mut()
                .insert(header::WWW_AUTHENTICATE, scheme);
        }
        if let Some(source) = self.source {
            response.extensions_mut().insert(source);
        }
        response
    }
}

/// Logs the source of an error or a panic.
pub(crate) fn log_source(response: &Response) {
    if let Some(Source(source)) = response.extensions().get() {
        tracing::error!(source = &**source as &dyn Error, "{}", response.status());
    }
}

fn message(panic: &(dyn Any + Send)) -> &str {
    match (panic.downcast_ref::<&str>(), panic.downcast_ref::<String>()) {
        (Some(message), _) => message,
        (None, Some(message)) => message,
        (None, None) => "a panic",
    }
}
