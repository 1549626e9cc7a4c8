//! The group "Streams".

use std::{convert::Infallible, time::Duration};

use axum::{
    Router,
    body::to_bytes,
    extract::ws::{Message, WebSocket, WebSocketUpgrade},
    http::StatusCode,
    response::{
        Response,
        sse::{Event, KeepAlive, Sse},
    },
};
use concentric::{Request, app};
use futures_util::{SinkExt, Stream, StreamExt, stream};
use tokio::{
    net::{TcpListener, TcpStream},
    time::sleep,
};
use tokio_tungstenite::{client_async, tungstenite};
use tower::ServiceExt;
use tower_http::{
    compression::CompressionLayer,
    timeout::{ResponseBodyTimeoutLayer, TimeoutLayer},
};

use crate::support::{get, get_with, handshake, send};

async fn events() -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let events = stream::iter(["one", "two"].map(|data| Ok(Event::default().data(data))));
    Sse::new(events).keep_alive(KeepAlive::default())
}

async fn socket(upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(echo)
}

/// Returns each message to the client.
async fn echo(mut socket: WebSocket) {
    while let Some(Ok(message @ Message::Text(_))) = socket.recv().await {
        socket.send(message).await.unwrap();
    }
}

app! {
    fn site() -> Router with [CompressionLayer::new()] {
        GET "/events" => events,
        GET "/socket" => socket,
    }
}

#[tokio::test]
async fn events_are_never_compressed() {
    let reply = get_with(&site(), "/events", "accept-encoding", "gzip").await;
    assert_eq!(reply.header("content-encoding"), "");
    assert_eq!(reply.text(), "data: one\n\ndata: two\n\n");
}

/// Sends an event after 70 seconds.
async fn late() -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let late = stream::once(async {
        sleep(Duration::from_secs(70)).await;
        Ok(Event::default().data("late"))
    });
    Sse::new(late)
}

app! {
    fn waiting() -> Router {
        GET "/timeout" => late with [
            TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, Duration::from_secs(10)),
        ],
        scope with [ResponseBodyTimeoutLayer::new(Duration::from_secs(20))] {
            GET "/idle" => late,
            // A comment each 15 seconds.
            GET "/kept-alive" => async || late().await.keep_alive(KeepAlive::default()),
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_timeout_of_the_response_does_not_end_a_stream_of_events() {
    let reply = get(&waiting(), "/timeout").await;
    assert_eq!((reply.status, reply.text()), (200, "data: late\n\n"));
}

#[tokio::test(start_paused = true)]
async fn a_timeout_of_the_body_ends_an_idle_stream_of_events_without_keep_alive() {
    for (path, is_whole) in [("/idle", false), ("/kept-alive", true)] {
        let request = Request::get(path).body(axum::body::Body::empty()).unwrap();
        let response = waiting().oneshot(request).await.unwrap();
        let body = to_bytes(response.into_body(), usize::MAX).await;
        assert_eq!(
            body.is_ok_and(|body| body.ends_with(b"data: late\n\n")),
            is_whole
        );
    }
}

#[tokio::test]
async fn a_request_that_is_not_a_handshake_is_rejected() {
    let app = site();
    assert_eq!(send(&app, Request::get("/socket")).await.status, 400);
    for missing in [
        "connection",
        "upgrade",
        "sec-websocket-version",
        "sec-websocket-key",
    ] {
        let mut request = handshake();
        request.headers_mut().unwrap().remove(missing).unwrap();
        assert_eq!(send(&app, request).await.status, 400, "{missing}");
    }
}

#[tokio::test]
async fn a_websocket_opens_and_exchanges_messages() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async { concentric::serve(listener, site()).await });
    let stream = TcpStream::connect(address).await.unwrap();
    let (mut client, response) = client_async("ws://127.0.0.1/socket", stream).await.unwrap();
    assert_eq!(response.status(), 101);
    client
        .send(tungstenite::Message::from("Hello"))
        .await
        .unwrap();
    let answer = client.next().await.unwrap().unwrap();
    assert_eq!(answer.into_text().unwrap(), "Hello");
}
