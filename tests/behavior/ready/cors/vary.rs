//! The `Vary` of a response.

use axum::{Router, routing::get};
use concentric::Cors;
use http::HeaderName;

use super::{COOKIE, ORIGIN, ask, preflight};

/// Returns the `Vary` of a response whose handler varies by these headers.
async fn vary(cors: Cors, lines: &'static [&str], headers: &[(&'static str, &str)]) -> String {
    let lines = lines
        .iter()
        .map(|line| (HeaderName::from_static("vary"), *line));
    let handler = (
        axum::response::AppendHeaders(lines.collect::<Vec<_>>()),
        "handler",
    );
    let app = Router::new().route("/", get(async || handler)).layer(cors);
    ask(&app, "GET", "/", headers)
        .await
        .header("vary")
        .join("; ")
}

#[tokio::test]
async fn vary_names_the_origin_where_the_response_depends_on_it() {
    let listed = || Cors::origins([ORIGIN.1]);
    let coding = &["Accept-Encoding"];
    assert_eq!(vary(listed(), &[], &[ORIGIN]).await, "Origin");
    assert_eq!(
        vary(listed(), &[], &[("origin", "https://another.org")]).await,
        "Origin"
    );
    assert_eq!(
        vary(Cors::any_origin(), coding, &[ORIGIN]).await,
        "Accept-Encoding"
    );
    let merged = "Accept-Encoding, Origin";
    // A cache has this response for an image, which a script cannot read.
    assert_eq!(vary(listed(), &[], &[]).await, "Origin");
    assert_eq!(vary(Cors::any_origin(), coding, &[]).await, merged);
    assert_eq!(
        vary(Cors::any_origin(), coding, &[ORIGIN, COOKIE]).await,
        merged
    );
    assert_eq!(vary(listed(), coding, &[ORIGIN]).await, merged);
}

#[tokio::test]
async fn vary_is_merged_and_names_the_origin_once() {
    for (lines, expected) in [
        (
            &["Accept-Encoding", "Accept"][..],
            "Accept-Encoding, Origin; Accept",
        ),
        (&["Accept, origin"], "Accept, origin"),
        (&["*"], "*"),
        (&["X-Origin"], "X-Origin, Origin"),
    ] {
        assert_eq!(
            vary(Cors::origins([ORIGIN.1]), lines, &[ORIGIN]).await,
            expected
        );
    }
}

#[tokio::test]
async fn the_vary_of_a_preflight_names_the_headers_that_any_header_allows() {
    let vary = async |cors: Cors| {
        let reply = preflight(cors, ORIGIN.1, "GET", "x-a").await;
        reply.header("vary").join("; ")
    };
    let listed = || Cors::origins([ORIGIN.1]);
    let requested = "Access-Control-Request-Headers";
    assert_eq!(vary(Cors::any_origin()).await, "");
    assert_eq!(vary(Cors::any_origin().any_header()).await, requested);
    assert_eq!(vary(listed()).await, "Origin");
    assert_eq!(
        vary(listed().any_header()).await,
        format!("Origin, {requested}")
    );
}
