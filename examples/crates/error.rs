//! The errors of the API, and the one shape in which clients see them.

use axum::{http::StatusCode, response::IntoResponse};
use concentric::{HttpError, Next, Request, Response, middleware};
use serde_json::json;
use thiserror::Error;

/// Why a request fails.
#[derive(Debug, Error)]
pub(crate) enum AppError {
    #[error("this action requires authentication")]
    Anonymous,
    #[error("this account is locked: {0}")]
    Locked(String),
    #[error("this action can only be performed on the website")]
    CookieOnly,
    #[error("this token does not have the required permissions to perform this action")]
    WrongScope,
    #[error("only owners have permission to modify this crate")]
    NotAnOwner,
    #[error("this action requires an administrator")]
    NotAnAdmin,
    #[error("{what} `{name}` does not exist")]
    Missing { what: &'static str, name: String },
    #[error("crate `{name}` does not have a version `{num}`")]
    NoSuchVersion { name: String, num: String },
    #[error("{0}")]
    Invalid(String),
    #[error("requests with this user agent are blocked")]
    Blocked,
    #[error("the registry is read-only, please try again later")]
    ReadOnly,
    // Neither `#[from]` nor `transparent`, since an `HttpError` is not an `Error`.
    #[error("{0}")]
    Http(HttpError),
}

impl AppError {
    /// Returns the error for a value that does not exist.
    pub(crate) fn missing(what: &'static str, name: impl Into<String>) -> Self {
        let name = name.into();
        Self::Missing { what, name }
    }

    /// Returns the error for an invalid request.
    pub(crate) fn invalid(detail: impl Into<String>) -> Self {
        Self::Invalid(detail.into())
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::Anonymous
            | Self::Locked(_)
            | Self::CookieOnly
            | Self::WrongScope
            | Self::NotAnOwner
            | Self::NotAnAdmin
            | Self::Blocked => StatusCode::FORBIDDEN,
            Self::Missing { .. } | Self::NoSuchVersion { .. } => StatusCode::NOT_FOUND,
            Self::Invalid(_) => StatusCode::BAD_REQUEST,
            Self::ReadOnly => StatusCode::SERVICE_UNAVAILABLE,
            Self::Http(error) => error.status(),
        }
    }
}

impl From<HttpError> for AppError {
    fn from(error: HttpError) -> Self {
        Self::Http(error)
    }
}

impl IntoResponse for AppError {
    fn into_response(self) -> Response {
        match self {
            Self::Http(error) => error.into_response(),
            _ => HttpError::new(self.status(), self.to_string())
                .with_source(self)
                .into_response(),
        }
    }
}

/// Gives all errors the shape `{"errors": [{"detail": ...}]}`: those of handlers and middleware, rejections of
/// extractors, timeouts, panics, and each 404 and 405.
#[middleware]
pub(crate) async fn json_errors(req: Request, next: Next) -> Result<Response, HttpError> {
    next.try_run(req).await.map_err(|error| {
        let errors = json!({ "errors": [{ "detail": error.detail() }] });
        error.with_json(errors)
    })
}
