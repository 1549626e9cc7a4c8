//! `proxy_headers` takes the scheme and the host from the headers that it is told to trust.

mod forwarded;

use axum::Router;
use concentric::{
    Host, ProxyHeaders, app, host, https_redirect, proxy_headers, reject_cross_site, trusted_hosts,
};
use http::{HeaderMap, uri::Scheme};

use super::request_with;
use crate::support::{Server, send_request};

const INVALID: &str = r#"400 {"detail":"invalid proxy headers"}"#;

/// Shows the scheme and the host of a request.
async fn show(req: concentric::Request) -> String {
    let scheme = req.extensions().get::<Scheme>();
    let scheme = scheme.map_or("none", Scheme::as_str);
    host(&req).map_or_else(|| scheme.to_owned(), |host| format!("{scheme}://{host}"))
}

app! {
    fn shown(headers: ProxyHeaders, host: bool) -> Router with [proxy_headers(headers).host(host)] {
        ANY "/" => show,
    }
}

async fn seen(app: &Router, headers: &[(&str, &str)]) -> String {
    let headers = [&[("host", "own.com")], headers].concat();
    send_request(app, request_with("GET", "/", &headers))
        .await
        .brief()
}

#[tokio::test]
async fn x_forwarded_reads_the_scheme_alone_unless_asked_for_the_host() {
    let scheme = shown(ProxyHeaders::XForwarded, false);
    let both = shown(ProxyHeaders::XForwarded, true);
    for (proto, answer) in [
        (&[][..], "200 http://"),
        (&["https"], "200 https://"),
        (&["HTTPS"], "200 https://"),
        (&["wss"], "200 https://"),
        (&["ws"], "200 http://"),
        // The last value is that of the nearest proxy.
        (&["https, http"], "200 http://"),
        (&["http", "https"], "200 https://"),
    ] {
        let mut headers: Vec<_> = proto.iter().map(|p| ("x-forwarded-proto", *p)).collect();
        headers.push(("forwarded", "proto=https;host=evil.com"));
        headers.push(("x-forwarded-host", "evil.com, a.com:81"));
        assert_eq!(seen(&scheme, &headers).await, format!("{answer}own.com"));
        assert_eq!(seen(&both, &headers).await, format!("{answer}a.com:81"));
    }
    assert_eq!(seen(&both, &[]).await, "200 http://own.com");
    let hosts = [
        ("x-forwarded-host", "evil.com"),
        ("x-forwarded-host", "a.com"),
    ];
    assert_eq!(seen(&both, &hosts).await, "200 http://a.com");
}

#[tokio::test]
async fn an_invalid_header_is_a_400() {
    let scheme = shown(ProxyHeaders::XForwarded, false);
    let both = shown(ProxyHeaders::XForwarded, true);
    for proto in ["", "httpss", "https,", "\"https\"", "\u{fc}"] {
        let headers = [("x-forwarded-proto", proto)];
        assert_eq!(seen(&scheme, &headers).await, INVALID, "{proto}");
    }
    for named in [
        "",
        "not a host",
        "a.com,",
        "a.com/b",
        "user@a.com",
        "\u{fc}.com",
    ] {
        let headers = [("x-forwarded-host", named)];
        assert_eq!(seen(&both, &headers).await, INVALID, "{named}");
        assert_eq!(seen(&scheme, &headers).await, "200 http://own.com");
    }
}

#[tokio::test]
async fn the_headers_that_are_not_trusted_are_removed() {
    app! {
        fn names(headers: ProxyHeaders, host: bool) -> Router
        with [proxy_headers(headers).host(host)] {
            GET "/" => async |headers: HeaderMap| {
                let mut names: Vec<_> = headers
                    .keys()
                    .map(|name| name.as_str().to_owned())
                    .collect();
                names.sort();
                names.join(" ")
            },
        }
    }
    let headers = [
        ("forwarded", "proto=http"),
        ("x-forwarded-for", "::1"),
        ("x-forwarded-host", "a.com"),
        ("x-forwarded-proto", "https"),
    ];
    for (trusted, host, left) in [
        (
            ProxyHeaders::XForwarded,
            false,
            "x-forwarded-for x-forwarded-proto",
        ),
        (
            ProxyHeaders::XForwarded,
            true,
            "x-forwarded-for x-forwarded-host x-forwarded-proto",
        ),
        (ProxyHeaders::Forwarded, true, "forwarded x-forwarded-for"),
    ] {
        let request = request_with("GET", "/", &headers);
        let reply = send_request(&names(trusted, host), request).await;
        assert_eq!(reply.body, left);
    }
}

app! {
    fn guarded(host: bool) -> Router with [
        proxy_headers(ProxyHeaders::XForwarded).host(host),
        trusted_hosts(["example.com"]),
        reject_cross_site,
        https_redirect,
    ] {
        ANY "/" => async |host: Host<'static>| host.to_string(),
    }
}

#[tokio::test]
async fn all_that_read_the_host_read_the_same_one() {
    let refused = r#"400 {"detail":"invalid host header"}"#;
    for (host, forwarded, of_scheme, of_both) in [
        ("example.com", "evil.com", "200 example.com", refused),
        ("evil.com", "example.com", refused, "200 example.com"),
        (
            "example.com",
            "example.com",
            "200 example.com",
            "200 example.com",
        ),
    ] {
        let headers = [
            ("host", host),
            ("x-forwarded-host", forwarded),
            ("x-forwarded-proto", "https"),
            ("origin", "https://example.com"),
        ];
        for (app, answer) in [(guarded(false), of_scheme), (guarded(true), of_both)] {
            let request = request_with("POST", "/", &headers);
            assert_eq!(send_request(&app, request).await.brief(), answer);
        }
    }
    // A page of the host that the client alone names is another site.
    let headers = [
        ("host", "example.com"),
        ("x-forwarded-host", "evil.com"),
        ("x-forwarded-proto", "https"),
        ("origin", "https://evil.com"),
    ];
    let request = request_with("POST", "/", &headers);
    assert_eq!(send_request(&guarded(false), request).await.status, 403);
}

#[tokio::test]
async fn a_redirect_leads_to_a_trusted_host() {
    for (app, host, forwarded, location) in [
        (
            guarded(false),
            "example.com",
            "evil.com",
            "https://example.com/",
        ),
        (
            guarded(true),
            "evil.com",
            "example.com:80",
            "https://example.com/",
        ),
    ] {
        let server = Server::start(app).await;
        let request = http::Request::get(format!("https://{host}/"));
        let request = request.header("x-forwarded-host", forwarded);
        let reply = server.http2(request.body(()).unwrap()).await;
        assert_eq!(reply.header("location"), [location]);
    }
}

#[tokio::test]
async fn proxy_headers_before_routing_or_as_a_layer_is_outside_of_the_lists() {
    app! {
        fn inner() -> Router with [trusted_hosts(["example.com"])] {
            ANY "/" => show,
        }
    }
    app! {
        fn before() -> Router
        before routing [proxy_headers(ProxyHeaders::Forwarded).host(true)]
        with [trusted_hosts(["example.com"])] {
            ANY "/" => show,
        }
    }
    let layered = inner().layer(proxy_headers(ProxyHeaders::Forwarded).host(true));
    for app in [before(), layered] {
        let headers = [("forwarded", "proto=https;host=example.com")];
        assert_eq!(seen(&app, &headers).await, "200 https://example.com");
    }
}
