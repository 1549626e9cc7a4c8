//! HTTP/2 with prior knowledge.

use std::{net::SocketAddr, time::Duration};

use axum::{
    Router,
    body::Bytes,
    extract::{ConnectInfo, WebSocketUpgrade, ws::WebSocket},
    response::Response,
};
use concentric::app;
use h2::ext::Protocol;
use http::{Method, Request};

use crate::support::{
    Server,
    http2::{Client, text},
    soon,
};

const SHORT: Duration = Duration::from_millis(60);
/// A test that waits this long fails.
const LONG: Duration = Duration::from_secs(50);

/// Sends each message back.
async fn echo(upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(async |mut socket: WebSocket| {
        while let Some(Ok(message)) = socket.recv().await {
            if socket.send(message).await.is_err() {
                break;
            }
        }
    })
}

app! {
    fn site() -> Router {
        GET "/" => async |ConnectInfo(peer): ConnectInfo<SocketAddr>| peer.to_string(),
        ANY "/echo" => echo,
    }
}

#[tokio::test]
async fn a_request_with_prior_knowledge_is_answered() {
    let server = Server::start(site()).await;
    let mut client = Client::connect(&server).await;
    let response = soon(client.get("/").await).await.unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(text(response).await, client.address.to_string());
}

#[tokio::test]
async fn a_websocket_is_an_extended_connect() {
    let server = Server::start_with(site(), |serve| serve.keep_alive_timeout(SHORT)).await;
    let mut client = Client::connect(&server).await;
    // The client knows the settings of the server after a response.
    soon(client.get("/").await).await.unwrap();
    let request = Request::builder()
        .method(Method::CONNECT)
        .uri("http://test/echo")
        .header("sec-websocket-version", "13")
        .extension(Protocol::from_static("websocket"))
        .body(())
        .unwrap();
    let (response, mut sink) = client.send(request, false).await;
    let response = soon(response).await.unwrap();
    assert_eq!(response.status(), 200);
    tokio::time::sleep(5 * SHORT).await;
    // A text frame. The mask is zero.
    let frame = Bytes::from_static(b"\x81\x85\0\0\0\0hello");
    sink.send_data(frame, false).unwrap();
    let reply = soon(response.into_body().data()).await.unwrap().unwrap();
    assert_eq!(reply, b"\x81\x05hello"[..]);
}

#[tokio::test]
async fn an_idle_connection_closes_after_its_timeout() {
    let server = Server::start_with(site(), |serve| serve.keep_alive_timeout(SHORT)).await;
    let mut client = Client::connect(&server).await;
    soon(client.get("/").await).await.unwrap();
    client.refused().await;
}

#[tokio::test]
async fn a_refused_connect_leaves_the_connection_idle() {
    let server = Server::start_with(site(), |serve| serve.keep_alive_timeout(SHORT)).await;
    let mut client = Client::connect(&server).await;
    let request = Request::builder()
        .method(Method::CONNECT)
        .uri("example.com:443");
    let (response, sink) = client.send(request.body(()).unwrap(), true).await;
    assert_eq!(soon(response).await.unwrap().status(), 404);
    drop(sink);
    client.refused().await;
}

#[tokio::test]
async fn a_client_that_answers_pings_stays_connected() {
    let server = Server::start_with(site(), |serve| {
        serve.header_read_timeout(SHORT).keep_alive_timeout(LONG)
    })
    .await;
    let mut client = Client::connect(&server).await;
    for _ in 0..2 {
        soon(client.get("/").await).await.unwrap();
        tokio::time::sleep(4 * SHORT).await;
    }
}
