//! The middleware.

use std::sync::Arc;

use axum::{
    Extension,
    extract::{Request, State},
    http::{HeaderValue, header},
    middleware::Next,
    response::Response,
};
use tower_http::cors::CorsLayer;

use crate::{
    error::ApiError,
    model::{CurrentUser, Role, Settings},
};

pub fn cors() -> CorsLayer {
    CorsLayer::permissive()
}

pub async fn authenticate(
    State(settings): State<Arc<Settings>>,
    mut req: Request,
    next: Next,
) -> Result<Response, ApiError> {
    let token = req.headers().get(header::AUTHORIZATION);
    if token.is_none_or(|token| token.as_bytes() != settings.token.as_bytes()) {
        return Err(ApiError::unauthorized("invalid token"));
    }
    let user = CurrentUser {
        name: "editor".to_owned(),
    };
    req.extensions_mut().insert(user);
    Ok(next.run(req).await)
}

pub async fn require_role(
    State(role): State<Role>,
    Extension(user): Extension<CurrentUser>,
    req: Request,
    next: Next,
) -> Result<Response, ApiError> {
    if user.has(role) {
        Ok(next.run(req).await)
    } else {
        Err(ApiError::forbidden("not for you"))
    }
}
