//! `tests/middleware/test_base.py`: middleware that read the body before and after the handler.

use std::{
    future::poll_fn,
    io, mem,
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    body::{Body, Bytes},
};
use concentric::{HttpError, Next, Request, Response, app, buffer, middleware};
use futures_util::{StreamExt, TryStreamExt, stream};
use http::{HeaderName, HeaderValue};

use crate::support::{Reply, echo, send_body};

fn header(name: &'static str, value: &str) -> (HeaderName, HeaderValue) {
    (
        HeaderName::from_static(name),
        HeaderValue::from_str(value).unwrap(),
    )
}

/// Reads the body before the handler, and once more after it.
#[middleware]
async fn reads_twice(mut req: Request, next: Next) -> Result<Response, HttpError> {
    let body = buffer(&mut req, 1_000).await?;
    let mut response = next.run(req).await;
    let again = Body::from(body.clone()).into_data_stream();
    let again = again.map_ok(Vec::from).try_concat().await?;
    let (name, value) = header(
        "read",
        &format!("{body:?} {again:?}", again = Bytes::from(again)),
    );
    response.headers_mut().insert(name, value);
    Ok(response)
}

/// Doubles the body.
#[middleware]
async fn doubles(mut req: Request, next: Next) -> Result<Response, HttpError> {
    let body = buffer(&mut req, 1_000).await?;
    *req.body_mut() = Body::from([&body[..], &body[..]].concat());
    Ok(next.run(req).await)
}

/// Appends a text to the body.
#[middleware]
async fn appends(
    #[config] text: &str,
    mut req: Request,
    next: Next,
) -> Result<Response, HttpError> {
    let body = buffer(&mut req, 1_000).await?;
    *req.body_mut() = Body::from([&body[..], text.as_bytes()].concat());
    Ok(next.run(req).await)
}

/// Adds the size of the body to the response.
#[middleware]
async fn logs_the_size(mut req: Request, next: Next) -> Result<Response, HttpError> {
    let size = buffer(&mut req, 1_000).await?.len();
    let mut response = next.run(req).await;
    let (name, value) = header("size", &size.to_string());
    response.headers_mut().insert(name, value);
    Ok(response)
}

/// Returns the body, read chunk by chunk.
async fn streams(body: Body) -> Result<Vec<u8>, HttpError> {
    Ok(body
        .into_data_stream()
        .map_ok(Vec::from)
        .try_concat()
        .await?)
}

/// Reads the first chunk, leaves the second to the handler, and reads the third.
#[middleware]
async fn takes_turns(mut req: Request, next: Next) -> String {
    let pieces = Arc::new(Mutex::new(mem::take(req.body_mut()).into_data_stream()));
    let inner = Arc::clone(&pieces);
    let inner = stream::poll_fn(move |context| inner.lock().unwrap().poll_next_unpin(context));
    *req.body_mut() = Body::from_stream(inner);
    let next_piece = || poll_fn(|context| pieces.lock().unwrap().poll_next_unpin(context));
    let first = next_piece().await.unwrap().unwrap();
    let response = next.run(req).await;
    let second = axum::body::to_bytes(response.into_body(), 1_000)
        .await
        .unwrap();
    let third = next_piece().await.unwrap().unwrap();
    format!("middleware {first:?}, handler {second:?}, middleware {third:?}")
}

/// Returns one chunk of the body.
async fn takes_one(body: Body) -> Bytes {
    body.into_data_stream().next().await.unwrap().unwrap()
}

app! {
    fn site() -> Router {
        POST "/whole" => echo with [reads_twice],
        POST "/stream" => streams with [reads_twice],
        POST "/doubled" => echo with [reads_twice, doubles],
        POST "/appended" => echo with [logs_the_size, appends("-foo")],
        POST "/turns" => takes_one with [takes_turns],
    }
}

async fn post(path: &str, pieces: &[&'static str]) -> Reply {
    let pieces: Vec<_> = pieces.iter().copied().map(Ok::<_, io::Error>).collect();
    let body = Body::from_stream(stream::iter(pieces));
    send_body(&site(), Request::post(path), body).await
}

#[tokio::test]
async fn a_handler_reads_the_body_that_a_middleware_has_read() {
    let reply = post("/whole", &["a"]).await;
    assert_eq!((reply.status, reply.text()), (200, "a"));
}

#[tokio::test]
async fn a_handler_streams_the_body_that_a_middleware_has_read() {
    let reply = post("/stream", &["a", "b"]).await;
    assert_eq!((reply.status, reply.text()), (200, "ab"));
}

#[tokio::test]
async fn a_middleware_reads_and_streams_the_body_again_after_the_handler() {
    for path in ["/whole", "/stream"] {
        let reply = post(path, &["a", "b"]).await;
        assert_eq!(reply.header("read"), r#"b"ab" b"ab""#, "{path}");
    }
}

#[tokio::test]
async fn a_handler_reads_the_body_that_an_inner_middleware_has_changed() {
    let reply = post("/doubled", &["foo ", "bar "]).await;
    assert_eq!(reply.text(), "foo bar foo bar ");
    assert_eq!(reply.header("read"), r#"b"foo bar " b"foo bar ""#);
}

#[tokio::test]
async fn the_outer_middleware_knows_the_size_and_the_inner_one_appends() {
    let reply = post("/appended", &["Hello, World!"]).await;
    assert_eq!(
        (reply.header("size"), reply.text()),
        ("13", "Hello, World!-foo")
    );
}

#[tokio::test]
async fn a_middleware_and_the_handler_take_turns_with_the_chunks() {
    let pieces = stream::iter(["1", "2", "3"].map(Ok::<_, io::Error>));
    // A read of a fourth chunk would never end.
    let body = Body::from_stream(pieces.chain(stream::pending()));
    let reply = send_body(&site(), Request::post("/turns"), body).await;
    assert_eq!(
        reply.text(),
        r#"middleware b"1", handler b"2", middleware b"3""#
    );
}
