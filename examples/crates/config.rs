//! The settings, which come from the environment.

use std::{env, time::Duration};

/// The settings of the registry.
#[derive(Debug, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a setting of its own"
)]
pub(crate) struct Config {
    /// `READ_ONLY`: nothing can be changed.
    pub(crate) read_only: bool,
    /// `METRICS`: the metrics are served.
    pub(crate) metrics: bool,
    /// `ADMIN`: the routes for administrators are served.
    pub(crate) admin: bool,
    /// `DEVELOPMENT`: the index is served.
    pub(crate) development: bool,
    /// `SECRET_SCANNING`: GitHub may report tokens.
    pub(crate) secret_scanning: bool,
    /// `BLOCKED_USER_AGENTS`: user agents, with commas between them.
    pub(crate) blocked: Vec<String>,
    /// How long a request may take.
    pub(crate) timeout: Duration,
    /// How long it may take to publish a version.
    pub(crate) publish_timeout: Duration,
}

impl Config {
    /// Reads the settings.
    pub(crate) fn from_env() -> Self {
        let is_set = |name| env::var_os(name).is_some();
        let blocked = env::var("BLOCKED_USER_AGENTS").unwrap_or_default();
        let blocked = blocked.split(',').filter(|agent| !agent.is_empty());
        Self {
            read_only: is_set("READ_ONLY"),
            metrics: is_set("METRICS"),
            admin: is_set("ADMIN"),
            development: is_set("DEVELOPMENT"),
            secret_scanning: is_set("SECRET_SCANNING"),
            blocked: blocked.map(str::to_owned).collect(),
            timeout: Duration::from_secs(30),
            publish_timeout: Duration::from_secs(300),
        }
    }
}
