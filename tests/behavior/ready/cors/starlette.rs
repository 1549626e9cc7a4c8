//! The behavior that Starlette 0.47 tests of its `CORSMiddleware`.

use axum::{Router, routing::any};
use concentric::{Cors, Request};
use http::{HeaderValue, Method};

use super::{COOKIE, ORIGIN, ask, cors_headers, is_allowed, plain, preflight};

const ALLOW_ORIGIN: &str = "access-control-allow-origin";
const METHODS: [&str; 7] = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

fn anything() -> Cors {
    Cors::any_origin()
        .any_method()
        .any_header()
        .expose(["X-Status"])
}

#[tokio::test]
async fn any_origin_with_credentials_mirrors_the_origin() {
    let cors = anything().credentials(true);
    assert_eq!(
        preflight(cors.clone(), ORIGIN.1, "GET", "X-Example").await,
        "200\n\
         access-control-allow-credentials: true\n\
         access-control-allow-headers: X-Example\n\
         access-control-allow-methods: DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT\n\
         access-control-allow-origin: https://example.org\n\
         access-control-max-age: 600\n\
         allow: GET,HEAD\n\
         content-length: 2\n\
         content-type: text/plain; charset=utf-8\n\
         vary: Origin, Access-Control-Request-Headers\n\nOK"
    );
    let app = plain(cors);
    for headers in [&[ORIGIN][..], &[ORIGIN, COOKIE]] {
        assert_eq!(
            ask(&app, "GET", "/", headers).await,
            "200\n\
             access-control-allow-credentials: true\n\
             access-control-allow-origin: https://example.org\n\
             access-control-expose-headers: X-Status\n\
             content-length: 7\n\
             content-type: text/plain; charset=utf-8\n\
             vary: Origin\n\nhandler"
        );
    }
}

#[tokio::test]
async fn any_origin_without_credentials_answers_a_star() {
    let reply = preflight(anything(), ORIGIN.1, "GET", "X-Example").await;
    assert_eq!(reply.brief(), "200 OK");
    assert_eq!(reply.header(ALLOW_ORIGIN), ["*"]);
    assert_eq!(reply.header("access-control-allow-headers"), ["X-Example"]);
    assert!(reply.header("access-control-allow-credentials").is_empty());
    assert_eq!(reply.header("vary"), ["Access-Control-Request-Headers"]);
    let reply = ask(&plain(anything()), "GET", "/", &[ORIGIN]).await;
    assert_eq!(reply.brief(), "200 handler");
    assert_eq!(
        cors_headers(&reply),
        [ALLOW_ORIGIN, "access-control-expose-headers"]
    );
    assert_eq!(reply.header(ALLOW_ORIGIN), ["*"]);
}

#[tokio::test]
async fn only_vary_is_added_without_an_origin() {
    let listed = Cors::origins([ORIGIN.1]).expose(["X-Status"]);
    for cors in [
        anything(),
        anything().credentials(true),
        listed.credentials(true),
    ] {
        let reply = ask(&plain(cors), "GET", "/", &[COOKIE]).await;
        assert_eq!(reply.brief(), "200 handler");
        assert_eq!(cors_headers(&reply), ["vary"]);
        assert_eq!(reply.header("vary"), ["Origin"]);
    }
}

#[tokio::test]
async fn allowed_headers_are_the_safelisted_and_the_configured_ones_in_order() {
    let cors = Cors::origins([ORIGIN.1]).headers(["X-Example", "Content-Type"]);
    let reply = preflight(cors.clone(), ORIGIN.1, "GET", "X-Example, Content-Type").await;
    assert_eq!(reply.brief(), "200 OK");
    assert_eq!(reply.header(ALLOW_ORIGIN), [ORIGIN.1]);
    assert_eq!(
        reply.header("access-control-allow-headers"),
        ["Accept, Accept-Language, Content-Language, Content-Type, X-Example"]
    );
    assert!(reply.header("access-control-allow-credentials").is_empty());
    assert!(is_allowed(cors, ORIGIN.1).await);
}

#[tokio::test]
async fn a_rejected_preflight_says_what_was_rejected() {
    let cors = || Cors::origins([ORIGIN.1]).headers(["X-Example"]);
    let reply = preflight(cors(), "https://another.org", "POST", "X-Nope, X-Example").await;
    assert_eq!(reply.brief(), "400 Disallowed CORS origin, method, headers");
    assert!(reply.header(ALLOW_ORIGIN).is_empty());
    let reply = preflight(cors(), ORIGIN.1, "GET", "X-Nope-1, X-Nope-2").await;
    assert_eq!(reply.brief(), "400 Disallowed CORS headers");
    let reply = preflight(cors(), ORIGIN.1, "get", "x-example").await;
    assert_eq!(reply.brief(), "400 Disallowed CORS method");
}

