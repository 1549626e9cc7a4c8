//! Crates: search, publish, yank, own and follow.

use serde_json::json;

use crate::{
    client::{ADA, BOB, YANK, error, log_in, send, send_json, start},
    support::{Server, body, builder, head, request},
};

/// Publishes a version as `cargo publish` does.
async fn publish(server: &Server, token: (&str, &str), name: &str, vers: &str) -> (u16, String) {
    let metadata = json!({ "name": name, "vers": vers, "keywords": ["new"] }).to_string();
    let tarball = "a file";
    let mut upload = String::new();
    for block in [&*metadata, tarball] {
        // The lengths of this test are ASCII, so the body is text.
        let length = u32::try_from(block.len()).unwrap().to_le_bytes();
        upload += std::str::from_utf8(&length).unwrap();
        upload += block;
    }
    let request = builder("PUT", "/api/v1/crates/new", &[token]);
    let response = server.send(request.body(upload).unwrap()).await;
    let status = response.status().as_u16();
    (status, String::from_utf8(body(response).await).unwrap())
}

#[tokio::test]
async fn the_search_finds_words_and_has_pages() {
    let server = start(&[]).await;
    let (_, all) = send(&server, "GET", "/api/v1/crates?per_page=1", &[]).await;
    assert_eq!(all["crates"][0]["name"], "axle");
    assert_eq!(
        all["meta"],
        json!({ "total": 2, "next_page": "?page=2&per_page=1" })
    );
    let (_, second) = send(&server, "GET", "/api/v1/crates?page=2&per_page=1", &[]).await;
    assert_eq!(second["crates"][0]["name"], "hub");
    assert_eq!(second["meta"]["next_page"], json!(null));
    let (_, found) = send(
        &server,
        "GET",
        "/api/v1/crates?q=FRAMEWORK&keyword=http",
        &[],
    )
    .await;
    assert_eq!(found["meta"]["total"], 1);
    assert_eq!(
        send(&server, "GET", "/api/v1/crates?per_page=1000", &[]).await,
        error(400, "cannot request more than 100 items")
    );
    let (status, rejection) = send(&server, "GET", "/api/v1/crates?per_page=many", &[]).await;
    assert_eq!(status, 400);
    let detail = rejection["errors"][0]["detail"].as_str().unwrap();
    assert!(
        detail.starts_with("Failed to deserialize query string"),
        "{detail}"
    );
}

#[tokio::test]
async fn a_crate_links_to_its_other_routes() {
    let server = start(&[]).await;
    let (status, shown) = send(&server, "GET", "/api/v1/crates/axle", &[]).await;
    assert_eq!(status, 200);
    assert_eq!(
        shown["crate"]["links"],
        json!({
            "version_downloads": "/api/v1/crates/axle/downloads",
            "versions": "/api/v1/crates/axle/versions",
            "owners": "/api/v1/crates/axle/owners",
            "reverse_dependencies": "/api/v1/crates/axle/reverse_dependencies",
        })
    );
    assert_eq!(
        shown["versions"][0]["readme_path"],
        "/api/v1/crates/axle/0.2.0/readme"
    );
    assert_eq!(
        send(&server, "GET", "/api/v1/crates/nothing", &[]).await,
        error(404, "crate `nothing` does not exist")
    );
    assert_eq!(
        send(&server, "GET", "/api/v1/crates/axle/9.9.9", &[]).await,
        error(404, "crate `axle` does not have a version `9.9.9`")
    );
}

#[tokio::test]
async fn a_published_version_is_downloaded() {
    let server = start(&[]).await;
    assert_eq!(publish(&server, ADA, "gear", "0.1.0").await.0, 200);
    let (status, text) = publish(&server, ADA, "gear", "0.1.0").await;
    assert_eq!(status, 400);
    assert!(
        text.contains("crate version `gear@0.1.0` is already uploaded"),
        "{text}"
    );
    assert_eq!(publish(&server, BOB, "gear", "0.2.0").await.0, 403);
    assert_eq!(publish(&server, YANK, "axle", "0.3.0").await.0, 403);
    assert_eq!(publish(&server, ADA, "no name", "0.1.0").await.0, 400);

    let path = "/api/v1/crates/gear/0.1.0/download";
    let redirect = server.send(request("GET", path, &[])).await;
    assert_eq!(redirect.status(), 303);
    assert_eq!(
        redirect.headers()["location"],
        "https://static.example.com/crates/gear/gear-0.1.0.crate"
    );
    let json = [("accept", "application/json")];
    assert_eq!(send(&server, "GET", path, &json).await.0, 200);
    let (_, downloads) = send(&server, "GET", "/api/v1/crates/gear/downloads", &[]).await;
    assert_eq!(
        downloads["version_downloads"],
        json!([{ "version": "0.1.0", "downloads": 2 }])
    );
    let (_, keyword) = send(&server, "GET", "/api/v1/keywords/new", &[]).await;
    assert_eq!(keyword["keyword"]["crates_cnt"], 1);
}

