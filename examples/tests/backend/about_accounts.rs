//! The account of the user who sends a request.

use serde_json::json;

use crate::client::{ADMIN, Client, PASSWORD, error, message};

#[tokio::test]
async fn a_sign_up_creates_an_active_user_without_rights() {
    let client = Client::new().await;
    // It cannot make itself a superuser: unknown fields do not count. The domain is stored in lower case.
    let new = json!({
        "email": "ada@EXAMPLE.com",
        "password": PASSWORD,
        "full_name": "Ada",
        "is_superuser": true,
    });
    let (status, user) = client.json("POST", "/users/signup", "", new.clone()).await;
    assert_eq!(status, 200);
    assert_eq!(
        user,
        json!({
            "id": user["id"],
            "email": "ada@example.com",
            "is_active": true,
            "is_superuser": false,
            "full_name": "Ada",
        })
    );
    assert_eq!(
        client.json("POST", "/users/signup", "", new).await,
        error(
            400,
            "The user with this email already exists in the system."
        )
    );
}

#[tokio::test]
async fn users_change_their_name_and_their_email_address() {
    let client = Client::new().await;
    let ada = client.user("ada").await;
    let change = json!({ "full_name": "Ada L.", "email": "ada.l@example.com" });
    let (status, changed) = client.json("PATCH", "/users/me", &ada.token, change).await;
    assert_eq!(status, 200);
    let (_, me) = client.send("GET", "/users/me", &ada.token).await;
    assert_eq!(me, changed);
    assert_eq!(
        (&me["full_name"], &me["email"]),
        (&json!("Ada L."), &json!("ada.l@example.com"))
    );
    let (_, same) = client
        .json("PATCH", "/users/me", &ada.token, json!({}))
        .await;
    assert_eq!(same, me);
    let change = json!({ "full_name": null, "email": null });
    let (_, same) = client.json("PATCH", "/users/me", &ada.token, change).await;
    assert_eq!(
        (&same["full_name"], &same["email"]),
        (&json!(null), &json!("ada.l@example.com"))
    );
    assert_eq!(
        client
            .json("PATCH", "/users/me", &ada.token, json!({ "email": ADMIN }))
            .await,
        error(409, "User with this email already exists")
    );
}

#[tokio::test]
async fn a_new_password_needs_the_current_one() {
    let client = Client::new().await;
    let ada = client.user("ada").await;
    for (current, new, expected) in [
        (
            "wrong-password",
            "another-password",
            error(400, "Incorrect password"),
        ),
        (
            PASSWORD,
            PASSWORD,
            error(400, "New password cannot be the same as the current one"),
        ),
        (
            PASSWORD,
            "another-password",
            message("Password updated successfully"),
        ),
        (
            PASSWORD,
            "another-password",
            error(400, "Incorrect password"),
        ),
    ] {
        let change = json!({ "current_password": current, "new_password": new });
        let response = client
            .json("PATCH", "/users/me/password", &ada.token, change)
            .await;
        assert_eq!(response, expected, "{current} to {new}");
    }
    let form = format!("username={}&password=another-password", ada.email);
    assert_eq!(client.log_in(&form).await.0, 200);
}

#[tokio::test]
async fn users_delete_themselves_unless_they_are_superusers() {
    let client = Client::new().await;
    let (admin, ada) = (client.admin().await, client.user("ada").await);
    assert_eq!(
        client.send("DELETE", "/users/me", &admin.token).await,
        error(403, "Super users are not allowed to delete themselves")
    );
    assert_eq!(
        client.send("DELETE", "/users/me", &ada.token).await,
        message("User deleted successfully")
    );
    let (_, users) = client.send("GET", "/users/", &admin.token).await;
    assert_eq!(users["count"], 1);
}
