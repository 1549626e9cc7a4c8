//! Operational routes.

use axum::{Json, extract::Query, http::StatusCode};
use concentric::{Part, app};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{
    auth::{current_user, superuser},
    models::Message,
    openapi::path_of,
    rules::Email,
    store::Store,
    validation::Valid,
};

app! {
    /// Operational routes.
    pub(crate) fn utils(state: Store) -> Part {
        POST "/utils/test-email/" => test_email with [current_user, superuser],
        GET "/utils/health-check/" => health_check,
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Recipient {
    #[param(inline)]
    email_to: Email,
}

/// Sends an email.
#[utoipa::path(
    post, path = path_of::<Self>(), params(Recipient), responses((status = 201, body = Message)),
)]
async fn test_email(
    Valid(Query(recipient)): Valid<Query<Recipient>>,
) -> (StatusCode, Json<Message>) {
    tracing::debug!("an email to {}", &*recipient.email_to);
    (StatusCode::CREATED, Message::new("Test email sent"))
}

/// Tells that the backend is up.
#[utoipa::path(get, path = path_of::<Self>(), responses((status = 200, body = bool)))]
async fn health_check() -> Json<bool> {
    Json(true)
}
