//! The environment of the process.

use crate::{client::PASSWORD, support::Server};

#[tokio::test]
async fn the_default_password_is_for_the_machine_of_a_developer_only() {
    let memory = ("PASSWORD_MEMORY", "8");
    let production = ("ENVIRONMENT", "production");
    let log = Server::failure("backend", &[memory, production]).await;
    assert!(log.contains("FIRST_SUPERUSER_PASSWORD"), "{log}");
    for password in [PASSWORD, "short"] {
        let variables = [memory, production, ("FIRST_SUPERUSER_PASSWORD", password)];
        Server::failure("backend", &variables).await;
    }
    let password = ("FIRST_SUPERUSER_PASSWORD", "another-password");
    Server::start_with("backend", &[memory, production, password]).await;
}
