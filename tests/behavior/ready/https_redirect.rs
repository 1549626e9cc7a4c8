//! `https_redirect` redirects to the same host, port, path and query.

use axum::{Extension, Router, routing::get};
use concentric::{ProxyHeaders, app, https_redirect, proxy_headers};
use http::uri::Scheme;

use super::request_with;
use crate::support::{Server, send_request};

app! {
    fn site() -> Router with [https_redirect] {
        ANY "/{*rest}" => async || "handler",
        ANY "/" => async || "handler",
    }
}

async fn location(app: &Router, method: &str, uri: &str, headers: &[(&str, &str)]) -> String {
    let reply = send_request(app, request_with(method, uri, headers)).await;
    match reply.header("location")[..] {
        [location] => {
            assert_eq!(reply.brief(), "307 ");
            location.to_owned()
        }
        _ => reply.brief(),
    }
}

#[tokio::test]
async fn http_is_redirected_to_the_same_host_path_and_query() {
    for (uri, host, answer) in [
        ("http://testserver/", "testserver", "https://testserver/"),
        ("http://testserver:80/", "", "https://testserver/"),
        ("http://testserver:443/", "", "https://testserver/"),
        ("http://testserver:123/", "", "https://testserver:123/"),
        ("/", "Testserver:80", "https://testserver/"),
        ("/", "testserver:123", "https://testserver:123/"),
        (
            "/a%2F/b?c=d&e",
            "testserver",
            "https://testserver/a%2F/b?c=d&e",
        ),
        (
            "/?to=https://evil.com",
            "[::1]:80",
            "https://[::1]/?to=https://evil.com",
        ),
        ("//evil.com/", "testserver", "https://testserver//evil.com/"),
        // What the client writes is not the scheme of the connection.
        ("https://testserver/", "testserver", "https://testserver/"),
        (
            "http://testserver?page=2",
            "testserver",
            "https://testserver/?page=2",
        ),
        (
            "/\"\\^{|}?a=%22[]|&b='(!$)*+,;:@~",
            "testserver",
            "https://testserver/%22%5C%5E%7B%7C%7D?a=%22[]%7C&b='(!$)*+,;:@~",
        ),
        ("*", "testserver", "https://testserver/"),
    ] {
        for method in ["GET", "POST"] {
            let headers = [("host", host)];
            assert_eq!(
                location(&site(), method, uri, &headers).await,
                answer,
                "{uri}"
            );
        }
    }
}

#[tokio::test]
async fn an_invalid_host_is_not_redirected_to() {
    for host in ["", "evil.com/", "user@evil.com", "evil.com\\", "a b"] {
        assert_eq!(
            location(&site(), "GET", "/", &[("host", host)]).await,
            r#"400 {"detail":"invalid host header"}"#,
            "{host}"
        );
    }
}

#[tokio::test]
async fn a_client_cannot_claim_https_by_the_headers_of_a_proxy() {
    let headers = [
        ("host", "a.com"),
        ("x-forwarded-proto", "https"),
        ("forwarded", "proto=https;host=evil.com"),
        ("x-forwarded-host", "evil.com"),
    ];
    assert_eq!(
        location(&site(), "GET", "/", &headers).await,
        "https://a.com/"
    );
    assert_eq!(
        location(&site(), "GET", "https://a.com/", &headers).await,
        "https://a.com/"
    );
}

#[tokio::test]
async fn https_passes_if_a_proxy_or_the_server_says_so() {
    let layer = proxy_headers(ProxyHeaders::XForwarded);
    for (app, expected) in [
        (site().layer(layer), "200 handler"),
        (site().layer(Extension(Scheme::HTTPS)), "200 handler"),
        (site().layer(Extension(Scheme::HTTP)), "https://a.com/"),
    ] {
        let headers = [("host", "a.com"), ("x-forwarded-proto", "https")];
        assert_eq!(location(&app, "GET", "/", &headers).await, expected);
    }
    let plain = Router::new()
        .route("/", get("handler"))
        .layer(https_redirect());
    let headers = [("host", "a.com:80")];
    assert_eq!(
        location(&plain, "GET", "/", &headers).await,
        "https://a.com/"
    );
}

#[tokio::test]
async fn the_handshake_of_a_websocket_is_redirected_to_wss() {
    let headers = [
        ("host", "a.com"),
        ("upgrade", "websocket"),
        ("sec-websocket-version", "13"),
    ];
    assert_eq!(
        location(&site(), "GET", "/chat?room=1", &headers).await,
        "wss://a.com/chat?room=1"
    );
}

#[tokio::test]
async fn the_scheme_and_the_form_of_a_target_are_not_believed_over_a_socket() {
    let server = Server::start(site()).await;
    for target in ["https://a.com?b=1", "http://a.com?b=1"] {
        let mut wire = server.connect().await;
        wire.write(&format!(
            "GET {target} HTTP/1.1\r\nhost: a.com\r\nconnection: close\r\n\r\n"
        ))
        .await;
        let head = wire.head().await;
        assert!(head.contains("\nlocation: https://a.com/?b=1\n"), "{head}");
    }
    for target in ["https://a.com:80/?b=1", "http://a.com:80/?b=1"] {
        let request = http::Request::get(target).body(()).unwrap();
        let reply = server.http2(request).await;
        assert_eq!(reply.brief(), "307 ");
        assert_eq!(reply.header("location"), ["https://a.com/?b=1"]);
    }
}

#[tokio::test]
async fn the_redirect_has_the_prefix_of_an_outer_router() {
    let app = Router::new().nest("/api", site());
    let headers = [("host", "a.com")];
    assert_eq!(
        location(&app, "GET", "/api/b?c", &headers).await,
        "https://a.com/api/b?c"
    );
}
