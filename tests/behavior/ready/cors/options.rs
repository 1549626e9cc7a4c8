//! The options of `Cors`.

use std::time::Duration;

use concentric::Cors;
use http::header::AUTHORIZATION;

use super::{ORIGIN, ask, cors_headers, is_allowed, plain, preflight};
use crate::support::panic_of;

#[tokio::test]
async fn origins_match_exactly() {
    let cors = || {
        Cors::origins(vec![
            "https://example.org".to_owned(),
            "http://localhost:8080".into(),
            "null".into(),
        ])
    };
    for origin in ["https://example.org", "http://localhost:8080", "null"] {
        assert!(is_allowed(cors(), origin).await, "{origin}");
    }
    for origin in [
        "http://example.org",
        "https://example.org:8443",
        "https://a.example.org",
        "http://localhost",
        "https://example.or",
        "https://example.orgs",
    ] {
        assert!(!is_allowed(cors(), origin).await, "{origin}");
    }
    assert!(!is_allowed(Cors::new(), ORIGIN.1).await);
}

#[tokio::test]
async fn the_star_of_a_pattern_stands_for_labels_or_for_a_port() {
    let cors = || Cors::origins(["https://*.example.org", "http://localhost:*"]);
    for origin in ["https://a.b-c.example.org", "http://localhost:1"] {
        assert!(is_allowed(cors(), origin).await, "{origin}");
    }
    for origin in [
        "https://example.org",
        "https://.example.org",
        "http://a.example.org",
        "https://a.example.org:8443",
        "https://a.com:1.example.org",
        "https://a.com/.example.org",
        "https://a@.example.org",
        "http://localhost",
        "http://localhost:",
        "http://localhost:1@a",
    ] {
        assert!(!is_allowed(cors(), origin).await, "{origin}");
    }
}

#[tokio::test]
async fn a_predicate_allows_origins_beside_the_listed_ones() {
    let cors = || {
        Cors::origins([ORIGIN.1]).origin_if(|origin, req| {
            origin.as_bytes().ends_with(b".test") && req.uri().path() == "/"
        })
    };
    assert!(is_allowed(cors(), ORIGIN.1).await);
    assert!(is_allowed(cors(), "http://a.test").await);
    assert!(!is_allowed(cors(), "http://a.example").await);
    assert_eq!(
        preflight(cors(), "http://a.test", "GET", "").await.brief(),
        "200 OK"
    );
    let reply = ask(
        &plain(cors()),
        "GET",
        "/nope",
        &[("origin", "http://a.test")],
    )
    .await;
    assert_eq!(cors_headers(&reply), ["vary"]);
}

#[tokio::test]
async fn max_age_is_in_seconds() {
    let cors = Cors::any_origin().max_age(Duration::from_millis(90_500));
    let reply = preflight(cors, ORIGIN.1, "GET", "").await;
    assert_eq!(reply.header("access-control-max-age"), ["90"]);
}

#[tokio::test]
async fn exposed_headers_are_in_responses_and_not_in_preflights() {
    let cors = Cors::any_origin().expose(["X-Total-Count", "ETag"]);
    let reply = ask(&plain(cors.clone()), "GET", "/", &[ORIGIN]).await;
    let exposed = "access-control-expose-headers";
    assert_eq!(reply.header(exposed), ["X-Total-Count, ETag"]);
    let reply = preflight(cors.clone(), ORIGIN.1, "GET", "").await;
    assert!(reply.header(exposed).is_empty());
    let reply = ask(&plain(cors.expose([""; 0])), "GET", "/", &[ORIGIN]).await;
    assert!(reply.header(exposed).is_empty());
}

#[tokio::test]
async fn any_header_allows_the_headers_that_are_asked_for() {
    let cors = || Cors::any_origin().any_header();
    let allowed = "access-control-allow-headers";
    let reply = preflight(cors(), ORIGIN.1, "GET", "x-a,x-b").await;
    assert_eq!(reply.header(allowed), ["x-a,x-b"]);
    assert!(
        preflight(cors(), ORIGIN.1, "GET", "")
            .await
            .header(allowed)
            .is_empty()
    );
    let cors = Cors::any_origin().headers([AUTHORIZATION]);
    let reply = preflight(cors, ORIGIN.1, "GET", "Authorization,,ACCEPT ").await;
    assert_eq!(
        reply.header(allowed),
        ["Accept, Accept-Language, authorization, Content-Language, Content-Type"]
    );
}

#[test]
fn an_origin_that_no_browser_sends_panics_with_what_to_write() {
    let without_path = "write `https://example.com`";
    let parts = "write a scheme, a host, and a port unless it is the scheme's own";
    let punycode = "write the host in Punycode, as browsers send it";
    let star = "write `https://*.example.com`, or `http://localhost:*`, or call `origin_if`";
    for (origin, help) in [
        ("https://example.com/", without_path),
        ("https://example.com/path?a#b", without_path),
        ("https://example.com:443", without_path),
        ("https://example.com:", without_path),
        ("https://example.com:0443", without_path),
        ("HTTPS://Example.com", without_path),
        ("https://user:key@example.com", without_path),
        ("example.com", without_path),
        ("http://localhost:80", "write `http://localhost`"),
        ("Null", "write `null`"),
        ("https://", parts),
        ("https://:8080", parts),
        ("https://example.com:99999", parts),
        ("https://a:b", parts),
        ("https://a b", parts),
        ("https://ex\"ample", parts),
        ("https://a,b", parts),
        ("https://[::1", parts),
        ("https://[0:0:0:0:0:0:0:1]", parts),
        ("https://127.1", parts),
        ("https://127.0.0.01", parts),
        ("https://a.0x7f", parts),
        ("1x://y", parts),
        ("://y", parts),
        ("", parts),
        ("https://bücher.example", punycode),
        ("https://*", star),
        ("https://[*]", star),
        ("https://*.", star),
        ("https://*.1", star),
        ("https://*.*.example", star),
        ("https://*.example:*", star),
        ("https://*example.com", star),
        ("https://example.com*", star),
        ("https://example.*", star),
        ("https://a.*.com", star),
        ("*://example.com", star),
        ("http://*localhost:1", star),
        ("http://localhost:8*", star),
        ("*.example.com", star),
    ] {
        assert_eq!(
            panic_of(|| Cors::origins([origin])),
            format!("expected an origin such as `https://example.com`, found `{origin}`: {help}")
        );
    }
    for origin in [
        "capacitor://localhost",
        "chrome-extension://abcdefghijklmnop",
        "http://[::1]:3000",
        "http://127.0.0.1:3000",
        "https://xn--bcher-kva.example",
        "https://a_b.example",
        "http://example.com:443",
        "http://[::1]:*",
    ] {
        let _ = Cors::origins([origin]);
    }
}

#[test]
fn a_name_that_no_header_has_panics_with_what_to_write() {
    let help = "expected the name of a header such as `X-Request-Id`, found `X-A, X-B`: write one name per entry";
    assert_eq!(panic_of(|| Cors::any_origin().headers(["X-A, X-B"])), help);
    assert_eq!(panic_of(|| Cors::any_origin().expose(["X-A, X-B"])), help);
}

#[test]
fn debug_shows_the_options() {
    let cors =
        Cors::origins(["https://example.org", "https://*.example.org"]).origin_if(|_, _| true);
    let shown = format!("{cors:?}");
    for part in [
        "https://example.org",
        ".example.org",
        "credentials: false",
        "GET",
        "600",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
}
