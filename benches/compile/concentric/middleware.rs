//! The middleware.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderValue, header},
};
use concentric::{Next, Provided, Request, Response, middleware};
use tower_http::cors::CorsLayer;

use crate::{
    error::ApiError,
    model::{CurrentUser, Role, Settings},
};

pub fn cors() -> CorsLayer {
    CorsLayer::permissive()
}

#[middleware]
pub async fn authenticate(
    State(settings): State<Arc<Settings>>,
    req: Request,
    next: Next<CurrentUser>,
) -> Result<Response, ApiError> {
    let token = req.headers().get(header::AUTHORIZATION);
    if token.is_none_or(|token| token.as_bytes() != settings.token.as_bytes()) {
        return Err(ApiError::unauthorized("invalid token"));
    }
    let user = CurrentUser {
        name: "editor".to_owned(),
    };
    Ok(next.provide(user).run(req).await)
}

#[middleware]
pub async fn require_role(
    #[config] role: &Role,
    user: Provided<CurrentUser>,
    req: Request,
    next: Next,
) -> Result<Response, ApiError> {
    if user.has(*role) {
        Ok(next.run(req).await)
    } else {
        Err(ApiError::forbidden("not for you"))
    }
}
