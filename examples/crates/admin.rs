//! What administrators do with accounts.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use concentric::{Next, Part, Provided, Request, Response, app, middleware};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    auth::CurrentUser,
    error::AppError,
    krates::crate_view,
    store::{Accounts, Krates, Registry, User},
};

app! {
    /// The accounts, for the administrator that this part requires.
    pub(crate) fn admin(state: Registry) -> Part<CurrentUser> {
        scope "/users/{user}" with [find_account] {
            /// Lists the crates of a user.
            GET "/crates" => list_crates_of_user,
            /// Locks an account.
            PUT "/lock" => lock_account,
            /// Unlocks an account.
            DELETE "/lock" => unlock_account,
        }
    }
}

/// Provides the account of the path.
#[middleware]
async fn find_account(
    State(accounts): State<Accounts>,
    Path(login): Path<String>,
    req: Request,
    next: Next<User>,
) -> Result<Response, AppError> {
    let user = accounts.user_by_login(&login);
    let user = user.ok_or_else(|| AppError::missing("user", login))?;
    Ok(next.provide(user).run(req).await)
}

async fn list_crates_of_user(State(krates): State<Krates>, account: Provided<User>) -> Json<Value> {
    let owned = krates.filter(|krate| krate.is_owned_by(account.id));
    Json(json!({ "crates": owned.iter().map(crate_view).collect::<Vec<_>>() }))
}

#[derive(Deserialize)]
struct Lock {
    reason: String,
}

async fn lock_account(
    State(accounts): State<Accounts>,
    admin: Provided<CurrentUser>,
    account: Provided<User>,
    Json(lock): Json<Lock>,
) -> Result<StatusCode, AppError> {
    if account.id == admin.id {
        return Err(AppError::invalid("you cannot lock your own account"));
    }
    tracing::warn!("{} locks {}: {}", admin.login, account.login, lock.reason);
    accounts.update_user(account.id, |user| user.lock = Some(lock.reason));
    Ok(StatusCode::NO_CONTENT)
}

async fn unlock_account(State(accounts): State<Accounts>, account: Provided<User>) -> StatusCode {
    accounts.update_user(account.id, |user| user.lock = None);
    StatusCode::NO_CONTENT
}
