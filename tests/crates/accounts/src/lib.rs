//! The users of the shop, and the part with the routes about them.

use std::{
    collections::HashMap,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
};

use axum::{extract::State, http::header::AUTHORIZATION};
use concentric::{HttpError, Next, Part, Provided, Request, Response, app, middleware};

/// The user that a request is authenticated as.
#[derive(Clone, Debug)]
pub struct CurrentUser(pub String);

/// The names of the users by their tokens.
#[derive(Clone, Debug)]
pub struct Accounts(pub Arc<HashMap<&'static str, &'static str>>);

/// Rejects requests without a valid token and provides the [`CurrentUser`].
#[middleware]
pub async fn authenticate(
    State(accounts): State<Accounts>,
    req: Request,
    next: Next<CurrentUser>,
) -> Result<Response, HttpError> {
    let token = req.headers().get(AUTHORIZATION);
    let token = token.and_then(|token| token.to_str().ok());
    let name = token.and_then(|token| accounts.0.get(token));
    let name = name.ok_or_else(|| HttpError::unauthorized("a token is required"))?;
    let user = CurrentUser((*name).to_owned());
    Ok(next.provide(user).run(req).await)
}

/// Numbers the responses, also those of [`authenticate()`].
#[middleware(outside(authenticate))]
pub async fn number(req: Request, next: Next) -> Response {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let mut response = next.run(req).await;
    let number = NEXT.fetch_add(1, Relaxed);
    response.headers_mut().insert("x-number", number.into());
    response
}

async fn show_user(user: Provided<CurrentUser>) -> String {
    user.0.0
}

app! {
    /// The profile of the user.
    pub fn profile() -> Part<CurrentUser> {
        GET "/" => show_user,
    }
}
