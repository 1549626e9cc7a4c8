//! `https_redirect` redirects to the same host, port, path and query.

use axum::{Router, routing::get};
use concentric::{ProxyHeaders, app, https_redirect};

use super::request_with;
use crate::support::send_request;

app! {
    fn site() -> Router with [https_redirect()] {
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
async fn http_is_redirected_and_https_passes() {
    for (uri, host, answer) in [
        ("https://testserver/", "testserver", "200 handler"),
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
    let behind = Router::new()
        .route("/", get("handler"))
        .layer(https_redirect().behind_proxy(ProxyHeaders::Forwarded));
    let headers = [("host", "a.com"), ("x-forwarded-proto", "https")];
    assert_eq!(
        location(&behind, "GET", "/", &headers).await,
        "https://a.com/"
    );
}

#[tokio::test]
async fn behind_a_proxy_its_scheme_and_host_count() {
    let app = Router::new()
        .route("/", get("handler"))
        .layer(https_redirect().behind_proxy(ProxyHeaders::XForwarded));
    for (uri, proto, forwarded_host, answer) in [
        ("/", "https", "a.com", "200 handler"),
        ("/", "http", "a.com:80", "https://a.com/"),
        ("/", "http", "a.com:81", "https://a.com:81/"),
        ("/", "http", "not a host", "https://internal/"),
        // The proxy speaks TLS to the application, and the client spoke none.
        ("https://internal/", "http", "a.com", "https://a.com/"),
    ] {
        let headers = [
            ("host", "internal"),
            ("x-forwarded-proto", proto),
            ("x-forwarded-host", forwarded_host),
        ];
        assert_eq!(location(&app, "GET", uri, &headers).await, answer);
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
