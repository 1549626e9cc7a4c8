//! The items of the users.

use serde_json::{Value, json};

use crate::client::{Client, error, message, text};

/// Creates an item, and returns its path.
async fn create(client: &Client, token: &str, title: &str) -> String {
    let item = json!({ "title": title });
    let (status, item) = client.json("POST", "/items/", token, item).await;
    assert_eq!(status, 200, "{item}");
    format!("/items/{}", text(&item["id"]))
}

#[tokio::test]
async fn an_item_is_created_seen_changed_and_deleted() {
    let client = Client::new().await;
    let ada = client.user("ada").await;
    let new = json!({ "title": "a book", "description": "about tea" });
    let (status, item) = client.json("POST", "/items/", &ada.token, new).await;
    assert_eq!(status, 200);
    assert_eq!(
        item,
        json!({ "id": item["id"], "owner_id": ada.id, "title": "a book", "description": "about tea" })
    );
    let path = format!("/items/{}", text(&item["id"]));
    assert_eq!(
        client.send("GET", &path, &ada.token).await,
        (200, item.clone())
    );
    let change = json!({ "title": "a map" });
    let (_, changed) = client.json("PUT", &path, &ada.token, change).await;
    let expected = json!({ "id": item["id"], "owner_id": ada.id, "title": "a map", "description": "about tea" });
    assert_eq!(changed, expected);
    let change = json!({ "title": null, "description": null });
    let (_, changed) = client.json("PUT", &path, &ada.token, change).await;
    let expected =
        json!({ "id": item["id"], "owner_id": ada.id, "title": "a map", "description": null });
    assert_eq!(changed, expected);
    assert_eq!(
        client.send("DELETE", &path, &ada.token).await,
        message("Item deleted successfully")
    );
    for method in ["GET", "DELETE"] {
        assert_eq!(
            client.send(method, &path, &ada.token).await,
            error(404, "Item not found")
        );
    }
    assert_eq!(
        client.json("PUT", &path, &ada.token, json!({})).await,
        error(404, "Item not found")
    );
}

#[tokio::test]
async fn only_the_owner_and_superusers_see_and_change_an_item() {
    let client = Client::new().await;
    let (admin, ada, bob) = (
        client.admin().await,
        client.user("ada").await,
        client.user("bob").await,
    );
    let path = create(&client, &ada.token, "a book").await;
    let denied = error(403, "Not enough permissions");
    let change = json!({ "title": "mine" });
    assert_eq!(client.send("GET", &path, &bob.token).await, denied);
    assert_eq!(
        client.json("PUT", &path, &bob.token, change.clone()).await,
        denied
    );
    assert_eq!(client.send("DELETE", &path, &bob.token).await, denied);
    assert_eq!(client.send("GET", &path, &admin.token).await.0, 200);
    let (status, changed) = client.json("PUT", &path, &admin.token, change).await;
    assert_eq!((status, &changed["owner_id"]), (200, &json!(ada.id)));
    assert_eq!(client.send("DELETE", &path, &admin.token).await.0, 200);
}

#[tokio::test]
async fn users_list_their_items_and_superusers_list_all() {
    let client = Client::new().await;
    let (admin, ada, bob) = (
        client.admin().await,
        client.user("ada").await,
        client.user("bob").await,
    );
    for (token, title) in [(&ada.token, "1"), (&bob.token, "2"), (&ada.token, "3")] {
        create(&client, token, title).await;
    }
    for (token, query, titles, count) in [
        (&ada.token, "", json!(["1", "3"]), 2),
        (&ada.token, "?skip=1", json!(["3"]), 2),
        (&bob.token, "", json!(["2"]), 1),
        (&admin.token, "", json!(["1", "2", "3"]), 3),
        (&admin.token, "?skip=1&limit=1", json!(["2"]), 3),
    ] {
        let (_, list) = client.send("GET", &format!("/items/{query}"), token).await;
        let listed: Value = list["data"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| item["title"].clone())
            .collect();
        assert_eq!((listed, &list["count"]), (titles, &json!(count)), "{query}");
    }
}

#[tokio::test]
async fn all_routes_of_items_require_a_token() {
    let client = Client::new().await;
    let path = "/items/00000000-0000-0000-0000-000000000000";
    for (method, path) in [
        ("GET", "/items/"),
        ("POST", "/items/"),
        ("GET", path),
        ("PUT", path),
        ("DELETE", path),
    ] {
        assert_eq!(
            client.send(method, path, "").await,
            error(401, "Not authenticated"),
            "{method} {path}"
        );
    }
}
