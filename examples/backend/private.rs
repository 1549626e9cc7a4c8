//! Routes for the tests of the frontend, on the machine of a developer only.

use axum::{Json, extract::State};
use concentric::{HttpError, Part, app};

use crate::{
    models::{User, UserRegister},
    openapi::path_of,
    store::Store,
    users::insert,
    validation::Valid,
};

app! {
    /// Routes without authentication.
    pub(crate) fn private(state: Store) -> Part {
        POST "/private/users/" => create_private_user,
    }
}

/// Creates a user.
#[utoipa::path(
    post, path = path_of::<Self>(), request_body = UserRegister,
    responses((status = 200, body = User)),
)]
async fn create_private_user(
    State(store): State<Store>,
    Valid(Json(new)): Valid<Json<UserRegister>>,
) -> Result<Json<User>, HttpError> {
    insert(&store, new.into()).await.map(Json)
}
