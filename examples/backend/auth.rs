//! Authentication and authorization.

use std::ops::Deref;

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, header},
};
use concentric::{HttpError, Next, Provided, Request, Response, middleware};

use crate::{
    models::User,
    store::{Purpose, Store},
};

/// The user who sent the request.
#[derive(Clone, Debug)]
pub(crate) struct CurrentUser(pub(crate) User);

impl Deref for CurrentUser {
    type Target = User;

    fn deref(&self) -> &User {
        &self.0
    }
}

/// Rejects requests without a valid token, and provides the `CurrentUser`.
#[middleware]
pub(crate) async fn current_user(
    State(store): State<Store>,
    req: Request,
    next: Next<CurrentUser>,
) -> Result<Response, HttpError> {
    let token = bearer(req.headers()).ok_or_else(|| {
        HttpError::unauthorized("Not authenticated")
            .with_header(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"))
    })?;
    let id = store.user_of_token(Purpose::Access, token);
    let id = id.ok_or_else(|| HttpError::forbidden("Could not validate credentials"))?;
    let user = store
        .user(id)
        .ok_or_else(|| HttpError::not_found("User not found"))?;
    if !user.is_active {
        return Err(HttpError::bad_request("Inactive user"));
    }
    Ok(next.provide(CurrentUser(user)).run(req).await)
}

/// Rejects users who are not superusers.
#[middleware]
pub(crate) async fn superuser(
    user: Provided<CurrentUser>,
    req: Request,
    next: Next,
) -> Result<Response, HttpError> {
    if !user.is_superuser {
        return Err(HttpError::forbidden(
            "The user doesn't have enough privileges",
        ));
    }
    Ok(next.run(req).await)
}

/// Returns the token of a request.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme
        .eq_ignore_ascii_case("bearer")
        .then_some(token.trim_start())
}
