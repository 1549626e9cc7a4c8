//! `trusted_hosts` allows what its patterns say.

use axum::{Router, routing::get};
use concentric::{app, trusted_hosts};

use super::{panic_of, request_with};
use crate::support::{Events, Reply, Server, Site, record_outcome, request, send_request};

app! {
    fn site() -> Router with [trusted_hosts(["example.com", "*.example.org", "[::1]"])] {
        GET "/" => async || "handler",
    }
}

async fn get_host(app: &Router, host: &str) -> Reply {
    send_request(app, request_with("GET", "/", &[("host", host)])).await
}

const REFUSED: &str = r#"400 {"detail":"invalid host header"}"#;

#[tokio::test]
async fn trusted_hosts_allows_names_and_subdomains_and_refuses_others() {
    let plain = Router::new()
        .route("/", get("handler"))
        .layer(trusted_hosts(["Example.com", "*.Example.org", "[::1]"]));
    for app in [site(), plain] {
        for host in [
            "example.com",
            "EXAMPLE.com:8000",
            "a.example.org",
            "b.a.example.org:1",
            "[::1]:80",
            "example.com.",
            "a.example.org.:1",
        ] {
            assert_eq!(get_host(&app, host).await.brief(), "200 handler", "{host}");
        }
        for host in [
            "example.org",
            ".example.org",
            "badexample.org",
            "a.example.com",
            "example.com.evil.com",
            "example.com..",
            ".a.example.org",
            "evil.com",
            "example.com@evil.com",
            "[::2]",
            "",
        ] {
            assert_eq!(get_host(&app, host).await.brief(), REFUSED, "{host}");
        }
        assert_eq!(
            send_request(&app, request("GET", "/")).await.brief(),
            REFUSED
        );
        let request = request_with("GET", "http://evil.com/", &[("host", "example.com")]);
        assert_eq!(send_request(&app, request).await.brief(), REFUSED);
    }
}

#[tokio::test]
async fn a_star_allows_every_host_and_none() {
    let app = Router::new()
        .route("/", get("handler"))
        .layer(trusted_hosts(["*"]));
    assert_eq!(get_host(&app, "evil.com").await.brief(), "200 handler");
    assert_eq!(get_host(&app, "no host").await.brief(), "200 handler");
    assert_eq!(
        send_request(&app, request("GET", "/")).await.brief(),
        "200 handler"
    );
}

app! {
    fn recorded(state: Events) -> Router with [record_outcome, trusted_hosts(["example.com"])] {
        GET "/" => async || "handler",
    }
}

#[tokio::test]
async fn a_refused_host_is_an_error_for_outer_middleware() {
    let site = Site::new(recorded);
    get_host(&site.app, "evil.com").await;
    assert_eq!(site.events.take(), ["Err 400: invalid host header"]);
}

#[tokio::test]
async fn the_host_without_www_is_redirected_with_its_port_path_and_query() {
    let hosts = trusted_hosts(["www.example.com", "*.example.org"]);
    let inner = Router::new().route("/a", get("handler"));
    let app = Router::new()
        .nest("/nest", inner.clone().layer(hosts.clone()))
        .merge(inner.layer(hosts));
    for (uri, host, location) in [
        ("/a", "example.com", "//www.example.com/a"),
        ("/a?b=//c", "Example.com:81", "//www.example.com:81/a?b=//c"),
        ("/nest/a", "example.com", "//www.example.com/nest/a"),
        ("//evil.com/", "example.com", "//www.example.com//evil.com/"),
    ] {
        let request = request_with("POST", uri, &[("host", host)]);
        let reply = send_request(&app, request).await;
        assert_eq!(reply.brief(), "307 ", "{uri}");
        assert_eq!(reply.header("location"), [location]);
    }
    // `www.a.example.org` is allowed by a wildcard only.
    for host in ["example.org", "w.example.com", "www.www.example.com"] {
        let request = request_with("GET", "/a", &[("host", host)]);
        assert_eq!(send_request(&app, request).await.brief(), REFUSED, "{host}");
    }
    let request = request_with("GET", "/a", &[("host", "www.example.com")]);
    assert_eq!(send_request(&app, request).await.brief(), "200 handler");
}

#[tokio::test]
async fn the_www_redirect_can_be_turned_off_and_is_not_used_where_both_are_allowed() {
    let app = |hosts| Router::new().route("/", get("handler")).layer(hosts);
    let off = app(trusted_hosts(["www.example.com"]).www_redirect(false));
    assert_eq!(get_host(&off, "example.com").await.brief(), REFUSED);
    let both = app(trusted_hosts(["www.example.com", "example.com"]));
    assert_eq!(get_host(&both, "example.com").await.brief(), "200 handler");
}

#[tokio::test]
async fn the_authority_of_http_2_decides_over_a_socket() {
    let server = Server::start(site()).await;
    for (authority, host, answer) in [
        ("example.com.:81", "evil.com", "200 handler"),
        ("evil.com", "example.com", REFUSED),
    ] {
        let request = http::Request::get(format!("http://{authority}/")).header("host", host);
        let reply = server.http2(request.body(()).unwrap()).await;
        assert_eq!(reply.brief(), answer, "{authority}");
    }
}

#[test]
fn a_pattern_that_is_not_a_host_panics() {
    for pattern in [
        "",
        "*example.com",
        "*.",
        "*.*.example.com",
        "a.*.com",
        ".example.com",
        "example.com:80",
        "https://example.com",
        "example.com/",
        "*.[::1]",
        "::1",
        "example.com.",
        "a..com",
    ] {
        assert_eq!(
            panic_of(|| trusted_hosts([pattern])),
            format!(
                "`{pattern}` is not a host\nwrite: example.com, or *.example.com for its subdomains, \
                 without a scheme, a port or a path"
            )
        );
    }
}

#[test]
fn debug_shows_the_options() {
    let hosts = trusted_hosts(["a.com", "*.b.com"]).www_redirect(false);
    assert_eq!(
        format!("{hosts:?}"),
        r#"TrustedHosts { patterns: [Name("a.com"), Subdomains(".b.com")], any: false, www_redirect: false }"#
    );
}
