//! Users, their roles, the cookie of the page, and the middleware that check them.

use std::{collections::HashMap, sync::Arc};

use axum::{
    Extension, Json,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header, uri::Scheme},
};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use concentric::{HttpError, Next, Provided, RejectCrossSite, Request, Response, middleware};
use serde::{Deserialize, Serialize};
use time::Duration;

/// The name of the cookie with the token. A page cannot add `Authorization` to an `EventSource` or a `WebSocket`.
const COOKIE: &str = "token";

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

    fn by_token(&self, token: &str) -> Result<CurrentUser, HttpError> {
        self.0.get(token).cloned().ok_or_else(|| {
            HttpError::unauthorized("invalid token")
                .with_header(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"))
        })
    }
}

/// Returns the token of the header, or else of the cookie.
fn token(headers: &HeaderMap) -> Option<String> {
    let bearer = headers.get(header::AUTHORIZATION);
    let bearer = bearer.and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "));
    let jar = CookieJar::from_headers(headers);
    let token = bearer.or_else(|| jar.get(COOKIE).map(Cookie::value))?;
    Some(token.to_owned())
}

/// Rejects requests without a valid token and provides the `CurrentUser`.
///
/// A browser also sends the cookie from pages of other origins, so this requires a middleware that rejects them.
#[middleware(requires(RejectCrossSite))]
pub(crate) async fn authenticate(
    State(users): State<Users>,
    req: Request,
    next: Next<CurrentUser>,
) -> Result<Response, HttpError> {
    let user = users.by_token(&token(req.headers()).unwrap_or_default())?;
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

#[derive(Deserialize)]
pub(crate) struct Login {
    token: String,
}

/// Sets the cookie that `authenticate` accepts, for eight hours.
pub(crate) async fn log_in(
    State(users): State<Users>,
    scheme: Option<Extension<Scheme>>,
    Json(login): Json<Login>,
) -> Result<(CookieJar, Json<CurrentUser>), HttpError> {
    let user = users.by_token(&login.token)?;
    let cookie = Cookie::build((COOKIE, login.token))
        .path("/")
        .max_age(Duration::hours(8))
        .http_only(true)
        .same_site(SameSite::Strict)
        // Whoever reads the cookie has the token. A real site has TLS and sets `Secure` always: `.secure(true)`.
        .secure(scheme.is_some_and(|Extension(scheme)| scheme == Scheme::HTTPS));
    Ok((CookieJar::new().add(cookie), Json(user)))
}

/// Removes the cookie.
pub(crate) async fn log_out(cookies: CookieJar) -> (CookieJar, StatusCode) {
    let cookie = Cookie::build(COOKIE).path("/");
    (cookies.remove(cookie), StatusCode::NO_CONTENT)
}

pub(crate) async fn show_account(Provided(user): Provided<CurrentUser>) -> Json<CurrentUser> {
    Json(user)
}
