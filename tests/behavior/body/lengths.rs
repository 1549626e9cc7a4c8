//! The `Content-Length` of responses to HEAD, and of a 204 and a 304, on the wire.

use std::convert::Infallible;

use axum::{
    Router,
    body::Body,
    response::Response,
    routing::{any, get},
};
use concentric::{Next, Request, app, middleware};
use futures_util::stream;
use http::{StatusCode, header::CONTENT_LENGTH};
use tower_http::compression::CompressionLayer;

use crate::support::Server;

async fn streamed() -> Body {
    Body::from_stream(stream::iter(["a", "b"].map(Ok::<_, Infallible>)))
}

async fn known() -> &'static str {
    "known"
}

#[middleware]
async fn pass(req: Request, next: Next) -> Response {
    next.run(req).await
}

fn router() -> Router {
    Router::new()
        .route("/streamed", get(streamed))
        .route("/known", get(known))
        .route("/empty", get(()))
        .route("/204", any(StatusCode::NO_CONTENT))
        .route("/304", any(StatusCode::NOT_MODIFIED))
}

fn nested() -> Router {
    Router::new()
        .nest_service("/nested", router())
        .merge(router())
}

app! {
    fn before() -> Router before routing [pass] {
        GET "/streamed" => streamed,
        GET "/known" => known,
        GET "/empty" => async || (),
        ANY "/204" => async || (StatusCode::NO_CONTENT, [(CONTENT_LENGTH, "0")]),
        ANY "/304" => async || (StatusCode::NOT_MODIFIED, [(CONTENT_LENGTH, "0")]),
    }
}

app! {
    fn mounted() -> Router with [pass] {
        mount "/" => router(),
        mount "/mounted" => router(),
        mount "/inner" => before(),
        scope "/merged" {
            merge nested(),
        }
        scope "/owned" {
            fallback => get(streamed),
        }
        GET "/{any}/yields" => known,
    }
}

app! {
    fn routed() -> Router {
        ANY "/streamed" => get(streamed),
        ANY "/known" => get(known),
        ANY "/empty" => get(async || ()),
        ANY "/204" => any(async || StatusCode::NO_CONTENT),
        ANY "/304" => any(async || StatusCode::NOT_MODIFIED),
    }
}

/// Returns the applications, each with the prefixes of its routes.
fn apps() -> [(Router, &'static [&'static str]); 3] {
    [
        (before(), &[""][..]),
        (routed(), &[""]),
        (
            mounted(),
            &["", "/mounted", "/inner", "/merged", "/merged/nested"],
        ),
    ]
}

/// Returns the lengths of the responses to GET and HEAD.
async fn lengths(server: &Server, path: &str) -> [Option<String>; 2] {
    let mut lengths = [None, None];
    for (length, method) in lengths.iter_mut().zip(["GET", "HEAD"]) {
        let answer = server.answer(method, path).await;
        let line = answer
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "));
        *length = line.map(str::to_owned);
    }
    lengths
}

#[tokio::test]
async fn a_head_has_no_length_that_differs_from_that_of_a_get() {
    for (app, prefixes) in apps() {
        let server = Server::start(app).await;
        for prefix in prefixes {
            let path = |path| format!("{prefix}/{path}");
            assert_eq!(
                lengths(&server, &path("streamed")).await,
                [None, None],
                "{prefix}"
            );
            let five = Some("5".to_owned());
            assert_eq!(
                lengths(&server, &path("known")).await,
                [five.clone(), five],
                "{prefix}"
            );
            let [get, head] = lengths(&server, &path("empty")).await;
            assert_eq!(get.as_deref(), Some("0"), "{prefix}");
            assert!(head.is_none() || head == get, "{prefix} {head:?}");
        }
    }
}

#[tokio::test]
async fn a_head_that_a_route_yields_has_no_false_length() {
    let server = Server::start(mounted()).await;
    assert_eq!(lengths(&server, "/owned/yields").await, [None, None]);
}

#[tokio::test]
async fn a_head_of_a_compressed_response_has_no_false_length() {
    app! {
        fn compressed() -> Router before routing [pass] with [CompressionLayer::new()] {
            GET "/" => async || "a".repeat(100),
        }
    }
    let server = Server::start(compressed()).await;
    let mut wire = server.connect().await;
    wire.write("HEAD / HTTP/1.1\r\nhost: a\r\naccept-encoding: gzip\r\nconnection: close\r\n\r\n")
        .await;
    let head = wire.head().await;
    assert!(head.contains("content-encoding: gzip"), "{head}");
    assert!(!head.contains("content-length"), "{head}");
}

#[tokio::test]
async fn a_204_and_a_304_of_an_inner_router_or_a_handler_have_no_length() {
    for (app, prefixes) in apps() {
        let server = Server::start(app).await;
        for prefix in prefixes {
            for status in ["204", "304"] {
                let path = format!("{prefix}/{status}");
                assert_eq!(lengths(&server, &path).await, [None, None], "{path}");
                let request = http::Request::head(format!("http://a{path}"))
                    .body(())
                    .unwrap();
                let reply = server.http2(request).await;
                assert_eq!(reply.header("content-length"), [""; 0], "{path}");
            }
        }
    }
}
