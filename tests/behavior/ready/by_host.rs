//! `by_host` leads a request to the application of its host.

use axum::{Router, routing::get};
use concentric::{
    Host, Next, ProxyHeaders, Request, Response, app, by_host, middleware, proxy_headers,
};

use super::{panic_of, request_with};
use crate::support::{Server, request, send_request};

/// Marks the responses of one application.
#[middleware]
async fn mark(#[config] name: &'static str, req: Request, next: Next) -> Response {
    let mut response = next.run(req).await;
    let value = http::HeaderValue::from_static(name);
    response.headers_mut().append("x-app", value);
    response
}

app! {
    fn admin() -> Router with [mark("admin")] {
        GET "/" => async || "admin",
        fallback => async || "nothing of admin",
    }
}

app! {
    fn tenant() -> Router with [mark("tenant")] {
        GET "/" => async |host: Host<'static>| host.to_string(),
    }
}

app! {
    fn site() -> Router with [mark("site")] {
        GET "/" => async || "site",
        GET "/{page}" => async || "page",
    }
}

fn hosts() -> Router {
    by_host(
        [("admin.example.com", admin()), ("*.example.com", tenant())],
        site(),
    )
}

#[tokio::test]
async fn by_host_chooses_by_the_first_pattern_that_matches() {
    let app = hosts();
    for (host, path, answer, list) in [
        ("admin.example.com", "/", "200 admin", "admin"),
        ("Admin.Example.com:8000", "/", "200 admin", "admin"),
        ("admin.example.com", "/a", "200 nothing of admin", "admin"),
        ("acme.example.com", "/", "200 acme.example.com", "tenant"),
        (
            "a.b.example.com",
            "/a",
            r#"404 {"detail":"Not Found"}"#,
            "tenant",
        ),
        ("example.com", "/", "200 site", "site"),
        ("example.com", "/a", "200 page", "site"),
        ("evil-example.com", "/", "200 site", "site"),
        ("not a host", "/", "200 site", "site"),
    ] {
        let reply = send_request(&app, request_with("GET", path, &[("host", host)])).await;
        assert_eq!(reply.brief(), answer, "{host} {path}");
        assert_eq!(reply.header("x-app"), [list], "{host} {path}");
    }
    assert_eq!(
        send_request(&app, request("GET", "/")).await.brief(),
        "200 site"
    );
    let request = request_with(
        "GET",
        "http://admin.example.com/",
        &[("host", "example.com")],
    );
    assert_eq!(send_request(&app, request).await.brief(), "200 admin");
}

#[tokio::test]
async fn by_host_can_be_nested_and_answers_head_and_405() {
    let app = Router::new()
        .route("/health", get("ok"))
        .nest("/v1", hosts());
    for (method, path, answer) in [
        ("GET", "/health", "200 ok"),
        ("GET", "/v1", "200 admin"),
        ("HEAD", "/v1", "200 "),
        ("POST", "/v1", r#"405 {"detail":"Method Not Allowed"}"#),
    ] {
        let request = request_with(method, path, &[("host", "admin.example.com")]);
        assert_eq!(
            send_request(&app, request).await.brief(),
            answer,
            "{method} {path}"
        );
    }
}

#[test]
fn an_application_that_no_request_reaches_panics() {
    for (first, second) in [
        ("a.com", "A.com"),
        ("*.com", "a.com"),
        ("*.com", "*.a.com"),
        ("*.a.com", "*.a.com"),
    ] {
        assert_eq!(
            panic_of(move || by_host([(first, Router::new()), (second, Router::new())], site())),
            format!(
                "no request reaches the application for `{second}`, because an earlier host matches\n\
                 write it before that one"
            )
        );
    }
    for (first, second) in [
        ("a.com", "*.com"),
        ("*.a.com", "a.com"),
        ("*.a.com", "*.b.com"),
    ] {
        let _ = by_host([(first, Router::new()), (second, Router::new())], site());
    }
    for pattern in ["https://a.com", "*", "a.com."] {
        let message = panic_of(|| by_host([(pattern, Router::new())], Router::new()));
        let expected = format!("`{pattern}` is not a host\nwrite: example.com");
        assert!(message.starts_with(&expected), "{message}");
    }
}

#[tokio::test]
async fn by_host_reads_the_host_of_a_proxy_in_a_layer_around_it() {
    let app = hosts().layer(proxy_headers(ProxyHeaders::XForwarded).host(true));
    for (host, forwarded, answer) in [
        ("internal", "admin.example.com", "200 admin"),
        ("admin.example.com", "a.example.com", "200 a.example.com"),
        (
            "admin.example.com",
            "not a host",
            r#"400 {"detail":"invalid proxy headers"}"#,
        ),
    ] {
        let headers = [("host", host), ("x-forwarded-host", forwarded)];
        let reply = send_request(&app, request_with("GET", "/", &headers)).await;
        assert_eq!(reply.brief(), answer, "{forwarded}");
    }
}

#[tokio::test]
async fn the_authority_of_http_2_decides_over_a_socket() {
    let server = Server::start(hosts()).await;
    let request = http::Request::get("http://admin.example.com.:81/").header("host", "a.com");
    let reply = server.http2(request.body(()).unwrap()).await;
    assert_eq!(reply.brief(), "200 admin");
}
