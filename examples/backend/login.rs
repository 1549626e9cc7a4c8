//! Tokens, and passwords that users have forgotten.

use axum::{
    Form, Json,
    extract::{Path, State},
    http::HeaderName,
    response::Html,
};
use concentric::{HttpError, Part, Provided, app};
use serde::Deserialize;

use crate::{
    auth::{CurrentUser, current_user, superuser},
    models::{Login, Message, NewPassword, Token, User},
    openapi::path_of,
    store::{Purpose, Store},
    validation::Valid,
};

app! {
    /// Tokens, and passwords that users have forgotten.
    pub(crate) fn login(state: Store) -> Part {
        POST "/login/access-token" => log_in,
        POST "/login/test-token" => test_token with [current_user],
        POST "/password-recovery/{email}" => recover_password,
        POST "/reset-password/" => reset_password,
        POST "/password-recovery-html-content/{email}" => show_recovery_email
            with [current_user, superuser],
    }
}

#[derive(Deserialize)]
struct ByEmail {
    email: String,
}

/// Returns a token for a name and a password.
#[utoipa::path(
    post, path = path_of::<Self>(), request_body(content = Login, content_type = "application/x-www-form-urlencoded"),
    responses((status = 200, body = Token)),
)]
async fn log_in(
    State(store): State<Store>,
    Valid(Form(login)): Valid<Form<Login>>,
) -> Result<Json<Token>, HttpError> {
    let user = store.user_by_email(&login.username);
    let is_right = match &user {
        Some(user) => store.passwords.verify(&login.password, &user.hash).await?,
        // It takes as long as for a user, so that the time does not tell who has an account.
        None => store.passwords.hash(&login.password).await.map(|_| false)?,
    };
    let user = user.filter(|_| is_right);
    let user = user.ok_or_else(|| HttpError::bad_request("Incorrect email or password"))?;
    if !user.is_active {
        return Err(HttpError::bad_request("Inactive user"));
    }
    let access_token = store.create_token(Purpose::Access, user.id);
    Ok(Json(Token {
        access_token,
        token_type: "bearer",
    }))
}

/// Returns the user of a token.
#[utoipa::path(post, path = path_of::<Self>(), responses((status = 200, body = User)))]
async fn test_token(user: Provided<CurrentUser>) -> Json<User> {
    Json(user.0.0)
}

/// Sends an email with a link to set a new password.
#[utoipa::path(
    post, path = path_of::<Self>(), params(("email" = String, Path)),
    responses((status = 200, body = Message)),
)]
async fn recover_password(
    State(store): State<Store>,
    Valid(Path(by)): Valid<Path<ByEmail>>,
) -> Json<Message> {
    if let Some(user) = store.user_by_email(&by.email) {
        // A real backend sends it. A log must not have it, since its link sets a password.
        let _email = recovery_email(&store, &user);
        tracing::debug!("an email to {}", &*user.email);
    }
    // The response does not tell who has an account.
    Message::new("If that email is registered, we sent a password recovery link")
}

/// Sets a new password, with the token of an email.
#[utoipa::path(
    post, path = path_of::<Self>(), request_body = NewPassword,
    responses((status = 200, body = Message)),
)]
async fn reset_password(
    State(store): State<Store>,
    Valid(Json(new)): Valid<Json<NewPassword>>,
) -> Result<Json<Message>, HttpError> {
    let id = store.user_of_token(Purpose::Recovery, &new.token);
    let user = id.and_then(|id| store.user(id));
    let user = user.ok_or_else(|| HttpError::bad_request("Invalid token"))?;
    if !user.is_active {
        return Err(HttpError::bad_request("Inactive user"));
    }
    let hash = store.passwords.hash(&new.new_password).await?;
    store.change_user(user.id, |user| user.hash = hash)?;
    store.revoke_tokens(user.id);
    Ok(Message::new("Password updated successfully"))
}

/// Shows the email with the link to set a new password.
#[utoipa::path(
    post, path = path_of::<Self>(), params(("email" = String, Path)),
    responses((status = 200, body = String, content_type = "text/html")),
)]
async fn show_recovery_email(
    State(store): State<Store>,
    Valid(Path(by)): Valid<Path<ByEmail>>,
) -> Result<([(HeaderName, &'static str); 1], Html<String>), HttpError> {
    let user = store.user_by_email(&by.email).ok_or_else(|| {
        HttpError::not_found("The user with this username does not exist in the system.")
    })?;
    Ok((
        [(HeaderName::from_static("subject"), "Password recovery")],
        Html(recovery_email(&store, &user)),
    ))
}

/// Returns an email with a link to the page of the frontend that sets a new password.
fn recovery_email(store: &Store, user: &User) -> String {
    let token = store.create_token(Purpose::Recovery, user.id);
    let link = format!("{}/reset-password?token={token}", store.frontend);
    format!("<p>Hello,</p><p><a href=\"{link}\">Reset password</a></p>")
}
