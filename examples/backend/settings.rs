//! Environment settings.

use std::env;

use argon2::Params;
use concentric::{Cors, HttpError};

use crate::passwords::Passwords;

/// The password of the first superuser on a developer's machine.
const DEFAULT_PASSWORD: &str = "changethis";

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
    /// Reads the settings. As in the template, the default password is an error outside of a developer's machine.
    pub(crate) fn from_env() -> Result<Self, &'static str> {
        let text = |name, default: &str| env::var(name).unwrap_or_else(|_| default.to_owned());
        let memory = text("PASSWORD_MEMORY", "");
        let settings = Self {
            is_local: text("ENVIRONMENT", "local") == "local",
            first_superuser: text("FIRST_SUPERUSER", "admin@example.com"),
            first_superuser_password: text("FIRST_SUPERUSER_PASSWORD", DEFAULT_PASSWORD),
            frontend: text("FRONTEND_HOST", "http://localhost:5173"),
            password_memory: memory.parse().unwrap_or(Params::DEFAULT_M_COST),
        };
        if !settings.is_local && settings.first_superuser_password == DEFAULT_PASSWORD {
            return Err("FIRST_SUPERUSER_PASSWORD is \"changethis\": set another password");
        }
        Ok(settings)
    }

    /// Returns the password hasher.
    pub(crate) fn passwords(&self) -> Result<Passwords, HttpError> {
        Passwords::new(self.password_memory)
    }

    /// Returns the CORS layer.
    pub(crate) fn cors(&self) -> Cors {
        Cors::origins([&self.frontend])
            .credentials(true)
            .any_method()
            .any_header()
    }
}
