//! The users, and the account of the user who sends a request.

use axum::{
    Json,
    extract::{Path, Query, State},
};
use concentric::{HttpError, Part, Provided, app};
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    auth::{CurrentUser, current_user, superuser},
    models::{
        List, Message, Page, UpdatePassword, User, UserCreate, UserRegister, UserUpdate,
        UserUpdateMe, set,
    },
    openapi::path_of,
    store::Store,
    validation::Valid,
};

app! {
    /// The users.
    pub(crate) fn users(state: Store) -> Part {
        POST "/users/signup" => sign_up,

        scope with [current_user] {
            GET "/users/me" => show_me,
            PATCH "/users/me" => update_me,
            DELETE "/users/me" => delete_me,
            PATCH "/users/me/password" => update_my_password,
            GET "/users/{user_id}" => show_user,

            scope with [superuser] {
                GET "/users/" => list_users,
                POST "/users/" => create_user,
                PATCH "/users/{user_id}" => update_user,
                DELETE "/users/{user_id}" => delete_user,
            }
        }
    }
}

#[derive(Deserialize)]
struct ById {
    user_id: Uuid,
}

/// Lists the users.
#[utoipa::path(
    get, path = path_of::<Self>(), params(Page), responses((status = 200, body = List<User>)),
)]
async fn list_users(
    State(store): State<Store>,
    Valid(Query(page)): Valid<Query<Page>>,
) -> Json<List<User>> {
    Json(page.of(store.users()))
}

/// Creates a user.
#[utoipa::path(
    post, path = path_of::<Self>(), request_body = UserCreate,
    responses((status = 200, body = User)),
)]
async fn create_user(
    State(store): State<Store>,
    Valid(Json(new)): Valid<Json<UserCreate>>,
) -> Result<Json<User>, HttpError> {
    insert(&store, new).await.map(Json)
}

/// Creates an account for whoever asks.
#[utoipa::path(
    post, path = path_of::<Self>(), request_body = UserRegister,
    responses((status = 200, body = User)),
)]
async fn sign_up(
    State(store): State<Store>,
    Valid(Json(new)): Valid<Json<UserRegister>>,
) -> Result<Json<User>, HttpError> {
    insert(&store, new.into()).await.map(Json)
}

/// Shows the user who asks.
#[utoipa::path(get, path = path_of::<Self>(), responses((status = 200, body = User)))]
async fn show_me(user: Provided<CurrentUser>) -> Json<User> {
    Json(user.0.0)
}

/// Changes the user who asks.
#[utoipa::path(
    patch, path = path_of::<Self>(), request_body = UserUpdateMe,
    responses((status = 200, body = User)),
)]
async fn update_me(
    State(store): State<Store>,
    me: Provided<CurrentUser>,
    Valid(Json(change)): Valid<Json<UserUpdateMe>>,
) -> Result<Json<User>, HttpError> {
    let changed = store.change_user(me.id, |user| {
        set(&mut user.email, change.email);
        set(&mut user.full_name, change.full_name);
    });
    changed.map(Json)
}

/// Changes the password of the user who asks.
#[utoipa::path(
    patch, path = path_of::<Self>(), request_body = UpdatePassword,
    responses((status = 200, body = Message)),
)]
async fn update_my_password(
    State(store): State<Store>,
    Provided(CurrentUser(me)): Provided<CurrentUser>,
    Valid(Json(change)): Valid<Json<UpdatePassword>>,
) -> Result<Json<Message>, HttpError> {
    let is_new = change.current_password != change.new_password;
    let is_right = store
        .passwords
        .verify(&change.current_password, &me.hash)
        .await?;
    if !is_right {
        return Err(HttpError::bad_request("Incorrect password"));
    }
    if !is_new {
        let detail = "New password cannot be the same as the current one";
        return Err(HttpError::bad_request(detail));
    }
    let hash = store.passwords.hash(&change.new_password).await?;
    store.change_user(me.id, |user| user.hash = hash)?;
    Ok(Message::new("Password updated successfully"))
}

/// Deletes the user who asks.
#[utoipa::path(delete, path = path_of::<Self>(), responses((status = 200, body = Message)))]
async fn delete_me(
    State(store): State<Store>,
    user: Provided<CurrentUser>,
) -> Result<Json<Message>, HttpError> {
    if user.is_superuser {
        return Err(own_account());
    }
    store.delete_user(user.id);
    Ok(Message::new("User deleted successfully"))
}

/// Shows a user: a superuser any, others only themselves.
#[utoipa::path(
    get, path = path_of::<Self>(), params(("user_id" = Uuid, Path)),
    responses((status = 200, body = User)),
)]
async fn show_user(
    State(store): State<Store>,
    Provided(CurrentUser(me)): Provided<CurrentUser>,
    Valid(Path(by)): Valid<Path<ById>>,
) -> Result<Json<User>, HttpError> {
    if by.user_id == me.id {
        return Ok(Json(me));
    }
    if !me.is_superuser {
        return Err(HttpError::forbidden(
            "The user doesn't have enough privileges",
        ));
    }
    let user = store.user(by.user_id);
    user.map(Json)
        .ok_or_else(|| HttpError::not_found("User not found"))
}

/// Changes a user.
#[utoipa::path(
    patch, path = path_of::<Self>(), params(("user_id" = Uuid, Path)), request_body = UserUpdate,
    responses((status = 200, body = User)),
)]
async fn update_user(
    State(store): State<Store>,
    Valid((Path(by), Json(change))): Valid<(Path<ById>, Json<UserUpdate>)>,
) -> Result<Json<User>, HttpError> {
    if store.user(by.user_id).is_none() {
        let detail = "The user with this id does not exist in the system";
        return Err(HttpError::not_found(detail));
    }
    let hash = match change.password {
        Some(password) => Some(store.passwords.hash(&password).await?),
        None => None,
    };
    let changed = store.change_user(by.user_id, |user| {
        set(&mut user.email, change.email);
        set(&mut user.is_active, change.is_active);
        set(&mut user.is_superuser, change.is_superuser);
        set(&mut user.hash, hash);
        set(&mut user.full_name, change.full_name);
    });
    changed.map(Json)
}

/// Deletes a user.
#[utoipa::path(
    delete, path = path_of::<Self>(), params(("user_id" = Uuid, Path)),
    responses((status = 200, body = Message)),
)]
async fn delete_user(
    State(store): State<Store>,
    me: Provided<CurrentUser>,
    Valid(Path(by)): Valid<Path<ById>>,
) -> Result<Json<Message>, HttpError> {
    let user = store
        .user(by.user_id)
        .ok_or_else(|| HttpError::not_found("User not found"))?;
    if user.id == me.id {
        return Err(own_account());
    }
    store.delete_user(user.id);
    Ok(Message::new("User deleted successfully"))
}

/// Adds a user, whose email address must be new.
pub(crate) async fn insert(store: &Store, new: UserCreate) -> Result<User, HttpError> {
    let user = User {
        id: Uuid::new_v4(),
        email: new.email,
        is_active: new.is_active.unwrap_or(true),
        is_superuser: new.is_superuser.unwrap_or(false),
        full_name: new.full_name,
        hash: store.passwords.hash(&new.password).await?,
    };
    store.add_user(user).ok_or_else(|| {
        HttpError::bad_request("The user with this email already exists in the system.")
    })
}

fn own_account() -> HttpError {
    HttpError::forbidden("Super users are not allowed to delete themselves")
}
