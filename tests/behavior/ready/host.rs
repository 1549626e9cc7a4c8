//! `host`, `ProxyHeaders` and the argument `Host`.

use axum::{Router, routing::get};
use concentric::{Host, ProxyHeaders, app, host};

use super::request_with;
use crate::support::{Server, send_request};

/// Returns the host of a request as text.
fn host_of(uri: &str, headers: &[(&str, &str)]) -> Option<String> {
    let request = request_with("GET", uri, headers);
    let of_parts = host(&request.into_parts().0).map(|host| host.to_string());
    let request = request_with("GET", uri, headers);
    assert_eq!(host(&request).map(|host| host.to_string()), of_parts);
    of_parts
}

#[test]
fn host_is_the_authority_of_the_uri_or_else_the_host_header() {
    let header = [("host", "header.com")];
    assert_eq!(host_of("/", &header).as_deref(), Some("header.com"));
    assert_eq!(
        host_of("https://uri.com/", &header).as_deref(),
        Some("uri.com")
    );
    assert_eq!(host_of("https://uri.com/", &[]).as_deref(), Some("uri.com"));
    assert_eq!(host_of("/", &[]), None);
}

#[test]
fn host_ignores_what_a_proxy_says() {
    let headers = [("x-forwarded-host", "a.com"), ("forwarded", "host=b.com")];
    assert_eq!(host_of("/", &headers), None);
}

#[test]
fn host_has_a_name_in_lower_case_and_a_port() {
    for (text, name, port) in [
        ("example.com", "example.com", None),
        ("Example.COM:8000", "example.com", Some(8000)),
        ("example.com:", "example.com", None),
        ("127.0.0.1:80", "127.0.0.1", Some(80)),
        ("[::1]", "[::1]", None),
        ("[2001:DB8::1]:443", "[2001:db8::1]", Some(443)),
        ("xn--bcher-kva.example", "xn--bcher-kva.example", None),
        ("a_b.internal", "a_b.internal", None),
    ] {
        let request = request_with("GET", "/", &[("host", text)]);
        let host = host(&request).expect(text);
        assert_eq!((host.name(), host.port()), (name, port), "{text}");
    }
}

#[test]
fn a_malformed_host_is_none() {
    for text in [
        "",
        ":80",
        "a.com:b",
        "a.com:+80",
        "a.com:65536",
        "a.com:80:80",
        "a.com/path",
        "user@a.com",
        "a.com, b.com",
        "a.com b.com",
        "a.com?query",
        "a.com#fragment",
        "a.com\\b",
        "a%2ecom",
        "::1",
        "[::1",
        "[::1]a",
        "[a.com]",
        "a]b",
        "b\u{fc}cher.example",
    ] {
        assert_eq!(host_of("/", &[("host", text)]), None, "{text}");
    }
    assert_eq!(host_of("/", &[("host", "a.com"), ("host", "a.com")]), None);
    assert_eq!(host_of("http://user@a.com/", &[]), None);
}

/// Asserts what a proxy says by these headers.
fn assert_proxy(proxy: ProxyHeaders, headers: &[(&str, &str)], host: Option<&str>, is_https: bool) {
    let request = request_with("GET", "/", headers);
    let found = proxy.host(&request).map(|host| host.to_string());
    assert_eq!(found.as_deref(), host, "{headers:?}");
    assert_eq!(proxy.is_https(&request), is_https, "{headers:?}");
}

#[test]
fn x_forwarded_reads_the_last_value_of_its_own_headers() {
    for (hosts, proto, host, is_https) in [
        (
            &["evil.com, a.com:81"][..],
            "http,https",
            Some("a.com:81"),
            true,
        ),
        (&["evil.com", "a.com"], "https, http", Some("a.com"), false),
        (&[], "HTTPS", None, true),
        (&["a.com/b"], "httpss", None, false),
    ] {
        let hosts = hosts.iter().map(|host| ("x-forwarded-host", *host));
        let mut headers: Vec<_> = hosts.collect();
        headers.push(("x-forwarded-proto", proto));
        assert_proxy(ProxyHeaders::XForwarded, &headers, host, is_https);
        assert_proxy(ProxyHeaders::Forwarded, &headers, None, false);
    }
}

#[test]
fn forwarded_reads_the_last_element_of_its_own_header() {
    for (lines, host, is_https) in [
        (&["host=a.com;proto=https"][..], Some("a.com"), true),
        (
            &["for=\"[::1]:1\"; Host=\"[::2]:81\" ;PROTO=HTTPS"],
            Some("[::2]:81"),
            true,
        ),
        (
            &["host=evil.com;proto=https, for=_b;host=a.com"],
            Some("a.com"),
            false,
        ),
        (&["host=evil.com;proto=https, for=_b"], None, false),
        (&["for=_b;proto=https", "proto=http"], None, false),
        // Separators in quotes are text.
        (&["proto=http;for=\"a,proto=https;b=\""], None, false),
        (&["for=\"a;proto=https;\";proto=http"], None, false),
        (&["for=\"\\\",proto=https"], None, false),
    ] {
        let headers: Vec<_> = lines.iter().map(|line| ("forwarded", *line)).collect();
        assert_proxy(ProxyHeaders::Forwarded, &headers, host, is_https);
        assert_proxy(ProxyHeaders::XForwarded, &headers, None, false);
    }
}

async fn show(host: Host<'static>) -> String {
    host.to_string()
}

app! {
    fn site() -> Router {
        GET "/" => show,
    }
}

#[tokio::test]
async fn a_handler_takes_the_host_and_is_a_400_without_one() {
    let plain = Router::new().route("/", get(show));
    for app in [site(), plain] {
        let request = request_with("GET", "/", &[("host", "A.com:1")]);
        assert_eq!(send_request(&app, request).await.brief(), "200 a.com:1");
        let request = request_with("GET", "/", &[("host", "a/b")]);
        assert_eq!(
            send_request(&app, request).await.brief(),
            r#"400 {"detail":"invalid host header"}"#
        );
    }
}

#[tokio::test]
async fn the_absolute_form_of_http_1_decides_over_a_socket() {
    let server = Server::start(site()).await;
    let mut wire = server.connect().await;
    wire.write("GET http://uri.com:81/ HTTP/1.1\r\nhost: header.com\r\nconnection: close\r\n\r\n")
        .await;
    wire.head().await;
    assert_eq!(wire.rest().await, "uri.com:81");
    assert!(server.answer("GET", "/").await.ends_with("test"));
}
