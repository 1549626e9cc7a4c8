//! Settings: items and middleware under a condition; pages and static files.

use serde_json::json;

use crate::{
    client::{ADA, BOB, OLGA, error, send, send_json, start},
    support::{assert_text, head, request},
};

const ADMIN: &str = "/api/private/admin/users/bob/lock";

#[tokio::test]
async fn items_whose_condition_is_false_do_not_exist() {
    let server = start(&[]).await;
    let not_found = error(404, "Not Found");
    assert_eq!(
        send(&server, "GET", "/api/private/metrics/service", &[]).await,
        not_found
    );
    // Neither does the list of a scope run.
    assert_eq!(send(&server, "PUT", ADMIN, &[]).await, not_found);
    let scanning = "/api/github/secret-scanning/verify";
    assert_eq!(send(&server, "POST", scanning, &[]).await, not_found);
    let index = server.get("/git/index/ax/le/axle", &[]).await;
    assert!(index.starts_with("404 Not Found"), "{index}");
}

#[tokio::test]
async fn metrics_and_a_local_index_are_served_if_they_are_set() {
    let server = start(&[("METRICS", "1"), ("DEVELOPMENT", "1")]).await;
    let metrics = server.get("/api/private/metrics/service", &[]).await;
    assert!(metrics.ends_with("crates_total 2\n"), "{metrics}");
    let index = server.get("/git/index/ax/le/axle", &[]).await;
    assert!(index.starts_with("200 OK"), "{index}");
}

#[tokio::test]
async fn an_administrator_locks_an_account() {
    let server = start(&[("ADMIN", "1")]).await;
    let lock = json!({ "reason": "spam" });
    assert_eq!(
        send_json(&server, "PUT", ADMIN, &[ADA], &lock).await,
        error(403, "this action requires an administrator")
    );
    assert_eq!(
        send_json(&server, "PUT", ADMIN, &[OLGA], &lock).await.0,
        204
    );
    assert_eq!(
        send(&server, "GET", "/api/v1/me", &[BOB]).await,
        error(403, "this account is locked: spam")
    );
    assert_eq!(send(&server, "DELETE", ADMIN, &[OLGA]).await.0, 204);
    assert_eq!(send(&server, "GET", "/api/v1/me", &[BOB]).await.0, 200);
}

#[tokio::test]
async fn a_reported_token_is_revoked() {
    let server = start(&[("SECRET_SCANNING", "1")]).await;
    let alerts = json!([{ "token": "bob-token" }, { "token": "another" }]);
    let path = "/api/github/secret-scanning/verify";
    let (_, answers) = send_json(&server, "POST", path, &[], &alerts).await;
    assert_eq!(answers[0]["label"], "true_positive");
    assert_eq!(answers[1]["label"], "false_positive");
    assert_eq!(send(&server, "GET", "/api/v1/me", &[BOB]).await.0, 403);
}

#[tokio::test]
async fn a_read_only_registry_rejects_writes() {
    let server = start(&[("READ_ONLY", "1")]).await;
    assert_eq!(
        send(&server, "GET", "/api/v1/crates/axle", &[]).await.0,
        200
    );
    assert_eq!(
        send(&server, "DELETE", "/api/v1/crates/axle/0.1.0/yank", &[ADA]).await,
        error(503, "the registry is read-only, please try again later")
    );
}

#[tokio::test]
async fn blocked_user_agents_are_rejected() {
    let server = start(&[("BLOCKED_USER_AGENTS", "crawler,other")]).await;
    let blocked = [("user-agent", "crawler")];
    assert_eq!(
        send(&server, "GET", "/api/v1/summary", &blocked).await,
        error(403, "requests with this user agent are blocked")
    );
    let allowed = [("user-agent", "cargo")];
    assert_eq!(
        send(&server, "GET", "/api/v1/summary", &allowed).await.0,
        200
    );
}

#[tokio::test]
async fn pages_and_static_files_have_the_headers_of_the_application() {
    let server = start(&[]).await;
    let css = include_str!("../../crates/assets/registry.css");
    assert_text(
        &server.get("/assets/registry.css", &[]).await,
        &[
            "200 OK",
            "accept-ranges: bytes",
            &format!("content-length: {}", css.len()),
            "content-security-policy: default-src 'self'",
            "content-type: text/css",
            "vary: accept-encoding",
            "x-content-type-options: nosniff",
            "x-frame-options: DENY",
            "x-request-id: 000001",
            "",
            css,
        ]
        .join("\n"),
    );
    let robots = server.get("/robots.txt", &[]).await;
    assert!(robots.ends_with("Disallow: /api/\n"), "{robots}");
    let page = server.send(request("GET", "/no/page", &[])).await;
    let head = head(&page);
    assert_eq!(head[0], "404 Not Found");
    assert!(
        head.contains(&"content-type: text/html; charset=utf-8".to_owned()),
        "{head:?}"
    );
    assert!(
        head.contains(&"x-request-id: 000003".to_owned()),
        "{head:?}"
    );
}

#[tokio::test]
async fn health_checks_are_not_logged() {
    let server = start(&[]).await;
    assert!(server.get("/health", &[]).await.ends_with("\n\nok"));
    server.get("/", &[]).await;
    server.terminate().await;
    let (_, log) = server.wait().await;
    assert_eq!(log, ["INFO crates::layers: GET / 200 OK request_id=000002"]);
}
