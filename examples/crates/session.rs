//! The session of a user on the website.

use axum::{
    Json,
    extract::{Query, State},
    http::{HeaderMap, header},
    response::IntoResponse,
};
use concentric::{Part, app};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    auth::{COOKIE, session as session_secret},
    error::AppError,
    store::Accounts,
};

app! {
    /// The login with GitHub.
    pub(crate) fn session(state: Accounts) -> Part {
        /// Returns the URL of the page that asks the user.
        GET "/begin" => begin_session,
        /// Starts a session, after the user has agreed.
        GET "/authorize" => authorize_session,
        /// Ends the session.
        DELETE "/" => end_session,
    }
}

async fn begin_session() -> Json<Value> {
    Json(json!({ "url": "https://login.example.com/authorize?client_id=registry" }))
}

#[derive(Deserialize)]
struct Authorization {
    /// GitHub would say whose code it is. In this example, it is the login itself.
    code: String,
}

async fn authorize_session(
    State(accounts): State<Accounts>,
    Query(authorization): Query<Authorization>,
) -> Result<impl IntoResponse, AppError> {
    let user = accounts.user_by_login(&authorization.code);
    let user = user.ok_or_else(|| AppError::invalid("invalid code"))?;
    let secret = accounts.start_session(user.id);
    let cookie = format!("{COOKIE}={secret}; HttpOnly; Secure; SameSite=Strict; Path=/");
    Ok((
        [(header::SET_COOKIE, cookie)],
        Json(json!({ "user": user })),
    ))
}

async fn end_session(State(accounts): State<Accounts>, headers: HeaderMap) -> impl IntoResponse {
    if let Some(secret) = session_secret(&headers) {
        accounts.end_session(secret);
    }
    let expired = format!("{COOKIE}=; Max-Age=0; Path=/");
    ([(header::SET_COOKIE, expired)], Json(json!(true)))
}
