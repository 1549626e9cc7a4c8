//! Streaming: middleware and layers pass a body on chunk by chunk and do not buffer it.

use std::{convert::Infallible, io, sync::Arc};

use axum::{Router, body::Body, extract::State};
use concentric::{Next, Request, Response, app, middleware};
use futures_util::{Stream, StreamExt, stream};
use http::StatusCode;
use tokio::sync::{Mutex, mpsc};
use tower::timeout::TimeoutLayer;
use tower_http::{compression::CompressionLayer, trace::TraceLayer};

use crate::support::{Events, OnDrop, Server, Site, record_outcome, request, soon};

/// A stream that the test feeds, and the recorded events.
#[derive(Clone)]
struct Feed {
    pieces: Arc<Mutex<mpsc::Receiver<io::Result<&'static str>>>>,
    events: Events,
}

impl axum::extract::FromRef<Feed> for Events {
    fn from_ref(feed: &Feed) -> Self {
        feed.events.clone()
    }
}

impl Feed {
    fn new() -> (mpsc::Sender<io::Result<&'static str>>, Self) {
        let (sender, pieces) = mpsc::channel(1);
        let feed = Self {
            pieces: Arc::new(Mutex::new(pieces)),
            events: Events::default(),
        };
        (sender, feed)
    }

    /// Returns the chunks as they arrive, and records when the stream is dropped.
    fn stream(self) -> impl Stream<Item = io::Result<&'static str>> + Send + 'static {
        let guard = self.events.on_drop("dropped stream");
        stream::unfold((self, guard), |(feed, guard)| async move {
            let piece = feed.pieces.lock().await.recv().await?;
            Some((piece, (feed, guard)))
        })
    }
}

async fn follow(State(feed): State<Feed>) -> Body {
    Body::from_stream(feed.stream())
}

app! {
    fn live(state: Feed) -> Router with [
        TraceLayer::new_for_http(),
        record_outcome,
        TimeoutLayer::new(std::time::Duration::from_secs(30)),
        CompressionLayer::new(),
    ] {
        scope "/scope" with [record_outcome, TraceLayer::new_for_http()] {
            GET "/" => follow,
            GET "/404" => async |feed: State<Feed>| (StatusCode::NOT_FOUND, follow(feed).await),
        }
    }
}

#[tokio::test]
async fn a_streamed_response_arrives_chunk_by_chunk() {
    for (path, status) in [("/scope", "200 OK"), ("/scope/404", "404 Not Found")] {
        let (sender, feed) = Feed::new();
        let server = Server::start(live(feed.clone())).await;
        let mut wire = server.request("GET", path).await;
        let head = wire.head().await;
        assert!(head.starts_with(&format!("HTTP/1.1 {status}\n")), "{head}");
        assert!(head.contains("\ntransfer-encoding: chunked\n"), "{head}");
        // Each chunk is sent only after the one before has arrived.
        for piece in ["one", "two", "three"] {
            sender.send(Ok(piece)).await.unwrap();
            assert_eq!(wire.chunk().await, piece);
        }
        drop(sender);
        assert_eq!(wire.chunk().await, "");
        feed.events.until("dropped stream").await;
        let outcome = format!("Ok {}", &status[..3]);
        assert_eq!(feed.events.take(), [&*outcome, &*outcome, "dropped stream"]);
    }
}

#[tokio::test]
async fn an_error_in_a_stream_closes_the_connection_and_is_not_a_response() {
    let (sender, feed) = Feed::new();
    let server = Server::start(live(feed.clone())).await;
    let mut wire = server.request("GET", "/scope").await;
    wire.head().await;
    sender.send(Ok("one")).await.unwrap();
    assert_eq!(wire.chunk().await, "one");
    sender.send(Err(io::Error::other("broken"))).await.unwrap();
    // Without a last chunk, the client knows that the body is incomplete.
    assert_eq!(wire.rest().await, "");
    feed.events.until("dropped stream").await;
    assert_eq!(feed.events.take(), ["Ok 200", "Ok 200", "dropped stream"]);
}

