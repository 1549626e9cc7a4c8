//! What superusers do with users.

use serde_json::{Value, json};

use crate::client::{ADMIN, Client, PASSWORD, error, message};

/// The ID of no user.
const NOBODY: &str = "00000000-0000-0000-0000-000000000000";

#[tokio::test]
async fn only_superusers_list_create_change_and_delete_users() {
    let client = Client::new().await;
    let ada = client.user("ada").await;
    let path = format!("/users/{}", ada.id);
    for (method, path) in [
        ("GET", "/users/"),
        ("POST", "/users/"),
        ("PATCH", &path),
        ("DELETE", &path),
    ] {
        assert_eq!(
            client.send(method, path, &ada.token).await,
            error(403, "The user doesn't have enough privileges"),
            "{method} {path}"
        );
        assert_eq!(
            client.send(method, path, "").await,
            error(401, "Not authenticated")
        );
    }
}

#[tokio::test]
async fn a_list_has_a_part_of_the_users_and_counts_all() {
    let client = Client::new().await;
    let admin = client.admin().await;
    for name in ["ada", "bob", "cleo"] {
        client.user(name).await;
    }
    for (query, emails) in [
        (
            "",
            &[
                ADMIN,
                "ada@example.com",
                "bob@example.com",
                "cleo@example.com",
            ][..],
        ),
        ("?skip=1&limit=2", &["ada@example.com", "bob@example.com"]),
        ("?skip=3", &["cleo@example.com"]),
        ("?limit=0&unknown=1", &[]),
        ("?skip=9", &[]),
    ] {
        let (status, list) = client
            .send("GET", &format!("/users/{query}"), &admin.token)
            .await;
        assert_eq!((status, &list["count"]), (200, &json!(4)), "{query}");
        let users = list["data"].as_array().unwrap().iter();
        let listed: Vec<&str> = users.filter_map(|user| user["email"].as_str()).collect();
        assert_eq!(listed, emails, "{query}");
    }
}

#[tokio::test]
async fn a_superuser_creates_users_of_all_kinds() {
    let client = Client::new().await;
    let admin = client.admin().await;
    let new = json!({ "email": "bob@example.com", "password": PASSWORD, "is_superuser": true });
    let (status, bob) = client
        .json("POST", "/users/", &admin.token, new.clone())
        .await;
    assert_eq!(
        (status, &bob["is_superuser"], &bob["is_active"]),
        (200, &json!(true), &json!(true))
    );
    assert_eq!(bob.as_object().unwrap().get("hash"), None);
    let token = client.token("bob@example.com").await;
    assert_eq!(client.send("GET", "/users/", &token).await.0, 200);
    assert_eq!(
        client.json("POST", "/users/", &admin.token, new).await,
        error(
            400,
            "The user with this email already exists in the system."
        )
    );
}

#[tokio::test]
async fn users_see_themselves_and_superusers_see_all() {
    let client = Client::new().await;
    let (admin, ada) = (client.admin().await, client.user("ada").await);
    let path = |id: &str| format!("/users/{id}");
    let (status, seen) = client.send("GET", &path(&ada.id), &ada.token).await;
    assert_eq!((status, &seen["email"]), (200, &json!(ada.email)));
    assert_eq!(
        client.send("GET", &path(&ada.id), &admin.token).await,
        (200, seen)
    );
    for id in [&*admin.id, NOBODY] {
        assert_eq!(
            client.send("GET", &path(id), &ada.token).await,
            error(403, "The user doesn't have enough privileges")
        );
    }
    assert_eq!(
        client.send("GET", &path(NOBODY), &admin.token).await,
        error(404, "User not found")
    );
}

#[tokio::test]
async fn a_superuser_changes_users() {
    let client = Client::new().await;
    let (admin, ada) = (client.admin().await, client.user("ada").await);
    let path = format!("/users/{}", ada.id);
    let update =
        async |path: &str, change: Value| client.json("PATCH", path, &admin.token, change).await;
    let (status, changed) = update(
        &path,
        json!({ "full_name": "Ada", "password": "another-password" }),
    )
    .await;
    assert_eq!((status, &changed["full_name"]), (200, &json!("Ada")));
    let form = format!("username={}&password=another-password", ada.email);
    assert_eq!(client.log_in(&form).await.0, 200);
    assert_eq!(
        update(&path, json!({ "email": ADMIN })).await,
        error(409, "User with this email already exists")
    );
    assert_eq!(
        update(&format!("/users/{NOBODY}"), json!({})).await,
        error(404, "The user with this id does not exist in the system")
    );
}

#[tokio::test]
async fn a_superuser_deletes_all_users_but_themselves() {
    let client = Client::new().await;
    let (admin, ada) = (client.admin().await, client.user("ada").await);
    let item = json!({ "title": "a book" });
    assert_eq!(
        client.json("POST", "/items/", &ada.token, item).await.0,
        200
    );
    for (id, expected) in [
        (&*ada.id, message("User deleted successfully")),
        (&*ada.id, error(404, "User not found")),
        (
            &*admin.id,
            error(403, "Super users are not allowed to delete themselves"),
        ),
    ] {
        assert_eq!(
            client
                .send("DELETE", &format!("/users/{id}"), &admin.token)
                .await,
            expected
        );
    }
    let (_, items) = client.send("GET", "/items/", &admin.token).await;
    assert_eq!(items, json!({ "data": [], "count": 0 }));
}

#[tokio::test]
async fn the_private_routes_exist_only_on_the_machine_of_a_developer() {
    let new = json!({ "email": "ada@example.com", "password": PASSWORD, "full_name": "Ada" });
    for (is_local, status) in [(true, 200), (false, 404)] {
        let client = Client::start(is_local).await;
        assert_eq!(
            client
                .json("POST", "/private/users/", "", new.clone())
                .await
                .0,
            status
        );
    }
}
