//! Users, their roles, and the middleware that check them.

use std::{collections::HashMap, sync::Arc};

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, HeaderValue, header},
};
use concentric::{HttpError, Next, Provided, Request, Response, middleware};
use serde::Serialize;

/// The role of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Role {
    Customer,
    Owner,
}

/// The user who sent the request.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct CurrentUser {
    pub(crate) name: String,
    pub(crate) role: Role,
}

/// All users by their tokens.
#[derive(Clone)]
pub(crate) struct Users(Arc<HashMap<&'static str, CurrentUser>>);

impl Users {
    pub(crate) fn of_the_demo() -> Self {
        let user = |name: &str, role| CurrentUser {
            name: name.to_owned(),
            role,
        };
        Self(Arc::new(HashMap::from([
            ("ada-token", user("ada", Role::Customer)),
            ("bob-token", user("bob", Role::Customer)),
            ("olga-token", user("olga", Role::Owner)),
        ])))
    }

    fn by_token(&self, headers: &HeaderMap) -> Option<CurrentUser> {
        let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
        self.0.get(value.strip_prefix("Bearer ")?).cloned()
    }
}

/// Rejects requests without a valid token and provides the `CurrentUser`.
#[middleware]
pub(crate) async fn authenticate(
    State(users): State<Users>,
    req: Request,
    next: Next<CurrentUser>,
) -> Result<Response, HttpError> {
    let user = users.by_token(req.headers()).ok_or_else(|| {
        HttpError::unauthorized("invalid token")
            .with_header(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"))
    })?;
    Ok(next.provide(user).run(req).await)
}

/// Rejects users without this role.
#[middleware]
pub(crate) async fn require_role(
    #[config] role: &Role,
    user: Provided<CurrentUser>,
    req: Request,
    next: Next,
) -> Result<Response, HttpError> {
    if user.role == *role {
        Ok(next.run(req).await)
    } else {
        Err(HttpError::forbidden(format!("only for the role {role:?}")))
    }
}

pub(crate) async fn show_account(Provided(user): Provided<CurrentUser>) -> Json<CurrentUser> {
    Json(user)
}