/// Sends each chunk of the request to the test as it arrives.
async fn take(State(seen): State<mpsc::Sender<String>>, body: Body) -> &'static str {
    let mut pieces = body.into_data_stream();
    while let Some(piece) = pieces.next().await {
        let piece = String::from_utf8(piece.unwrap().to_vec()).unwrap();
        seen.send(piece).await.unwrap();
    }
    "taken"
}

/// Passes the request through.
#[middleware]
async fn pass(req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn taking(state: mpsc::Sender<String>) -> Router with [pass, TraceLayer::new_for_http()] {
        scope with [pass] {
            POST "/" => take,
        }
    }
}

#[tokio::test]
async fn a_streamed_request_arrives_chunk_by_chunk() {
    let (sender, mut seen) = mpsc::channel(1);
    let server = Server::start(taking(sender)).await;
    let mut wire = server.connect().await;
    wire.write("POST / HTTP/1.1\r\nhost: test\r\ntransfer-encoding: chunked\r\n\r\n")
        .await;
    for piece in ["one", "two", "six"] {
        wire.write(&format!("3\r\n{piece}\r\n")).await;
        assert_eq!(soon(seen.recv()).await.as_deref(), Some(piece));
    }
    wire.write("0\r\n\r\n").await;
    assert_eq!(
        wire.head().await,
        "HTTP/1.1 200 OK\ncontent-length: 5\ncontent-type: text/plain; charset=utf-8\n"
    );
    assert_eq!(wire.exactly(5).await, "taken");
}

/// Runs `next` and discards its response.
#[middleware]
async fn replace(State(events): State<Events>, req: Request, next: Next) -> &'static str {
    let response = next.run(req).await;
    events.add(format!("replaces {}", response.status().as_u16()));
    drop(response);
    events.add("replaced");
    "another"
}

/// Returns one chunk of the response and discards the rest.
#[middleware]
async fn take_one(State(events): State<Events>, req: Request, next: Next) -> Body {
    let mut pieces = next.run(req).await.into_body().into_data_stream();
    let first = pieces.next().await.unwrap().unwrap();
    drop(pieces);
    events.add("took one");
    Body::from(first)
}

/// Returns a response that never ends.
async fn endless(State(events): State<Events>) -> Body {
    let guard: OnDrop = events.on_drop("dropped stream");
    Body::from_stream(stream::repeat("piece").map(move |piece| {
        let _ = &guard;
        Ok::<_, Infallible>(piece)
    }))
}

app! {
    fn discarding(state: Events) -> Router {
        GET "/replaced" => endless with [replace, TraceLayer::new_for_http()],
        GET "/cut" => endless with [take_one, TraceLayer::new_for_http()],
        GET "/unknown" => async || StatusCode::NOT_FOUND with [replace],
    }
}

#[tokio::test]
async fn a_response_that_a_middleware_discards_is_dropped_at_once() {
    let site = Site::new(discarding);
    assert_eq!(
        site.trace("GET", "/replaced").await,
        ["replaces 200", "dropped stream", "replaced", "200 another"]
    );
    assert_eq!(
        site.trace("GET", "/cut").await,
        ["dropped stream", "took one", "200 piece"]
    );
    assert_eq!(
        site.trace("GET", "/unknown").await,
        ["replaces 404", "replaced", "200 another"]
    );
}

#[tokio::test]
async fn a_streamed_response_is_returned_before_its_first_chunk() {
    let (sender, feed) = Feed::new();
    let response = soon(tower::ServiceExt::oneshot(
        live(feed.clone()),
        request("GET", "/scope"),
    ));
    let mut pieces = response.await.unwrap().into_body().into_data_stream();
    assert_eq!(feed.events.take(), ["Ok 200", "Ok 200"]);
    sender.send(Ok("one")).await.unwrap();
    assert_eq!(soon(pieces.next()).await.unwrap().unwrap(), "one");
    drop(pieces);
    assert_eq!(feed.events.take(), ["dropped stream"]);
}
