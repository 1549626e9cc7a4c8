//! The application.
//!
//! Each module with routes is a part, which it includes. The paths that end with a slash are those of the template, so the
//! parts write whole paths: in a scope `/users`, a route `/` is the path `/users`, without the slash.

use std::error::Error;

use axum::Router;
use concentric::{app, redirect_slashes};
use tower_http::trace::TraceLayer;

use crate::{
    auth::current_user, items, login, models::UserCreate, openapi, private, settings::Settings,
    store::Store, users, utils, validation::validation_errors,
};

app! {
    /// Everything the backend serves.
    pub(crate) fn backend(state: Store, settings: &Settings) -> Router with [
        TraceLayer::new_for_http(),
        settings.cors(),
        redirect_slashes(backend::ROUTES),
        validation_errors,
    ] {
        /// Shows the document below as a page.
        GET "/docs" => openapi::page(),

        scope "/api/v1" {
            /// Describes the API.
            GET "/openapi.json" => openapi::document(),

            include login::login(state.clone()),
            include users::users(state.clone()),
            // It has no prefix, so it owns no path: `/items/nothing/more` is a 404, also without a token.
            scope with [current_user] {
                include items::items(state.clone()),
            }
            include utils::utils(state.clone()),
            include private::private(state.clone()) if settings.is_local,
        }
    }
}

/// Returns a store with the first superuser.
pub(crate) async fn new_store(settings: &Settings) -> Result<Store, Box<dyn Error>> {
    let store = Store::new(settings)?;
    let first = UserCreate {
        email: settings.first_superuser.clone().try_into()?,
        password: settings.first_superuser_password.clone().try_into()?,
        is_active: None,
        is_superuser: Some(true),
        full_name: None,
    };
    users::insert(&store, first).await?;
    Ok(store)
}
