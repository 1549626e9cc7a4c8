//! Passwords that users have forgotten.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::advance;

use crate::client::{ADMIN, Client, FRONTEND, PASSWORD, User, body, error, message};

/// Returns the token in the link of a new email.
async fn recover(client: &Client, admin: &User, email: &str) -> String {
    let path = format!("/password-recovery-html-content/{email}");
    let bearer = format!("Bearer {}", admin.token);
    let headers = [("authorization", &*bearer)];
    let response = client
        .response("POST", &path, &headers, String::new())
        .await;
    assert_eq!(response.status(), 200);
    assert_eq!(
        response.headers()["content-type"],
        "text/html; charset=utf-8"
    );
    assert_eq!(response.headers()["subject"], "Password recovery");
    let page = body(response).await;
    let (_, link) = page.split_once("href=\"").unwrap();
    let (link, _) = link.split_once('"').unwrap();
    let token = link.strip_prefix(&format!("{FRONTEND}/reset-password?token="));
    token.unwrap().to_owned()
}

async fn reset(client: &Client, token: &str) -> (u16, Value) {
    let new = json!({ "token": token, "new_password": "another-password" });
    client.json("POST", "/reset-password/", "", new).await
}

#[tokio::test]
async fn a_recovery_does_not_tell_who_has_an_account() {
    let client = Client::new().await;
    for email in [ADMIN, "nobody@example.com"] {
        assert_eq!(
            client
                .send("POST", &format!("/password-recovery/{email}"), "")
                .await,
            message("If that email is registered, we sent a password recovery link"),
            "{email}"
        );
    }
}

#[tokio::test]
async fn the_token_of_a_recovery_sets_a_password_once() {
    let client = Client::new().await;
    let (admin, ada) = (client.admin().await, client.user("ada").await);
    let token = recover(&client, &admin, &ada.email).await;
    // It is not a token of a login, and the other way round.
    assert_eq!(client.send("GET", "/users/me", &token).await.0, 403);
    let invalid = error(400, "Invalid token");
    assert_eq!(reset(&client, &ada.token).await, invalid);
    assert_eq!(
        reset(&client, &token).await,
        message("Password updated successfully")
    );
    assert_eq!(reset(&client, &token).await, invalid);
    let form = |password| format!("username={}&password={password}", ada.email);
    assert_eq!(client.log_in(&form("another-password")).await.0, 200);
    assert_eq!(client.log_in(&form(PASSWORD)).await.0, 400);
}

#[tokio::test]
async fn a_new_password_ends_the_tokens_of_its_user() {
    let client = Client::new().await;
    let (admin, ada) = (client.admin().await, client.user("ada").await);
    let token = recover(&client, &admin, &ada.email).await;
    assert_eq!(reset(&client, &token).await.0, 200);
    assert_eq!(client.send("GET", "/users/me", &ada.token).await.0, 403);
    assert_eq!(client.send("GET", "/users/me", &admin.token).await.0, 200);
}

/// So requests without a token, which anyone can send, do not fill the memory.
#[tokio::test]
async fn a_second_recovery_replaces_the_first() {
    let client = Client::new().await;
    let (admin, ada) = (client.admin().await, client.user("ada").await);
    let first = recover(&client, &admin, &ada.email).await;
    let other = recover(&client, &admin, ADMIN).await;
    let path = format!("/password-recovery/{}", ada.email);
    assert_eq!(client.send("POST", &path, "").await.0, 200);
    assert_eq!(reset(&client, &first).await.0, 400);
    assert_eq!(reset(&client, &other).await.0, 200);
}

#[tokio::test]
async fn tokens_expire() {
    const HOUR: Duration = Duration::from_secs(60 * 60);
    let client = Client::new().await;
    let (admin, ada) = (client.admin().await, client.user("ada").await);
    let token = recover(&client, &admin, &ada.email).await;
    tokio::time::pause();
    advance(48 * HOUR).await;
    assert_eq!(reset(&client, &token).await.0, 400);
    assert_eq!(client.send("GET", "/users/me", &ada.token).await.0, 200);
    advance(6 * 24 * HOUR).await;
    assert_eq!(client.send("GET", "/users/me", &ada.token).await.0, 403);
}

#[tokio::test]
async fn only_superusers_see_the_email_of_a_recovery() {
    let client = Client::new().await;
    let (admin, ada) = (client.admin().await, client.user("ada").await);
    let path = "/password-recovery-html-content/nobody@example.com";
    assert_eq!(
        client.send("POST", path, &admin.token).await,
        error(
            404,
            "The user with this username does not exist in the system."
        )
    );
    assert_eq!(
        client.send("POST", path, &ada.token).await,
        error(403, "The user doesn't have enough privileges")
    );
    assert_eq!(
        client.send("POST", path, "").await,
        error(401, "Not authenticated")
    );
}
