//! The shutdown of HTTP/2 connections.

use std::{convert::Infallible, time::Duration};

use axum::{Router, body::Body, extract::State};
use concentric::{Shutdown, app};
use futures_util::{FutureExt, StreamExt, stream};
use tokio::time::Instant;

use crate::support::{
    Events, Server,
    http2::{Client, text},
    soon,
};

const SHORT: Duration = Duration::from_millis(60);
/// A test that waits this long fails.
const LONG: Duration = Duration::from_secs(50);

/// Waits until the test continues it.
async fn slow(State(events): State<Events>) -> &'static str {
    let _guard = events.on_drop("drop handler");
    events.add("handler");
    events.until("go").await;
    "slow"
}

/// Sends a first piece, and the last one when the server stops.
async fn pieces(shutdown: Shutdown) -> Body {
    let last = shutdown.started().map(|()| "last");
    let pieces = [async { "first" }.boxed(), last.boxed()];
    Body::from_stream(stream::iter(pieces).then(|piece| piece.map(Ok::<_, Infallible>)))
}

app! {
    fn site(state: Events) -> Router {
        GET "/" => async || "hello",
        GET "/slow" => slow,
        GET "/pieces" => pieces,
    }
}

#[tokio::test]
async fn a_shutdown_waits_for_a_request_in_progress() {
    let events = Events::default();
    let mut server = Server::start_with(site(events.clone()), |serve| {
        serve.header_read_timeout(SHORT).keep_alive_timeout(SHORT)
    })
    .await;
    let mut client = Client::connect(&server).await;
    let response = client.get("/slow").await;
    events.until("handler").await;
    server.stop();
    // Longer than a client has to answer a ping.
    tokio::time::sleep(4 * SHORT).await;
    assert!(!server.has_stopped());
    events.add("go");
    assert_eq!(text(soon(response).await.unwrap()).await, "slow");
    server.stopped().await;
}

#[tokio::test]
async fn a_shutdown_closes_an_idle_connection() {
    let mut server = Server::start_with(site(Events::default()), |serve| {
        serve.shutdown_timeout(LONG)
    })
    .await;
    let mut client = Client::connect(&server).await;
    soon(client.get("/").await).await.unwrap();
    server.stop();
    server.stopped().await;
}

#[tokio::test]
async fn a_connection_is_asked_to_end_while_the_server_drains() {
    let mut server = Server::start_with(site(Events::default()), |serve| serve.drain(LONG)).await;
    let mut client = Client::connect(&server).await;
    soon(client.get("/").await).await.unwrap();
    server.stop();
    client.refused().await;
    let mut client = Client::connect(&server).await;
    assert_eq!(soon(client.get("/").await).await.unwrap().status(), 200);
    assert!(!server.has_stopped());
}

#[tokio::test]
async fn a_shutdown_aborts_requests_after_its_timeout() {
    let events = Events::default();
    let mut server = Server::start_with(site(events.clone()), |serve| {
        serve.shutdown_timeout(Duration::from_millis(20))
    })
    .await;
    let mut client = Client::connect(&server).await;
    let response = client.get("/slow").await;
    events.until("handler").await;
    server.stop();
    server.stopped().await;
    events.until("drop handler").await;
    assert!(soon(response).await.is_err());
}

#[tokio::test]
async fn an_open_stream_goes_on_while_the_server_drains() {
    let time = 5 * SHORT;
    let mut server = Server::start_with(site(Events::default()), |serve| {
        serve.drain(time).shutdown_timeout(LONG)
    })
    .await;
    let mut client = Client::connect(&server).await;
    let response = soon(client.get("/pieces").await).await.unwrap();
    let mut body = response.into_body();
    assert_eq!(soon(body.data()).await.unwrap().unwrap(), "first");

    let begin = Instant::now();
    server.stop();
    client.refused().await;
    assert!(begin.elapsed() < time);
    assert_eq!(soon(body.data()).await.unwrap().unwrap(), "last");
    assert!(begin.elapsed() >= time);
    // The end of the stream is an empty piece.
    while let Some(piece) = soon(body.data()).await {
        assert_eq!(piece.unwrap(), "");
    }
    server.stopped().await;
}
