//! The client of Redis, which sessions, the rate limit and the handlers share.

use std::time::Duration;

use fred::{
    clients::Client,
    error::Error,
    interfaces::ClientLike,
    types::{
        Builder,
        config::{Config, ReconnectPolicy},
    },
};

/// Returns a client that connects in the background, and again after each loss. While Redis is away, commands fail after
/// this time.
pub(crate) fn connect(url: &str, timeout: Duration) -> Result<Client, Error> {
    let mut config = Config::from_url(url)?;
    // Redis may start after this process.
    config.fail_fast = false;
    let client = Builder::from_config(config)
        .set_policy(ReconnectPolicy::new_constant(0, 100))
        .with_performance_config(|performance| {
            // Without it, a command waits until Redis is back.
            performance.default_command_timeout = timeout;
        })
        .with_connection_config(|connection| {
            connection.connection_timeout = timeout;
            connection.internal_command_timeout = timeout;
            // A command whose connection was lost may have run.
            connection.max_command_attempts = 1;
            // A host that is gone closes no connection.
            connection.unresponsive.max_timeout = Some(5 * timeout);
            connection.unresponsive.interval = timeout;
        })
        .build()?;
    // The task ends with the client.
    drop(client.connect());
    Ok(client)
}