#[tokio::test]
async fn a_preflight_of_any_origin_with_credentials_gets_its_origin() {
    let cors = Cors::any_origin().methods([Method::POST]).credentials(true);
    let reply = preflight(cors, ORIGIN.1, "POST", "").await;
    assert_eq!(reply.status, 200);
    assert_eq!(reply.header(ALLOW_ORIGIN), [ORIGIN.1]);
    assert_eq!(reply.header("access-control-allow-credentials"), ["true"]);
    assert_eq!(reply.header("vary"), ["Origin"]);
}

#[tokio::test]
async fn any_method_allows_seven_methods() {
    let cors = Cors::any_origin().any_method();
    let app = Router::new().route("/", any("handler")).layer(cors.clone());
    for method in METHODS {
        let reply = preflight(cors.clone(), ORIGIN.1, method, "").await;
        assert_eq!(reply.brief(), "200 OK", "{method}");
        assert_eq!(
            reply.header("access-control-allow-methods"),
            [METHODS.join(", ")]
        );
        // An `OPTIONS` request without `Access-Control-Request-Method` is not a preflight request.
        let reply = ask(&app, method, "/", &[ORIGIN]).await;
        assert_eq!(reply.status, 200, "{method}");
        assert_eq!(reply.header(ALLOW_ORIGIN), ["*"], "{method}");
        assert_eq!(reply.body == "handler", method != "HEAD", "{method}");
    }
    let reply = preflight(cors, ORIGIN.1, "TRACE", "").await;
    assert_eq!(reply.brief(), "400 Disallowed CORS method");
}

fn is_https(origin: &HeaderValue, _: &Request) -> bool {
    origin.as_bytes().starts_with(b"https://")
}

#[tokio::test]
async fn a_function_allows_origins_in_requests_and_preflights() {
    let headers = ["X-Example", "Content-Type"];
    let cors = || {
        Cors::new()
            .origin_if(is_https)
            .headers(headers)
            .credentials(true)
    };
    let app = plain(cors());
    for headers in [&[ORIGIN][..], &[ORIGIN, COOKIE]] {
        let reply = ask(&app, "GET", "/", headers).await;
        assert_eq!(reply.header(ALLOW_ORIGIN), [ORIGIN.1]);
        assert_eq!(reply.header("access-control-allow-credentials"), ["true"]);
    }
    assert!(!is_allowed(cors(), "http://example.org").await);
    let requested = "X-Example, content-type";
    let reply = preflight(cors(), "https://another.com", "GET", requested).await;
    assert_eq!(reply.brief(), "200 OK");
    assert_eq!(reply.header(ALLOW_ORIGIN), ["https://another.com"]);
    let reply = preflight(cors(), "http://another.com", "GET", "X-Example").await;
    assert_eq!(reply.brief(), "400 Disallowed CORS origin");
    assert!(reply.header(ALLOW_ORIGIN).is_empty());
}

#[tokio::test]
async fn a_pattern_matches_the_whole_origin() {
    let cors = || Cors::origins(["https://*.example.org"]);
    assert!(is_allowed(cors(), "https://a.example.org").await);
    assert!(!is_allowed(cors(), "https://a.example.org.hacker.com").await);
}

#[tokio::test]
async fn a_request_with_a_cookie_gets_its_origin_without_credentials_too() {
    let reply = ask(&plain(Cors::any_origin()), "GET", "/", &[ORIGIN, COOKIE]).await;
    assert_eq!(reply.header(ALLOW_ORIGIN), [ORIGIN.1]);
    assert!(reply.header("access-control-allow-credentials").is_empty());
}

#[tokio::test]
async fn the_origin_of_one_request_does_not_leak_into_the_next() {
    let app = plain(Cors::any_origin());
    for (headers, allowed) in [
        (&[ORIGIN, COOKIE][..], ORIGIN.1),
        (&[("origin", "https://someplace.org")], "*"),
        (
            &[("origin", "https://another.org"), COOKIE],
            "https://another.org",
        ),
    ] {
        assert_eq!(
            ask(&app, "GET", "/", headers).await.header(ALLOW_ORIGIN),
            [allowed]
        );
    }
}
