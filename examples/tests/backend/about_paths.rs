//! Paths without a route, other methods, and the slash at the end of a path.

use serde_json::json;

use crate::client::{Client, FRONTEND, error};

#[tokio::test]
async fn operators_check_the_health_and_send_an_email() {
    let client = Client::new().await;
    let (admin, ada) = (client.admin().await, client.user("ada").await);
    assert_eq!(
        client.send("GET", "/utils/health-check/", "").await,
        (200, json!(true))
    );
    let path = "/utils/test-email/?email_to=ada@example.com";
    let sent = (201, json!({ "message": "Test email sent" }));
    assert_eq!(client.send("POST", path, &admin.token).await, sent);
    assert_eq!(client.send("POST", path, &ada.token).await.0, 403);
    assert_eq!(client.send("POST", path, "").await.0, 401);
}

/// No scope below `/api/v1` has a prefix, so none runs for these paths.
#[tokio::test]
async fn an_unmatched_path_is_a_404_without_a_token() {
    let client = Client::new().await;
    for path in [
        "",
        "/nothing",
        "/items/1/2",
        "/users/me/nothing",
        "/users/me/password/2",
    ] {
        assert_eq!(
            client.send("GET", path, "").await,
            error(404, "Not Found"),
            "{path}"
        );
    }
}

/// As in FastAPI, the redirect keeps the method, the body and the query.
#[tokio::test]
async fn a_path_without_its_slash_is_redirected() {
    let client = Client::new().await;
    for (method, path, location) in [
        ("GET", "/users?skip=1", "/users/?skip=1"),
        ("POST", "/items", "/items/"),
        ("GET", "/utils/health-check", "/utils/health-check/"),
        ("GET", "/users/me/", "/users/me"),
        ("POST", "/login/test-token/", "/login/test-token"),
    ] {
        let response = client.response(method, path, &[], String::new()).await;
        assert_eq!(response.status(), 307, "{method} {path}");
        assert_eq!(
            response.headers()["location"],
            format!("/api/v1{location}"),
            "{method} {path}"
        );
    }
}

/// The list of the scope runs for another method of its paths, so the token comes first. In FastAPI, it does not.
#[tokio::test]
async fn another_method_is_a_405_after_the_middleware_of_the_scope() {
    let client = Client::new().await;
    let ada = client.user("ada").await;
    let not_allowed = error(405, "Method Not Allowed");
    assert_eq!(
        client.send("PUT", "/login/access-token", "").await,
        not_allowed
    );
    assert_eq!(client.send("GET", "/users/signup", "").await, not_allowed);
    assert_eq!(
        client.send("PUT", "/users/me", "").await,
        error(401, "Not authenticated")
    );
    assert_eq!(
        client.send("PUT", "/users/me", &ada.token).await,
        not_allowed
    );
    assert_eq!(
        client.send("PATCH", "/items/", &ada.token).await,
        not_allowed
    );
    assert_eq!(
        client.send("OPTIONS", "/users/signup", "").await,
        not_allowed
    );
}

#[tokio::test]
async fn errors_have_the_headers_of_cors() {
    let client = Client::new().await;
    let origin = ("origin", FRONTEND);
    for (path, status) in [
        ("/users/me", 401),
        ("/nothing", 404),
        ("/users/signup", 405),
    ] {
        let response = client.response("GET", path, &[origin], String::new()).await;
        assert_eq!(response.status(), status);
        assert_eq!(
            response.headers()["access-control-allow-origin"],
            origin.1,
            "{path}"
        );
    }
    let other = [("origin", "http://example.com")];
    let response = client
        .response("GET", "/nothing", &other, String::new())
        .await;
    assert!(
        !response
            .headers()
            .contains_key("access-control-allow-origin")
    );
}
