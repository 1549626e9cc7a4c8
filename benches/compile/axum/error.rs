//! The error type of handlers and middleware.

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde_json::json;

pub struct ApiError {
    status: StatusCode,
    detail: &'static str,
}

impl ApiError {
    pub fn not_found(detail: &'static str) -> Self {
        Self {
            status: StatusCode::NOT_FOUND,
            detail,
        }
    }

    pub fn unprocessable(detail: &'static str) -> Self {
        Self {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            detail,
        }
    }

    pub fn unauthorized(detail: &'static str) -> Self {
        Self {
            status: StatusCode::UNAUTHORIZED,
            detail,
        }
    }

    pub fn forbidden(detail: &'static str) -> Self {
        Self {
            status: StatusCode::FORBIDDEN,
            detail,
        }
    }

    pub fn bad_request(detail: &'static str) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            detail,
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        (self.status, Json(json!({ "detail": self.detail }))).into_response()
    }
}
