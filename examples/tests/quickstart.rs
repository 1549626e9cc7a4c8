//! Sends requests to the `quickstart` example, as a script and as a browser would, and stops it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use std::time::Duration;

use support::{Server, assert_text, request, soon};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    time::sleep,
};

const TOKEN: (&str, &str) = ("authorization", "Bearer valid_token");
const ORIGIN: (&str, &str) = ("origin", "http://localhost:8080");
/// A header of all responses.
const VARY: &str = "vary: Origin";
/// The headers of all responses to the origin.
const ALLOWED: [&str; 3] = [
    "access-control-allow-credentials: true",
    "access-control-allow-origin: http://localhost:8080",
    VARY,
];
/// The headers of all responses to a preflight request, without the origin.
const PREFLIGHT: [&str; 5] = [
    ALLOWED[0],
    "access-control-allow-headers: authorization,x-any",
    "access-control-allow-methods: DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT",
    "access-control-max-age: 600",
    "vary: Origin, Access-Control-Request-Headers",
];

/// Returns a complete response with the headers of its body.
fn response(status: &str, headers: &[&str], body: &str) -> String {
    let length = format!("content-length: {}", body.len());
    let content_type = if body.starts_with('{') {
        "content-type: application/json"
    } else {
        "content-type: text/plain; charset=utf-8"
    };
    let mut lines = vec![&*length, content_type];
    lines.extend(headers);
    lines.sort_unstable();
    lines.insert(0, status);
    lines.extend(["", body]);
    lines.join("\n")
}

