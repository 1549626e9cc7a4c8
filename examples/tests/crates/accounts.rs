//! Accounts: sessions, tokens, email addresses and trusted publishers.

use serde_json::json;

use crate::client::{ADA, BOB, error, log_in, send, send_json, start};

#[tokio::test]
async fn a_session_lasts_until_it_is_ended() {
    let server = start(&[]).await;
    let cookie = log_in(&server, "ada").await;
    let cookie = [("cookie", &*cookie)];
    let (_, me) = send(&server, "GET", "/api/v1/me", &cookie).await;
    assert_eq!(me["user"]["login"], "ada");
    assert_eq!(me["owned_crates"][0]["name"], "axle");
    assert_eq!(
        send(&server, "DELETE", "/api/private/session", &cookie)
            .await
            .0,
        200
    );
    assert_eq!(
        send(&server, "GET", "/api/v1/me", &cookie).await,
        error(403, "this action requires authentication")
    );
}

/// The list of a scope runs for an unmatched path under its prefix.
#[tokio::test]
async fn unmatched_paths_under_me_require_a_login() {
    let server = start(&[]).await;
    let path = "/api/v1/me/nothing";
    assert_eq!(
        send(&server, "GET", path, &[]).await,
        error(403, "this action requires authentication")
    );
    assert_eq!(
        send(&server, "GET", path, &[ADA]).await,
        error(404, "Not Found")
    );
    assert_eq!(
        send(&server, "GET", "/api/v1/me/tokens/1/more", &[ADA]).await,
        error(403, "this action can only be performed on the website")
    );
}

#[tokio::test]
async fn a_token_is_created_used_and_revoked() {
    let server = start(&[]).await;
    let cookie = log_in(&server, "bob").await;
    let cookie = [("cookie", &*cookie)];
    let new = json!({ "name": "ci", "endpoint_scopes": ["yank"] });
    let (status, created) = send_json(&server, "PUT", "/api/v1/me/tokens", &cookie, &new).await;
    assert_eq!(status, 200);
    let secret = created["secret"].as_str().unwrap();
    let path = format!("/api/v1/me/tokens/{}", created["api_token"]["id"]);
    let (_, shown) = send(&server, "GET", &path, &cookie).await;
    assert_eq!(shown["api_token"]["endpoint_scopes"], json!(["yank"]));
    assert_eq!(shown["api_token"]["secret"], json!(null));

    let token = [("authorization", secret)];
    let yank = "/api/v1/crates/hub/1.0.0/yank";
    assert_eq!(send(&server, "DELETE", yank, &token).await.0, 200);
    assert_eq!(
        send(&server, "DELETE", "/api/v1/tokens/current", &token)
            .await
            .0,
        204
    );
    assert_eq!(send(&server, "DELETE", yank, &token).await.0, 403);
    assert_eq!(send(&server, "DELETE", &path, &cookie).await.0, 404);
    let (status, unknown) = send_json(
        &server,
        "PUT",
        "/api/v1/me/tokens",
        &cookie,
        &json!({ "name": "ci", "endpoint_scopes": ["everything"] }),
    )
    .await;
    assert_eq!(status, 422);
    assert!(unknown["errors"][0]["detail"].is_string(), "{unknown}");
}

#[tokio::test]
async fn a_user_changes_only_their_own_address() {
    let server = start(&[]).await;
    let cookie = log_in(&server, "ada").await;
    let cookie = [("cookie", &*cookie)];
    let email = json!({ "email": "ada@example.com" });
    assert_eq!(
        send_json(&server, "PUT", "/api/v1/users/2", &cookie, &email).await,
        error(400, "current user does not match requested user")
    );
    assert_eq!(
        send_json(&server, "PUT", "/api/v1/users/1", &cookie, &email)
            .await
            .0,
        200
    );
    let (_, me) = send(&server, "GET", "/api/v1/me", &cookie).await;
    assert_eq!(me["email"], "ada@example.com");
    assert_eq!(me["email_verified"], false);
}

#[tokio::test]
async fn a_workflow_of_a_trusted_repository_gets_a_token() {
    let server = start(&[]).await;
    let publisher = json!({ "crate": "hub", "repository": "wheels/hub" });
    let configs = "/api/v1/trusted_publishing/gitlab_configs";
    let (status, added) = send_json(&server, "POST", configs, &[BOB], &publisher).await;
    assert_eq!((status, &added["config"]["id"]), (201, &json!(1)));
    assert_eq!(
        send_json(&server, "POST", configs, &[ADA], &publisher).await,
        error(403, "only owners have permission to modify this crate")
    );
    let (_, listed) = send(
        &server,
        "GET",
        "/api/v1/trusted_publishing/github_configs?crate=hub",
        &[BOB],
    )
    .await;
    assert_eq!(listed, json!({ "configs": [] }));

    let exchange = "/api/v1/trusted_publishing/tokens";
    let claims = json!({ "provider": "github", "repository": "wheels/hub" });
    assert_eq!(
        send_json(&server, "PUT", exchange, &[], &claims).await,
        error(400, "no crate trusts this repository")
    );
    let claims = json!({ "provider": "gitlab", "repository": "wheels/hub" });
    let (status, exchanged) = send_json(&server, "PUT", exchange, &[], &claims).await;
    assert_eq!(status, 200);
    let token = [("authorization", exchanged["token"].as_str().unwrap())];
    assert_eq!(send(&server, "DELETE", exchange, &token).await.0, 204);
    assert_eq!(send(&server, "DELETE", exchange, &token).await.0, 403);
    assert_eq!(
        send(&server, "DELETE", &format!("{configs}/1"), &[BOB])
            .await
            .0,
        204
    );
}
