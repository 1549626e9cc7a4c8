//! `concentric::serve`: connect info, and a graceful shutdown.

use std::{future::pending, net::SocketAddr, sync::Arc, time::Duration};

use axum::{
    Router,
    extract::{ConnectInfo, State, WebSocketUpgrade, ws::WebSocket},
    response::Response,
};
use concentric::{Next, Request, app, middleware};
use futures_util::{SinkExt, StreamExt};
use tokio::sync::Notify;
use tokio_tungstenite::{connect_async, tungstenite};

use crate::support::{Events, Server, soon};

/// The recorder, and a signal that lets a handler continue.
#[derive(Clone, Default)]
struct Hold {
    events: Events,
    go: Arc<Notify>,
}

/// Records the address of the client.
#[middleware]
async fn who(
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    State(hold): State<Hold>,
    req: Request,
    next: Next,
) -> Response {
    hold.events.add(peer.to_string());
    next.run(req).await
}

/// Waits until the test notifies it.
async fn slow(State(hold): State<Hold>) -> &'static str {
    let _guard = hold.events.on_drop("drop handler");
    hold.events.add("handler");
    hold.go.notified().await;
    "slow"
}

/// Waits forever.
async fn stuck(State(hold): State<Hold>) {
    let _guard = hold.events.on_drop("drop handler");
    hold.events.add("handler");
    pending::<()>().await;
}

/// Sends each message back.
async fn echo(State(hold): State<Hold>, upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(async move |mut socket: WebSocket| {
        let _guard = hold.events.on_drop("drop socket");
        while let Some(Ok(message)) = socket.recv().await {
            if socket.send(message).await.is_err() {
                break;
            }
        }
    })
}

app! {
    fn site(state: Hold) -> Router {
        GET "/who" => async |ConnectInfo(peer): ConnectInfo<SocketAddr>| peer.to_string()
            with [who],
        GET "/slow" => slow,
        GET "/stuck" => stuck,
        GET "/echo" => echo,
    }
}

#[tokio::test]
async fn connect_info_is_the_address_of_the_client() {
    let hold = Hold::default();
    let server = Server::start(site(hold.clone())).await;
    for _ in 0..2 {
        let mut wire = server.request("GET", "/who").await;
        let address = wire.address().to_string();
        wire.head().await;
        assert_eq!(wire.exactly(address.len()).await, address);
        assert_eq!(hold.events.take(), [address]);
    }
}

#[tokio::test]
async fn a_shutdown_waits_for_a_request_in_progress() {
    let hold = Hold::default();
    let mut server = Server::start(site(hold.clone())).await;
    let mut wire = server.request("GET", "/slow").await;
    hold.events.until("handler").await;

    server.stop();
    server.refuses().await;
    assert!(!server.has_stopped());
    assert_eq!(hold.events.take(), ["handler"]);

    hold.go.notify_one();
    assert_eq!(
        wire.head().await,
        "HTTP/1.1 200 OK\ncontent-length: 4\ncontent-type: text/plain; charset=utf-8\n"
    );
    // The server closes the connection after the response.
    assert_eq!(wire.rest().await, "slow");
    server.stopped().await;
    assert_eq!(hold.events.take(), ["drop handler"]);
}

#[tokio::test]
async fn a_shutdown_closes_an_idle_connection() {
    let mut server = Server::start(site(Hold::default())).await;
    let mut wire = server.request("GET", "/nope").await;
    wire.head().await;
    assert_eq!(wire.exactly(22).await, r#"{"detail":"Not Found"}"#);
    server.stop();
    assert_eq!(wire.rest().await, "");
    server.stopped().await;
}

#[tokio::test]
async fn a_shutdown_aborts_requests_after_its_timeout() {
    for grace in [Duration::ZERO, Duration::from_millis(20)] {
        let hold = Hold::default();
        let mut server =
            Server::start_with(site(hold.clone()), |serve| serve.shutdown_timeout(grace)).await;
        let mut wire = server.request("GET", "/stuck").await;
        hold.events.until("handler").await;
        server.stop();
        server.stopped().await;
        hold.events.until("drop handler").await;
        assert_eq!(wire.rest().await, "");
        assert_eq!(hold.events.take(), ["handler", "drop handler"]);
    }
}

#[tokio::test]
async fn a_shutdown_waits_for_an_open_websocket() {
    let hold = Hold::default();
    let mut server = Server::start(site(hold.clone())).await;
    let url = format!("ws://{}/echo", server.address);
    let (mut socket, _) = soon(connect_async(url)).await.unwrap();
    server.stop();
    server.refuses().await;

    let message = tungstenite::Message::text("still here");
    soon(socket.send(message.clone())).await.unwrap();
    assert_eq!(soon(socket.next()).await.unwrap().unwrap(), message);
    assert!(!server.has_stopped());

    soon(socket.close(None)).await.unwrap();
    while soon(socket.next()).await.is_some() {}
    server.stopped().await;
    assert_eq!(hold.events.take(), ["drop socket"]);
}

#[tokio::test]
async fn a_shutdown_aborts_a_websocket_after_its_timeout() {
    let hold = Hold::default();
    let grace = Duration::from_millis(20);
    let mut server =
        Server::start_with(site(hold.clone()), |serve| serve.shutdown_timeout(grace)).await;
    let url = format!("ws://{}/echo", server.address);
    let (mut socket, _) = soon(connect_async(url)).await.unwrap();
    server.stop();
    server.stopped().await;
    assert!(soon(socket.next()).await.unwrap().is_err());
    hold.events.until("drop socket").await;
}
