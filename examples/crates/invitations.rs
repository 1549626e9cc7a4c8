//! Invitations to become an owner of a crate.

use axum::{
    Json,
    extract::{Path, Query, State},
};
use concentric::{Part, Provided, app};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    auth::CurrentUser,
    error::AppError,
    store::{Invitation, Invitations, Krates, Owner, Registry},
};

app! {
    /// The invitations of the user that this part requires.
    pub(crate) fn invitations(state: Registry) -> Part<CurrentUser> {
        /// Lists the invitations of the user.
        GET "/" => list_invitations,
        /// Accepts or declines the invitation to a crate.
        PUT "/{name}" => answer_invitation,
    }
}

async fn list_invitations(
    State(invitations): State<Invitations>,
    user: Provided<CurrentUser>,
) -> Json<Value> {
    let own = invitations.filter(|invitation| invitation.invitee_id == user.id);
    Json(json!({ "crate_owner_invitations": own }))
}

#[derive(Deserialize)]
struct Answer {
    accepted: bool,
}

async fn answer_invitation(
    State(invitations): State<Invitations>,
    State(krates): State<Krates>,
    Path(name): Path<String>,
    user: Provided<CurrentUser>,
    Json(answer): Json<Answer>,
) -> Result<Json<Value>, AppError> {
    let invitation = invitations
        .take(|invitation| invitation.crate_name == name && invitation.invitee_id == user.id)
        .ok_or_else(|| AppError::missing("invitation", name))?;
    if answer.accepted {
        accept(&krates, &invitation);
    }
    Ok(Json(json!({ "accepted": answer.accepted })))
}

/// Accepts an invitation from a link in an email, without a login.
pub(crate) async fn accept_by_token(
    State(invitations): State<Invitations>,
    State(krates): State<Krates>,
    Path(token): Path<String>,
) -> Result<Json<Value>, AppError> {
    let invitation = invitations.take(|invitation| invitation.token == token);
    let invitation = invitation.ok_or_else(|| AppError::missing("invitation", token))?;
    accept(&krates, &invitation);
    Ok(Json(json!({ "accepted": true })))
}

fn accept(krates: &Krates, invitation: &Invitation) {
    krates.update(&invitation.crate_name, |krate| {
        krate.owners.insert(Owner::User(invitation.invitee_id));
    });
}

/// Which invitations a page of the website shows.
#[derive(Deserialize)]
pub(crate) struct Filter {
    crate_name: Option<String>,
}

/// Lists the invitations that the user has received, or those to a crate of the user.
pub(crate) async fn list_invitations_for_pages(
    State(registry): State<Registry>,
    Query(filter): Query<Filter>,
    user: Provided<CurrentUser>,
) -> Result<Json<Value>, AppError> {
    let found = match filter.crate_name {
        None => registry
            .invitations
            .filter(|invitation| invitation.invitee_id == user.id),
        Some(name) => {
            let krate = registry.krates.get(&name);
            let krate = krate.ok_or_else(|| AppError::missing("crate", name))?;
            if !krate.is_owned_by(user.id) {
                return Err(AppError::NotAnOwner);
            }
            registry
                .invitations
                .filter(|invitation| invitation.crate_name == krate.name)
        }
    };
    Ok(Json(json!({ "invitations": found })))
}
