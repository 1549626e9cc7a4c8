//! Sends requests to the `plain_axum` example.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use support::{Server, assert_text, request};

const TOKEN: (&str, &str) = ("authorization", "Bearer secret");

#[tokio::test]
async fn middleware_are_layers_of_a_plain_router() {
    let server = Server::start("plain_axum").await;
    for (path, headers, expected) in [
        (
            "/",
            &[][..],
            &[
                "200 OK",
                "content-length: 13",
                "content-type: text/plain; charset=utf-8",
                "x-served-by: plain axum",
                "",
                "Hello, World!",
            ][..],
        ),
        (
            "/account",
            &[TOKEN],
            &[
                "200 OK",
                "cache-control: no-store",
                "content-length: 14",
                "content-type: application/json",
                "x-served-by: plain axum",
                "",
                r#"{"name":"ada"}"#,
            ],
        ),
        (
            "/account",
            &[("authorization", "Bearer other")],
            &[
                "401 Unauthorized",
                "cache-control: no-store",
                "content-length: 26",
                "content-type: application/json",
                "www-authenticate: Bearer",
                "x-served-by: plain axum",
                "",
                r#"{"detail":"invalid token"}"#,
            ],
        ),
        (
            "/error",
            &[],
            &[
                "500 Internal Server Error",
                "content-length: 34",
                "content-type: application/json",
                "x-served-by: plain axum",
                "",
                r#"{"detail":"Internal Server Error"}"#,
            ],
        ),
        (
            "/slow",
            &[],
            &[
                "504 Gateway Timeout",
                "content-length: 28",
                "content-type: application/json",
                "x-served-by: plain axum",
                "",
                r#"{"detail":"Gateway Timeout"}"#,
            ],
        ),
        // The 404 of a plain router is an ordinary response with axum's empty body.
        (
            "/nowhere",
            &[],
            &[
                "404 Not Found",
                "content-length: 0",
                "x-served-by: plain axum",
            ],
        ),
    ] {
        assert_text(&server.get(path, headers).await, &expected.join("\n"));
    }
}

#[tokio::test]
async fn every_request_is_logged() {
    let server = Server::start("plain_axum").await;
    server.get("/", &[]).await;
    server.get("/account", &[]).await;
    server.get("/error", &[]).await;
    server.get("/slow", &[]).await;
    server.reply(request("DELETE", "/account", &[TOKEN])).await;
    server.terminate().await;
    let (_, log) = server.wait().await;
    assert_text(
        &log.join("\n"),
        &[
            "INFO plain_axum: GET / 200 OK",
            "INFO plain_axum: GET /account 401 Unauthorized",
            "ERROR plain_axum: 500: Internal Server Error source=the disk is full",
            "INFO plain_axum: GET /error 500 Internal Server Error",
            "ERROR plain_axum: 504: Gateway Timeout source=request timed out",
            "INFO plain_axum: GET /slow 504 Gateway Timeout",
            "INFO plain_axum: DELETE /account 405 Method Not Allowed",
        ]
        .join("\n"),
    );
}