#[tokio::test]
async fn the_root_answers_get_and_head() {
    let server = Server::start("quickstart").await;
    assert_text(
        &server.get("/", &[]).await,
        &response("200 OK", &[VARY], r#"{"Hello":"World"}"#),
    );
    assert_text(
        &server.reply(request("HEAD", "/", &[])).await,
        &[
            "200 OK",
            "content-length: 17",
            "content-type: application/json",
            VARY,
        ]
        .join("\n"),
    );
}

#[tokio::test]
async fn protected_requires_the_token() {
    let server = Server::start("quickstart").await;
    let unauthorized = response(
        "401 Unauthorized",
        &[VARY, "www-authenticate: Bearer"],
        r#"{"detail":"Unauthorized"}"#,
    );
    assert_text(&server.get("/protected", &[]).await, &unauthorized);
    for wrong in ["Bearer other_token", "Bearer", "valid_token", "Basic dTpw"] {
        let headers = [("authorization", wrong)];
        assert_text(&server.get("/protected", &headers).await, &unauthorized);
    }
    assert_text(
        &server.get("/protected", &[TOKEN]).await,
        &response(
            "200 OK",
            &[VARY],
            r#"{"message":"This is a protected route"}"#,
        ),
    );
}

#[tokio::test]
async fn every_response_to_an_allowed_origin_has_cors_headers() {
    let server = Server::start("quickstart").await;
    let with = |header| [&ALLOWED[..], &[header]].concat();
    let failed = response(
        "500 Internal Server Error",
        &ALLOWED,
        r#"{"detail":"Internal Server Error"}"#,
    );
    for (method, path, expected) in [
        ("GET", "/error", &*failed),
        ("GET", "/panic", &failed),
        (
            "GET",
            "/",
            &response("200 OK", &ALLOWED, r#"{"Hello":"World"}"#),
        ),
        (
            "GET",
            "/protected",
            &response(
                "401 Unauthorized",
                &with("www-authenticate: Bearer"),
                r#"{"detail":"Unauthorized"}"#,
            ),
        ),
        (
            "GET",
            "/nowhere",
            &response("404 Not Found", &ALLOWED, r#"{"detail":"Not Found"}"#),
        ),
        (
            "POST",
            "/",
            &response(
                "405 Method Not Allowed",
                &with("allow: GET,HEAD"),
                r#"{"detail":"Method Not Allowed"}"#,
            ),
        ),
        // A 405 does not require the token, because the list of the route does not run.
        (
            "DELETE",
            "/protected",
            &response(
                "405 Method Not Allowed",
                &with("allow: GET,HEAD"),
                r#"{"detail":"Method Not Allowed"}"#,
            ),
        ),
    ] {
        let request = request(method, path, &[ORIGIN]);
        assert_text(&server.reply(request).await, expected);
    }
}

#[tokio::test]
async fn no_response_allows_another_origin() {
    let server = Server::start("quickstart").await;
    let other = ("origin", "http://localhost:8081");
    let refused = [ALLOWED[0], ALLOWED[2]];
    assert_text(
        &server.get("/", &[other]).await,
        &response("200 OK", &refused, r#"{"Hello":"World"}"#),
    );
    let preflight = [
        other,
        ("access-control-request-method", "TRACE"),
        ("access-control-request-headers", "authorization,x-any"),
    ];
    assert_text(
        &server
            .reply(request("OPTIONS", "/nowhere", &preflight))
            .await,
        &response(
            "400 Bad Request",
            &PREFLIGHT,
            "Disallowed CORS origin, method",
        ),
    );
}

#[tokio::test]
async fn a_preflight_is_answered_on_every_path() {
    let server = Server::start("quickstart").await;
    let preflight = [
        ORIGIN,
        ("access-control-request-method", "DELETE"),
        ("access-control-request-headers", "authorization,x-any"),
    ];
    let allowed = [&PREFLIGHT[..], &ALLOWED[1..2]].concat();
    // axum adds the methods of a known path.
    let of_a_route = [&allowed[..], &["allow: GET,HEAD"]].concat();
    for (path, headers) in [
        ("/", &of_a_route[..]),
        ("/protected", &of_a_route),
        ("/nowhere", &allowed),
    ] {
        let request = request("OPTIONS", path, &preflight);
        assert_text(
            &server.reply(request).await,
            &response("200 OK", headers, "OK"),
        );
    }
}

#[tokio::test]
async fn every_request_and_the_source_of_every_error_are_logged() {
    let server = Server::start("quickstart").await;
    for (path, headers) in [
        ("/?page=1", &[][..]),
        ("/protected", &[]),
        ("/protected", &[TOKEN]),
        ("/error", &[]),
        ("/panic", &[]),
        ("/nowhere", &[]),
    ] {
        server.get(path, headers).await;
    }
    server.reply(request("POST", "/", &[])).await;
    server.terminate().await;
    let (status, log) = server.wait().await;
    assert_eq!(status.code(), Some(0));
    assert_text(
        &log.join("\n"),
        &[
            "INFO quickstart: GET /?page=1 200 OK",
            "INFO quickstart: GET /protected 401 Unauthorized",
            "INFO quickstart: GET /protected 200 OK",
            "ERROR quickstart: 500: Internal Server Error source=This is a sample error",
            "INFO quickstart: GET /error 500 Internal Server Error",
            "ERROR quickstart: 500: Internal Server Error source=panicked: This is a sample panic",
            "INFO quickstart: GET /panic 500 Internal Server Error",
            "INFO quickstart: GET /nowhere 404 Not Found",
            "INFO quickstart: POST / 405 Method Not Allowed",
        ]
        .join("\n"),
    );
}

#[tokio::test]
async fn a_shutdown_waits_for_a_request_in_progress() {
    let server = Server::start("quickstart").await;
    let idle = server.connect().await;
    let mut under_way = server.connect().await;
    under_way.set_nodelay(true).unwrap();
    let head = b"GET /protected HTTP/1.1\r\nhost: localhost\r\n";
    under_way.write_all(head).await.unwrap();
    // The client cannot observe when the server has read this part.
    sleep(Duration::from_millis(500)).await;

    server.terminate().await;
    let rest = b"authorization: Bearer valid_token\r\n\r\n";
    under_way.write_all(rest).await.unwrap();
    let mut reply = String::new();
    soon("the reply", under_way.read_to_string(&mut reply))
        .await
        .unwrap();
    let (head, body) = reply.split_once("\r\n\r\n").unwrap();
    let lines: Vec<&str> = head.lines().collect();
    assert_eq!(lines[0], "HTTP/1.1 200 OK");
    assert!(lines.contains(&"connection: close"), "{lines:?}");
    assert_eq!(body, r#"{"message":"This is a protected route"}"#);

    let (status, log) = server.wait().await;
    assert_eq!(status.code(), Some(0));
    assert_eq!(log, ["INFO quickstart: GET /protected 200 OK"]);
    drop(idle);
}

#[tokio::test]
async fn a_second_signal_aborts_a_request_in_progress() {
    let server = Server::start("quickstart").await;
    let mut under_way = server.connect().await;
    under_way.write_all(b"GET / HTTP/1.1\r\n").await.unwrap();
    // The client cannot observe when the server has read this part.
    sleep(Duration::from_millis(500)).await;

    server.terminate().await;
    server.terminate().await;
    let (status, log) = server.wait().await;
    assert_eq!(status.code(), Some(0));
    assert_eq!(log, [""; 0]);
}

/// The README of the repository or that of the examples shows the output.
#[tokio::test]
async fn the_readme_shows_the_printed_routes() {
    let readmes = [
        include_str!("../../README.md"),
        include_str!("../README.md"),
    ];
    let shown: Vec<_> = readmes
        .iter()
        .filter_map(|readme| {
            let command = "$ cargo run --example quickstart -- --routes\n";
            let (_, shown) = readme.split_once(command)?;
            Some(shown.split_once("```").unwrap().0)
        })
        .collect();
    assert!(!shown.is_empty(), "no README shows the output");
    let printed = Server::routes("quickstart").await;
    for shown in shown {
        assert_text(&printed, &format!("{shown}\n"));
    }
}
