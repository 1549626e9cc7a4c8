//! Who sends a request, and what they may do.

mod require;

use axum::{
    extract::State,
    http::{HeaderMap, header},
};
use concentric::{Next, Request, Response, middleware};

pub(crate) use self::require::{require_admin, require_cookie, require_owner, require_scope};
use crate::{
    error::AppError,
    store::{Accounts, ApiToken, User},
};

/// The name of the session cookie.
pub(crate) const COOKIE: &str = "registry_session";

/// The user who sent the request.
#[derive(Clone, Debug)]
pub(crate) struct CurrentUser {
    pub(crate) id: u32,
    pub(crate) login: String,
    pub(crate) is_admin: bool,
}

/// How the user has proved who they are.
#[derive(Clone, Debug)]
pub(crate) enum Credential {
    /// The session of the website.
    Cookie,
    /// A token of `cargo` or of another client.
    Token(ApiToken),
}

/// Rejects requests without a session or a token. Provides the `CurrentUser` and their `Credential`.
#[middleware]
pub(crate) async fn authenticate(
    State(accounts): State<Accounts>,
    req: Request,
    next: Next<(CurrentUser, Credential)>,
) -> Result<Response, AppError> {
    let (user, credential) = identify(&accounts, req.headers()).ok_or(AppError::Anonymous)?;
    if let Some(reason) = user.lock {
        return Err(AppError::Locked(reason));
    }
    let user = CurrentUser {
        id: user.id,
        login: user.login,
        is_admin: user.is_admin,
    };
    Ok(next.provide((user, credential)).run(req).await)
}

/// Returns the user of a token or, without one, of a session.
fn identify(accounts: &Accounts, headers: &HeaderMap) -> Option<(User, Credential)> {
    match headers.get(header::AUTHORIZATION) {
        Some(value) => {
            // `cargo` sends the token alone.
            let value = value.to_str().ok()?;
            let secret = value.strip_prefix("Bearer ").unwrap_or(value);
            let token = accounts.token_by_secret(secret)?;
            let user = accounts.user(token.user)?;
            Some((user, Credential::Token(token)))
        }
        None => {
            let user = accounts.user_by_session(session(headers)?)?;
            Some((user, Credential::Cookie))
        }
    }
}

/// Returns the secret of the session.
pub(crate) fn session(headers: &HeaderMap) -> Option<&str> {
    let cookies = headers.get(header::COOKIE)?.to_str().ok()?;
    let mut cookies = cookies
        .split("; ")
        .filter_map(|cookie| cookie.split_once('='));
    cookies.find_map(|(name, value)| (name == COOKIE).then_some(value))
}
