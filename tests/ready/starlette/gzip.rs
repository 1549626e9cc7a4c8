//! `tests/middleware/test_gzip.py`.

use axum::{
    Router,
    body::Body,
    http::header::{CONTENT_ENCODING, CONTENT_TYPE},
};
use concentric::app;
use futures_util::stream;
use tower_http::compression::{
    CompressionLayer, DefaultPredicate, Predicate, predicate::SizeAbove,
};

use crate::support::{Reply, get_with};

/// Returns ten chunks of 400 bytes.
fn chunks() -> Body {
    let chunk = || Ok::<_, std::io::Error>("x".repeat(400));
    Body::from_stream(stream::iter((0..10).map(move |_| chunk())))
}

app! {
    fn compressed() -> Router
    with [CompressionLayer::new().compress_when(DefaultPredicate::new().and(SizeAbove::new(500)))] {
        GET "/long" => async || "x".repeat(4_000),
        GET "/short" => async || "x".repeat(499),
        GET "/stream" => async || chunks(),
        GET "/encoded" => async || ([(CONTENT_ENCODING, "text")], chunks()),
        GET "/events" => async || ([(CONTENT_TYPE, "text/event-stream")], chunks()),
    }
}

async fn accepting(encoding: &str, path: &str) -> Reply {
    let reply = get_with(&compressed(), path, "accept-encoding", encoding).await;
    assert_eq!(reply.status, 200);
    reply
}

/// Asserts the encoding, `Vary` and `Content-Length`.
#[track_caller]
fn assert_headers(reply: &Reply, expected: [&str; 3]) {
    let headers = ["content-encoding", "vary", "content-length"].map(|name| reply.header(name));
    assert_eq!(headers, expected);
}

#[tokio::test]
async fn a_long_body_is_compressed_without_a_content_length() {
    let reply = accepting("gzip", "/long").await;
    // Starlette sends the length of the compressed body.
    assert_headers(&reply, ["gzip", "accept-encoding", ""]);
    assert!(reply.body.len() < 400, "{}", reply.body.len());
}

#[tokio::test]
async fn a_client_that_does_not_accept_gzip_gets_the_plain_body() {
    let reply = accepting("identity", "/long").await;
    assert_headers(&reply, ["", "accept-encoding", "4000"]);
    assert_eq!(reply.text(), "x".repeat(4_000));
}

#[tokio::test]
async fn a_short_body_is_not_compressed() {
    let reply = accepting("gzip", "/short").await;
    assert_headers(&reply, ["", "", "499"]);
    assert_eq!(reply.text(), "x".repeat(499));
}

#[tokio::test]
async fn a_stream_is_compressed() {
    let reply = accepting("gzip", "/stream").await;
    assert_headers(&reply, ["gzip", "accept-encoding", ""]);
    assert!(reply.body.len() < 400, "{}", reply.body.len());
}

#[tokio::test]
async fn a_client_that_does_not_accept_gzip_gets_the_plain_stream() {
    let reply = accepting("identity", "/stream").await;
    assert_headers(&reply, ["", "accept-encoding", ""]);
    assert_eq!(reply.text(), "x".repeat(4_000));
}

#[tokio::test]
async fn a_response_with_an_encoding_is_not_compressed() {
    let reply = accepting("gzip, text", "/encoded").await;
    assert_headers(&reply, ["text", "", ""]);
    assert_eq!(reply.text(), "x".repeat(4_000));
}

#[tokio::test]
async fn server_sent_events_are_not_compressed() {
    let reply = accepting("gzip", "/events").await;
    assert_headers(&reply, ["", "", ""]);
    assert_eq!(reply.text(), "x".repeat(4_000));
}
