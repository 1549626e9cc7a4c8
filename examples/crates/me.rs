//! The user who sent the request.

use axum::{
    Json,
    extract::{Query, State},
};
use concentric::{Part, Provided, app};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    auth::{Credential, CurrentUser, require_cookie},
    error::AppError,
    invitations,
    krates::crate_view,
    pagination::Pagination,
    store::{Accounts, Krates, Registry},
    tokens,
};

app! {
    /// The account of the user that this part requires.
    pub(crate) fn me(state: Registry) -> Part<(CurrentUser, Credential)> {
        /// Shows the account and its crates.
        GET "/" => show_me,
        /// Lists the newest versions of the crates that the user follows.
        GET "/updates" => updates,
        /// Turns emails about own crates on or off.
        PUT "/email_notifications" => set_email_notifications,

        scope "/tokens" with [require_cookie] {
            include tokens::tokens(state.accounts.clone()),
        }
        scope "/crate_owner_invitations" {
            include invitations::invitations(state.clone()),
        }
    }
}

async fn show_me(
    State(registry): State<Registry>,
    current: Provided<CurrentUser>,
) -> Result<Json<Value>, AppError> {
    let user = registry.accounts.user(current.id);
    let user = user.ok_or_else(|| AppError::missing("user", &*current.login))?;
    let owned = registry.krates.filter(|krate| krate.is_owned_by(user.id));
    Ok(Json(json!({
        "user": user,
        "email": user.email,
        "email_verified": user.email.is_some() && user.email_token.is_none(),
        "owned_crates": owned.iter().map(crate_view).collect::<Vec<_>>(),
    })))
}

async fn updates(
    State(krates): State<Krates>,
    Query(pagination): Query<Pagination>,
    user: Provided<CurrentUser>,
) -> Result<Json<Value>, AppError> {
    let followed = krates.filter(|krate| krate.followers.contains(&user.id));
    let newest = followed.iter().filter_map(|krate| {
        let version = krate.newest()?;
        Some(json!({ "crate": krate.name, "num": version.num }))
    });
    let newest: Vec<_> = newest.collect();
    Ok(Json(pagination.page("versions", &newest)?))
}

#[derive(Deserialize)]
struct Notifications {
    enabled: bool,
}

async fn set_email_notifications(
    State(accounts): State<Accounts>,
    user: Provided<CurrentUser>,
    Json(notifications): Json<Notifications>,
) -> Json<Value> {
    let enabled = notifications.enabled;
    accounts.update_user(user.id, |user| user.email_notifications = enabled);
    Json(json!({ "ok": true }))
}