#[tokio::test]
async fn a_token_yanks_only_what_its_scopes_allow() {
    let server = start(&[]).await;
    let yank = "/api/v1/crates/axle/0.2.0/yank";
    let wrong = "this token does not have the required permissions to perform this action";
    assert_eq!(
        send(&server, "DELETE", yank, &[]).await,
        error(403, "this action requires authentication")
    );
    assert_eq!(
        send(&server, "DELETE", yank, &[BOB]).await,
        error(403, "only owners have permission to modify this crate")
    );
    assert_eq!(
        send(&server, "DELETE", "/api/v1/crates/hub/1.0.0/yank", &[YANK]).await,
        error(403, wrong)
    );
    let owners = json!({ "owners": ["bob"] });
    assert_eq!(
        send_json(
            &server,
            "PUT",
            "/api/v1/crates/axle/owners",
            &[YANK],
            &owners
        )
        .await,
        error(403, wrong)
    );
    assert_eq!(send(&server, "DELETE", yank, &[YANK]).await.0, 200);
    let (_, shown) = send(&server, "GET", "/api/v1/crates/axle", &[]).await;
    assert_eq!(shown["crate"]["max_stable_version"], "0.1.0");
    let unyank = "/api/v1/crates/axle/0.2.0/unyank";
    assert_eq!(send(&server, "PUT", unyank, &[ADA]).await.0, 200);
    let (_, shown) = send(&server, "GET", "/api/v1/crates/axle", &[]).await;
    assert_eq!(shown["crate"]["max_stable_version"], "0.2.0");
}

#[tokio::test]
async fn an_invited_user_becomes_an_owner() {
    let server = start(&[]).await;
    let path = "/api/v1/crates/axle/owners";
    let bob = json!({ "owners": ["bob"] });
    assert_eq!(send_json(&server, "PUT", path, &[ADA], &bob).await.0, 200);
    let (_, owners) = send(&server, "GET", "/api/v1/crates/axle/owner_user", &[]).await;
    assert_eq!(owners["users"].as_array().unwrap().len(), 1);

    let answer = json!({ "accepted": true });
    let invitation = "/api/v1/me/crate_owner_invitations/axle";
    assert_eq!(
        send_json(&server, "PUT", invitation, &[BOB], &answer)
            .await
            .0,
        200
    );
    let (_, owners) = send(&server, "GET", path, &[]).await;
    assert_eq!(owners["users"][1]["login"], "bob");

    let both = json!({ "owners": ["ada", "bob"] });
    assert_eq!(
        send_json(&server, "DELETE", path, &[BOB], &both).await,
        error(400, "a crate must have an owner who is a user")
    );
    let ada = json!({ "owners": ["ada"] });
    assert_eq!(
        send_json(&server, "DELETE", path, &[BOB], &ada).await.0,
        200
    );
    assert_eq!(send_json(&server, "PUT", path, &[ADA], &bob).await.0, 403);
}

#[tokio::test]
async fn a_user_follows_a_crate_on_the_website() {
    let server = start(&[]).await;
    let cookie = log_in(&server, "ada").await;
    let cookie = [("cookie", &*cookie)];
    let path = "/api/v1/crates/hub/follow";
    assert_eq!(
        send(&server, "PUT", path, &[ADA]).await,
        error(403, "this action can only be performed on the website")
    );
    assert_eq!(send(&server, "PUT", path, &cookie).await.0, 200);
    let (_, updates) = send(&server, "GET", "/api/v1/me/updates", &cookie).await;
    assert_eq!(
        updates["versions"],
        json!([{ "crate": "hub", "num": "1.0.0" }])
    );
    assert_eq!(send(&server, "DELETE", path, &cookie).await.0, 200);
    let (_, following) = send(&server, "GET", "/api/v1/crates/hub/following", &cookie).await;
    assert_eq!(following, json!({ "following": false }));
}

#[tokio::test]
async fn another_method_is_a_405_in_the_same_shape() {
    let server = start(&[]).await;
    let response = server
        .send(request("POST", "/api/v1/crates/axle/0.2.0/readme", &[]))
        .await;
    let head = head(&response);
    assert_eq!(head[0], "405 Method Not Allowed");
    assert!(head.contains(&"allow: GET,HEAD".to_owned()), "{head:?}");
    assert!(
        head.contains(&"access-control-allow-origin: *".to_owned()),
        "{head:?}"
    );
    let text = String::from_utf8(body(response).await).unwrap();
    assert_eq!(text, r#"{"errors":[{"detail":"Method Not Allowed"}]}"#);
}
