//! Sends requests to the `shop` example as its customers and its owner.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod live;
mod page;
#[path = "../support/mod.rs"]
mod support;

use std::io::Read;

use flate2::read::GzDecoder;
use hyper::Request;
use support::{Server, assert_text, body, builder, head, request};

const ADA: (&str, &str) = ("authorization", "Bearer ada-token");
const BOB: (&str, &str) = ("authorization", "Bearer bob-token");
const OLGA: (&str, &str) = ("authorization", "Bearer olga-token");
/// What the page sends in place of the header.
const COOKIE: (&str, &str) = ("cookie", "token=ada-token");

/// Returns a complete response with a JSON body.
fn json(status: &str, headers: &[&str], body: &str) -> String {
    let length = format!("content-length: {}", body.len());
    let mut lines = vec![&*length, "content-type: application/json"];
    lines.extend(headers);
    lines.sort_unstable();
    lines.insert(0, status);
    lines.extend(["", body]);
    lines.join("\n")
}

fn unauthorized() -> String {
    let headers = ["www-authenticate: Bearer"];
    json(
        "401 Unauthorized",
        &headers,
        r#"{"detail":"invalid token"}"#,
    )
}

/// Places an order for Ada.
async fn place_order(server: &Server) -> String {
    server
        .reply(post("/orders", &[ADA], r#"{"product":"tea"}"#))
        .await
}

/// Returns a `POST` of a JSON body.
fn post(path: &str, headers: &[(&str, &str)], body: &str) -> Request<String> {
    let headers = [headers, &[("content-type", "application/json")]].concat();
    let request = builder("POST", path, &headers);
    request.body(body.to_owned()).unwrap()
}

#[tokio::test]
async fn the_token_selects_the_account() {
    let server = Server::start("shop").await;
    assert_text(&server.get("/account", &[]).await, &unauthorized());
    assert_text(
        &server.get("/account", &[ADA]).await,
        &json("200 OK", &[], r#"{"name":"ada","role":"customer"}"#),
    );
    // The list of a scope runs for an unmatched path under its prefix.
    assert_text(&server.get("/account/more", &[]).await, &unauthorized());
    assert_text(
        &server.get("/account/more", &[ADA]).await,
        &json(
            "404 Not Found",
            &[],
            r#"{"detail":"there is nothing at /account/more"}"#,
        ),
    );
}

#[tokio::test]
async fn an_order_is_visible_to_its_customer_and_the_owner() {
    let server = Server::start("shop").await;
    let order = r#"{"id":1,"customer":"ada","product":"tea","status":"placed"}"#;
    assert_text(
        &place_order(&server).await,
        &json("201 Created", &["location: /orders/1"], order),
    );
    assert_text(
        &server.get("/orders", &[ADA]).await,
        &json("200 OK", &[], &format!("[{order}]")),
    );
    assert_text(
        &server.get("/orders", &[BOB]).await,
        &json("200 OK", &[], "[]"),
    );
    assert_text(&server.get("/orders/1", &[]).await, &unauthorized());
    for user in [ADA, OLGA] {
        assert_text(
            &server.get("/orders/1", &[user]).await,
            &json("200 OK", &[], order),
        );
    }
    assert_text(
        &server.get("/orders/1", &[BOB]).await,
        &json("404 Not Found", &[], r#"{"detail":"you have no order 1"}"#),
    );
}

#[tokio::test]
async fn only_the_owner_ships_an_order_and_a_shipped_order_cannot_be_canceled() {
    let server = Server::start("shop").await;
    place_order(&server).await;
    place_order(&server).await;
    assert_text(
        &server
            .reply(request("POST", "/orders/1/ship", &[ADA]))
            .await,
        &json(
            "403 Forbidden",
            &[],
            r#"{"detail":"only for the role Owner"}"#,
        ),
    );
    assert_text(
        &server
            .reply(request("POST", "/orders/1/ship", &[OLGA]))
            .await,
        &json(
            "200 OK",
            &[],
            r#"{"id":1,"customer":"ada","product":"tea","status":"shipped"}"#,
        ),
    );
    assert_text(
        &server.reply(request("DELETE", "/orders/1", &[ADA])).await,
        &json(
            "409 Conflict",
            &[],
            r#"{"detail":"it is on its way already"}"#,
        ),
    );
    assert_text(
        &server.reply(request("DELETE", "/orders/2", &[ADA])).await,
        "204 No Content",
    );
    assert_text(
        &server.get("/orders/2", &[ADA]).await,
        &json("404 Not Found", &[], r#"{"detail":"you have no order 2"}"#),
    );
}

#[tokio::test]
async fn a_rejected_extractor_answers_400_or_415() {
    let server = Server::start("shop").await;
    let reply = server.get("/orders/first", &[ADA]).await;
    assert!(reply.starts_with("400 Bad Request"), "{reply}");
    let reply = server.reply(request("POST", "/orders", &[ADA])).await;
    assert!(reply.starts_with("415 Unsupported Media Type"), "{reply}");
}

#[tokio::test]
async fn reports_are_limited_to_the_owner_to_one_at_a_time_and_to_one_second() {
    let server = Server::start("shop").await;
    let report = |milliseconds: u32| format!("/report?milliseconds={milliseconds}");
    assert_text(&server.get(&report(0), &[]).await, &unauthorized());
    assert_text(
        &server.get(&report(0), &[BOB]).await,
        &json(
            "403 Forbidden",
            &[],
            r#"{"detail":"only for the role Owner"}"#,
        ),
    );
    let done = [
        "200 OK",
        "content-length: 8",
        "content-type: text/plain; charset=utf-8",
        "",
        "0 orders",
    ]
    .join("\n");
    let late = json(
        "504 Gateway Timeout",
        &[],
        r#"{"detail":"Gateway Timeout"}"#,
    );
    assert_text(&server.get(&report(0), &[OLGA]).await, &done);
    assert_text(&server.get(&report(60_000), &[OLGA]).await, &late);
    // Each report takes more than half of the timeout, so the second one exceeds it.
    let path = report(600);
    let headers = [OLGA];
    let (one, other) = tokio::join!(server.get(&path, &headers), server.get(&path, &headers));
    let mut replies = [one, other];
    replies.sort();
    assert_text(&replies[0], &done);
    assert_text(&replies[1], &late);
}

#[tokio::test]
async fn static_files_are_compressed() {
    let server = Server::start("shop").await;
    let about = include_str!("../../static/about.txt");
    let length = format!("content-length: {}", about.len());
    assert_text(
        &server.get("/static/about.txt", &[]).await,
        &[
            "200 OK",
            "accept-ranges: bytes",
            &length,
            "content-type: text/plain",
            "vary: accept-encoding",
            "",
            about,
        ]
        .join("\n"),
    );
    let gzip = [("accept-encoding", "gzip")];
    let response = server
        .send(request("GET", "/static/about.txt", &gzip))
        .await;
    assert_eq!(
        head(&response),
        [
            "200 OK",
            "content-encoding: gzip",
            "content-type: text/plain",
            "transfer-encoding: chunked",
            "vary: accept-encoding",
        ]
    );
    let mut text = String::new();
    GzDecoder::new(&*body(response).await)
        .read_to_string(&mut text)
        .unwrap();
    assert_eq!(text, about);
    let missing = server.get("/static/../Cargo.toml", &[]).await;
    assert!(missing.starts_with("404 Not Found"), "{missing}");
}

#[tokio::test]
async fn the_merged_router_answers_and_the_fallback_handles_the_rest() {
    let server = Server::start("shop").await;
    assert_text(
        &server.get("/health", &[]).await,
        "200 OK\ncontent-length: 2\ncontent-type: text/plain; charset=utf-8\n\nok",
    );
    assert_text(&server.get("/ready", &[]).await, "204 No Content");
    assert_text(
        &server.get("/nowhere", &[]).await,
        &json(
            "404 Not Found",
            &[],
            r#"{"detail":"there is nothing at /nowhere"}"#,
        ),
    );
    server.terminate().await;
    let (status, log) = server.wait().await;
    assert_eq!(status.code(), Some(0));
    assert_eq!(
        log,
        ["INFO shop: GET /nowhere 404 Not Found"],
        "health checks are not logged"
    );
}

/// A change of the middleware of a route shows in this file.
#[tokio::test]
async fn the_printed_routes_match_the_snapshot() {
    assert_text(&Server::routes("shop").await, include_str!("routes.txt"));
}

#[tokio::test]
async fn a_trailing_slash_is_trimmed_before_routing() {
    let server = Server::start("shop").await;
    assert_text(&server.get("/orders/", &[]).await, &unauthorized());
    assert_text(
        &server.get("/account/", &[ADA]).await,
        &server.get("/account", &[ADA]).await,
    );
}
