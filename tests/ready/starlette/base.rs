//! `tests/middleware/test_base.py`: middleware that run around errors and streams.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use axum::{
    Extension, Router,
    body::{Body, Bytes},
    response::IntoResponse,
};
use concentric::{HttpError, Next, Request, Response, app, middleware};
use futures_util::{StreamExt, stream};
use http::{HeaderValue, StatusCode};
use tower::ServiceExt;

use crate::support::{get, index};

#[middleware]
async fn add_header(req: Request, next: Next) -> Response {
    let mut response = next.run(req).await;
    let value = HeaderValue::from_static("example");
    response.headers_mut().insert("custom-header", value);
    response
}

#[expect(clippy::panic, reason = "the panic is tested")]
async fn panics() {
    panic!("out of luck");
}

async fn breaks_off() -> Body {
    let pieces = [Ok("first"), Err(io::Error::other("broken"))];
    Body::from_stream(stream::iter(pieces))
}

app! {
    fn custom() -> Router with [add_header] {
        GET "/" => index,
        GET "/panics" => panics,
        GET "/fails" => async || HttpError::internal("broken"),
        GET "/breaks-off" => breaks_off,
    }
}

#[tokio::test]
async fn a_middleware_adds_a_header_to_responses_and_to_errors() {
    let app = custom();
    for (path, status) in [("/", 200), ("/fails", 500), ("/none", 404)] {
        let reply = get(&app, path).await;
        let header = reply.header("custom-header");
        assert_eq!((reply.status, header), (status, "example"), "{path}");
    }
}

#[tokio::test]
async fn a_panic_passes_a_middleware() {
    let panicked = tokio::spawn(async { get(&custom(), "/panics").await });
    let message = panicked.await.unwrap_err().into_panic();
    assert_eq!(message.downcast_ref(), Some(&"out of luck"));
}

#[tokio::test]
async fn an_error_amid_a_stream_passes_a_middleware() {
    let request = Request::get("/breaks-off").body(Body::empty()).unwrap();
    let response = custom().oneshot(request).await.unwrap();
    assert_eq!(response.headers()["custom-header"], "example");
    let mut pieces = response.into_body().into_data_stream();
    assert_eq!(pieces.next().await.unwrap().unwrap(), "first");
    let error = pieces.next().await.unwrap().unwrap_err();
    assert_eq!(error.to_string(), "broken");
}

/// Waits for the response and answers with another.
#[middleware]
async fn replace(req: Request, next: Next) -> Response {
    let status = next.run(req).await.status();
    format!("in place of {status}").into_response()
}

/// Answers an error with its text.
#[middleware]
async fn answer_errors(req: Request, next: Next) -> Result<Response, HttpError> {
    match next.try_run(req).await {
        Err(error) => {
            let source = error.source().map(ToString::to_string);
            Ok((StatusCode::BAD_REQUEST, source.unwrap_or_default()).into_response())
        }
        result => result,
    }
}

async fn fails() -> Result<(), HttpError> {
    Err(io::Error::other("the error of the endpoint"))?
}

app! {
    fn replaced() -> Router with [replace] {
        GET "/" => index,
    }
}

app! {
    fn caught() -> Router with [answer_errors] {
        GET "/" => fails,
    }
}

#[tokio::test]
async fn a_middleware_replaces_the_response_to_an_unknown_path() {
    let reply = get(&replaced(), "/does_not_exist").await;
    assert_eq!(
        (reply.status, reply.text()),
        (200, "in place of 404 Not Found")
    );
}

#[tokio::test]
async fn a_middleware_answers_the_error_of_a_handler_with_its_text() {
    let reply = get(&caught(), "/").await;
    assert_eq!(
        (reply.status, reply.text()),
        (400, "the error of the endpoint")
    );
}

/// Sets a flag when it is dropped.
#[derive(Clone, Default)]
struct Dropped(Arc<AtomicBool>);

struct SetOnDrop(Dropped);

impl Drop for SetOnDrop {
    fn drop(&mut self) {
        self.0.0.store(true, Ordering::Relaxed);
    }
}

/// Reads the two chunks of the response, discards it, and answers whether its producer is dropped.
#[middleware]
async fn discard(Extension(dropped): Extension<Dropped>, req: Request, next: Next) -> String {
    let mut pieces = next.run(req).await.into_body().into_data_stream();
    for _ in 0..2 {
        pieces.next().await.unwrap().unwrap();
    }
    let before = dropped.0.load(Ordering::Relaxed);
    drop(pieces);
    format!("{before} {}", dropped.0.load(Ordering::Relaxed))
}

/// Sends two chunks, and then waits without an end.
async fn sends_two(Extension(dropped): Extension<Dropped>) -> Body {
    let guard = SetOnDrop(dropped);
    let two = stream::iter([Ok::<_, io::Error>(Bytes::from("one")), Ok("two".into())]);
    Body::from_stream(two.chain(stream::pending()).inspect(move |_| _ = &guard))
}

app! {
    fn discarded(dropped: Dropped) -> Router with [Extension(dropped), discard] {
        GET "/" => sends_two,
    }
}

#[tokio::test]
async fn a_response_that_is_discarded_after_all_its_chunks_drops_its_producer() {
    let reply = get(&discarded(Dropped::default()), "/").await;
    assert_eq!(reply.text(), "false true");
}
