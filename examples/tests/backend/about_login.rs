//! Logins and their tokens.

use serde_json::json;

use crate::client::{ADMIN, Client, PASSWORD, body, error};

#[tokio::test]
async fn a_login_returns_a_token_of_the_user() {
    let client = Client::new().await;
    let token = client.token(ADMIN).await;
    let (status, user) = client.send("POST", "/login/test-token", &token).await;
    assert_eq!(status, 200);
    assert_eq!(
        user,
        json!({
            "id": user["id"],
            "email": ADMIN,
            "is_active": true,
            "is_superuser": true,
            "full_name": null,
        })
    );
    assert_ne!(client.token(ADMIN).await, token);
}

#[tokio::test]
async fn a_wrong_name_and_a_wrong_password_have_the_same_response() {
    let client = Client::new().await;
    for form in [
        format!("username={ADMIN}&password=wrong"),
        format!("username=nobody@example.com&password={PASSWORD}"),
    ] {
        assert_eq!(
            client.log_in(&form).await,
            error(400, "Incorrect email or password"),
            "{form}"
        );
    }
}

#[tokio::test]
async fn inactive_users_cannot_log_in_or_use_their_tokens() {
    let client = Client::new().await;
    let (admin, ada) = (client.admin().await, client.user("ada").await);
    let inactive = json!({ "is_active": false });
    let path = format!("/users/{}", ada.id);
    assert_eq!(
        client.json("PATCH", &path, &admin.token, inactive).await.0,
        200
    );
    let form = format!("username={}&password={PASSWORD}", ada.email);
    assert_eq!(client.log_in(&form).await, error(400, "Inactive user"));
    let used = client.send("GET", "/users/me", &ada.token).await;
    assert_eq!(used, error(400, "Inactive user"));
}

#[tokio::test]
async fn a_request_without_a_bearer_token_is_a_401_that_asks_for_one() {
    let client = Client::new().await;
    for headers in [
        &[][..],
        &[("authorization", "Basic YTpi")],
        &[("authorization", "Bearer")],
    ] {
        let response = client
            .response("GET", "/users/me", headers, String::new())
            .await;
        assert_eq!(response.status(), 401, "{headers:?}");
        assert_eq!(response.headers()["www-authenticate"], "Bearer");
        assert_eq!(body(response).await, r#"{"detail":"Not authenticated"}"#);
    }
    assert_eq!(
        client.send("POST", "/login/test-token", "wrong").await,
        error(403, "Could not validate credentials")
    );
}

#[tokio::test]
async fn the_token_of_a_deleted_user_is_a_404() {
    let client = Client::new().await;
    let ada = client.user("ada").await;
    assert_eq!(client.send("DELETE", "/users/me", &ada.token).await.0, 200);
    assert_eq!(
        client.send("GET", "/users/me", &ada.token).await,
        error(404, "User not found")
    );
}

#[tokio::test]
async fn a_request_without_a_token_is_a_401_before_it_is_checked() {
    let client = Client::new().await;
    let response = client
        .json("POST", "/items/", "", json!({ "title": 1 }))
        .await;
    assert_eq!(response, error(401, "Not authenticated"));
}
