//! Users and teams as everybody sees them, and the email address of a user.

use axum::{
    Json,
    extract::{Path, State},
};
use concentric::{Part, Provided, app};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    auth::{CurrentUser, authenticate, require_cookie},
    error::AppError,
    store::{Accounts, Krate, Krates, Owner, Registry},
};

app! {
    /// The users and the teams.
    pub(crate) fn users(state: Registry) -> Part {
        /// Shows a team that owns a crate.
        GET "/teams/{team}" => show_team,
        /// Confirms an email address, from a link in an email.
        PUT "/confirm/{email_token}" => confirm_email,

        scope "/users/{user}" {
            /// Shows the user with this login.
            GET "/" => show_user,
            /// Counts the downloads of the crates of the user with this ID.
            GET "/stats" => user_stats,

            scope with [authenticate, require_cookie] {
                /// Changes the email address of the user with this ID.
                PUT "/" => update_user,
                /// Sends the email with the link to confirm the address again.
                PUT "/resend" => resend_confirmation,
            }
        }
    }
}

async fn show_team(
    State(krates): State<Krates>,
    Path(team): Path<String>,
) -> Result<Json<Value>, AppError> {
    let owner = Owner::Team(team.clone());
    if krates
        .filter(|krate| krate.owners.contains(&owner))
        .is_empty()
    {
        return Err(AppError::missing("team", team));
    }
    Ok(Json(json!({ "team": { "login": team } })))
}

async fn show_user(
    State(accounts): State<Accounts>,
    Path(login): Path<String>,
) -> Result<Json<Value>, AppError> {
    let user = accounts.user_by_login(&login);
    let user = user.ok_or_else(|| AppError::missing("user", login))?;
    Ok(Json(json!({ "user": user })))
}

async fn user_stats(State(krates): State<Krates>, Path(id): Path<u32>) -> Json<Value> {
    let crates = krates.filter(|krate| krate.is_owned_by(id));
    let downloads: u64 = crates.iter().map(Krate::downloads).sum();
    Json(json!({ "total_downloads": downloads }))
}

#[derive(Deserialize)]
struct NewEmail {
    email: String,
}

async fn update_user(
    State(accounts): State<Accounts>,
    Path(id): Path<u32>,
    user: Provided<CurrentUser>,
    Json(new): Json<NewEmail>,
) -> Result<Json<Value>, AppError> {
    must_be(&user, id)?;
    if !new.email.contains('@') {
        return Err(AppError::invalid("invalid email address"));
    }
    accounts.update_user(id, |user| user.email = Some(new.email));
    accounts.send_confirmation(id);
    Ok(Json(json!({ "ok": true })))
}

async fn resend_confirmation(
    State(accounts): State<Accounts>,
    Path(id): Path<u32>,
    user: Provided<CurrentUser>,
) -> Result<Json<Value>, AppError> {
    must_be(&user, id)?;
    accounts.send_confirmation(id);
    Ok(Json(json!({ "ok": true })))
}

async fn confirm_email(
    State(accounts): State<Accounts>,
    Path(token): Path<String>,
) -> Result<Json<Value>, AppError> {
    let user = accounts.find_user(|user| user.email_token.as_ref() == Some(&token));
    let user = user.ok_or_else(|| AppError::invalid("this link has expired"))?;
    accounts.update_user(user.id, |user| user.email_token = None);
    Ok(Json(json!({ "ok": true })))
}

/// Rejects a request about another user.
fn must_be(user: &CurrentUser, id: u32) -> Result<(), AppError> {
    if user.id == id {
        Ok(())
    } else {
        Err(AppError::invalid(
            "current user does not match requested user",
        ))
    }
}
