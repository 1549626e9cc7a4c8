//! `host` and the argument `Host`.

use axum::{Router, routing::get};
use concentric::{Host, app, host};

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
        ("example.com.", "example.com", None),
        ("example.com.:8000", "example.com", Some(8000)),
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
        ".",
        ".a.com",
        "a..com",
        "a.com..",
        "[::1].",
        "b\u{fc}cher.example",
    ] {
        assert_eq!(host_of("/", &[("host", text)]), None, "{text}");
    }
    assert_eq!(host_of("/", &[("host", "a.com"), ("host", "a.com")]), None);
    assert_eq!(host_of("http://user@a.com/", &[]), None);
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

#[tokio::test]
async fn the_authority_of_http_2_is_the_host_over_a_socket() {
    let server = Server::start(site()).await;
    let request = http::Request::get("http://Uri.com.:81/").header("host", "header.com");
    let reply = server.http2(request.body(()).unwrap()).await;
    assert_eq!(reply.brief(), "200 uri.com:81");
}
