//! The owners of a crate.

use axum::{Json, extract::State};
use concentric::{Part, Provided, app};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    auth::{CurrentUser, authenticate, require_owner, require_scope},
    error::AppError,
    store::{Accounts, Invitations, Krate, Krates, Owner, Registry, TokenScope::ChangeOwners},
};

app! {
    /// The owners of the crate that this part requires.
    pub(crate) fn owners(state: Registry) -> Part<Krate> {
        /// Lists the owners of a crate.
        GET "/owners" => list_owners,
        /// Lists the users who own a crate.
        GET "/owner_user" => list_owner_users,
        /// Lists the teams that own a crate.
        GET "/owner_team" => list_owner_teams,

        scope with [authenticate, require_scope(ChangeOwners), require_owner] {
            /// Invites users, and adds teams.
            PUT "/owners" => add_owners,
            /// Removes owners.
            DELETE "/owners" => remove_owners,
        }
    }
}

async fn list_owners(State(accounts): State<Accounts>, krate: Provided<Krate>) -> Json<Value> {
    let owners = krate.owners.iter().map(|owner| view(&accounts, owner));
    Json(json!({ "users": owners.collect::<Vec<_>>() }))
}

async fn list_owner_users(State(accounts): State<Accounts>, krate: Provided<Krate>) -> Json<Value> {
    let users = krate
        .owners
        .iter()
        .filter(|owner| matches!(owner, Owner::User(_)));
    let users = users.map(|owner| view(&accounts, owner));
    Json(json!({ "users": users.collect::<Vec<_>>() }))
}

async fn list_owner_teams(State(accounts): State<Accounts>, krate: Provided<Krate>) -> Json<Value> {
    let teams = krate
        .owners
        .iter()
        .filter(|owner| matches!(owner, Owner::Team(_)));
    let teams = teams.map(|owner| view(&accounts, owner));
    Json(json!({ "teams": teams.collect::<Vec<_>>() }))
}

/// The logins of users and teams.
#[derive(Deserialize)]
struct Logins {
    owners: Vec<String>,
}

async fn add_owners(
    State(registry): State<Registry>,
    State(invitations): State<Invitations>,
    krate: Provided<Krate>,
    user: Provided<CurrentUser>,
    Json(logins): Json<Logins>,
) -> Result<Json<Value>, AppError> {
    let owners = find_all(&registry.accounts, logins)?;
    for owner in &owners {
        match owner {
            Owner::User(id) => invitations.invite(&krate.name, user.id, *id),
            Owner::Team(_) => registry.krates.update(&krate.name, |krate| {
                krate.owners.insert(owner.clone());
            }),
        }
    }
    let msg = format!("{} owners have been invited or added", owners.len());
    Ok(Json(json!({ "ok": true, "msg": msg })))
}

async fn remove_owners(
    State(accounts): State<Accounts>,
    State(krates): State<Krates>,
    krate: Provided<Krate>,
    Json(logins): Json<Logins>,
) -> Result<Json<Value>, AppError> {
    let removed = find_all(&accounts, logins)?;
    let is_user_left = |owner: &Owner| matches!(owner, Owner::User(_)) && !removed.contains(owner);
    if !krate.owners.iter().any(is_user_left) {
        return Err(AppError::invalid(
            "a crate must have an owner who is a user",
        ));
    }
    krates.update(&krate.name, |krate| {
        krate.owners.retain(|owner| !removed.contains(owner));
    });
    Ok(Json(
        json!({ "ok": true, "msg": "owners successfully removed" }),
    ))
}

/// Finds the users and the teams with these logins.
fn find_all(accounts: &Accounts, logins: Logins) -> Result<Vec<Owner>, AppError> {
    let find = |login: String| {
        if login.contains(':') {
            return Ok(Owner::Team(login));
        }
        let user = accounts.user_by_login(&login);
        let user = user.ok_or_else(|| AppError::missing("user", login))?;
        Ok(Owner::User(user.id))
    };
    logins.owners.into_iter().map(find).collect()
}

fn view(accounts: &Accounts, owner: &Owner) -> Value {
    match owner {
        Owner::User(id) => {
            json!({ "kind": "user", "id": id, "login": accounts.user(*id).map(|user| user.login) })
        }
        Owner::Team(login) => json!({ "kind": "team", "login": login }),
    }
}
