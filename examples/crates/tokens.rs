//! The API tokens of a user.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use concentric::{Part, Provided, app};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    auth::{Credential, CurrentUser},
    error::AppError,
    store::{Accounts, Grant},
};

app! {
    /// The tokens of the user that this part requires.
    pub(crate) fn tokens(state: Accounts) -> Part<CurrentUser> {
        /// Lists the tokens of the user.
        GET "/" => list_tokens,
        /// Creates a token. Its secret is shown only here.
        PUT "/" => create_token,
        /// Shows a token.
        GET "/{id}" => show_token,
        /// Revokes a token.
        DELETE "/{id}" => revoke_token,
    }
}

async fn list_tokens(State(accounts): State<Accounts>, user: Provided<CurrentUser>) -> Json<Value> {
    Json(json!({ "api_tokens": accounts.tokens(user.id) }))
}

#[derive(Deserialize)]
struct NewToken {
    name: String,
    #[serde(flatten)]
    grant: Grant,
}

async fn create_token(
    State(accounts): State<Accounts>,
    user: Provided<CurrentUser>,
    Json(new): Json<NewToken>,
) -> Result<Json<Value>, AppError> {
    if new.name.is_empty() {
        return Err(AppError::invalid("name must have a value"));
    }
    let token = accounts.create_token(user.id, new.name, new.grant);
    Ok(Json(json!({ "api_token": token, "secret": token.secret })))
}

async fn show_token(
    State(accounts): State<Accounts>,
    Path(id): Path<u32>,
    user: Provided<CurrentUser>,
) -> Result<Json<Value>, AppError> {
    let mut tokens = accounts.tokens(user.id).into_iter();
    let token = tokens.find(|token| token.id == id);
    let token = token.ok_or_else(|| AppError::missing("token", id.to_string()))?;
    Ok(Json(json!({ "api_token": token })))
}

async fn revoke_token(
    State(accounts): State<Accounts>,
    Path(id): Path<u32>,
    user: Provided<CurrentUser>,
) -> Result<Json<Value>, AppError> {
    if accounts.revoke_token(user.id, id) {
        Ok(Json(json!({})))
    } else {
        Err(AppError::missing("token", id.to_string()))
    }
}

/// Revokes the token that authenticates the request.
pub(crate) async fn revoke_current_token(
    State(accounts): State<Accounts>,
    user: Provided<CurrentUser>,
    credential: Provided<Credential>,
) -> Result<StatusCode, AppError> {
    match &*credential {
        Credential::Token(token) => {
            accounts.revoke_token(user.id, token.id);
            Ok(StatusCode::NO_CONTENT)
        }
        Credential::Cookie => Err(AppError::invalid("token not provided")),
    }
}
