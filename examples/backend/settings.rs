//! What the environment can change.

use std::env;

use argon2::Params;
use axum::http::HeaderValue;
use concentric::HttpError;
use tower_http::cors::{AllowHeaders, AllowMethods, CorsLayer};

use crate::passwords::Passwords;

/// The settings of the backend.
pub(crate) struct Settings {
    /// Whether this is a machine of a developer, which has the private routes.
    pub(crate) is_local: bool,
    pub(crate) first_superuser: String,
    pub(crate) first_superuser_password: String,
    /// The origin of the frontend.
    pub(crate) frontend: String,
    /// The memory that the hash of a password takes, in KiB.
    pub(crate) password_memory: u32,
}

impl Settings {
    pub(crate) fn from_env() -> Self {
        let text = |name, default: &str| env::var(name).unwrap_or_else(|_| default.to_owned());
        let memory = text("PASSWORD_MEMORY", "");
        Self {
            is_local: text("ENVIRONMENT", "local") == "local",
            first_superuser: text("FIRST_SUPERUSER", "admin@example.com"),
            first_superuser_password: text("FIRST_SUPERUSER_PASSWORD", "changethis"),
            frontend: text("FRONTEND_HOST", "http://localhost:5173"),
            password_memory: memory.parse().unwrap_or(Params::DEFAULT_M_COST),
        }
    }

    /// Returns what hashes passwords.
    pub(crate) fn passwords(&self) -> Result<Passwords, HttpError> {
        Passwords::new(self.password_memory)
    }

    /// Lets the pages of the frontend use the API.
    pub(crate) fn cors(&self) -> CorsLayer {
        let origin = HeaderValue::from_str(&self.frontend).ok();
        CorsLayer::new()
            .allow_origin(origin.into_iter().collect::<Vec<_>>())
            .allow_credentials(true)
            .allow_methods(AllowMethods::mirror_request())
            .allow_headers(AllowHeaders::mirror_request())
    }
}
