//! `drain`: a server that is asked to stop goes on serving, so that a load balancer stops sending it requests.

use std::time::Duration;

use axum::{
    Router,
    extract::{State, WebSocketUpgrade, ws::WebSocket},
    http::StatusCode,
    response::Response,
};
use concentric::{Serve, Shutdown, app};
use futures_util::{SinkExt, StreamExt};
use tokio::{
    net::{TcpListener, TcpStream},
    time::Instant,
};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async, tungstenite::Message};

use crate::support::{Events, Server, soon};

const SHORT: Duration = Duration::from_millis(300);
/// A test that waits this long fails.
const LONG: Duration = Duration::from_secs(50);

/// Whether this server takes new requests.
async fn ready(shutdown: Shutdown) -> StatusCode {
    if shutdown.is_draining() {
        StatusCode::SERVICE_UNAVAILABLE
    } else {
        StatusCode::OK
    }
}

/// Sends each message back until the server stops.
async fn echo(shutdown: Shutdown, upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(async move |mut socket: WebSocket| {
        let mut started = std::pin::pin!(shutdown.started());
        loop {
            tokio::select! {
                Some(Ok(message)) = socket.recv() => drop(socket.send(message).await),
                () = &mut started => break,
                else => break,
            }
        }
    })
}

/// Sends nothing until the server stops.
async fn stream(State(events): State<Events>, shutdown: Shutdown) -> axum::body::Body {
    events.add("handler");
    let silence = futures_util::stream::pending::<Result<String, std::io::Error>>();
    axum::body::Body::from_stream(silence.take_until(shutdown.started()))
}

/// Waits until the server stops, and says whether it drains.
async fn told(State(events): State<Events>, shutdown: Shutdown) -> String {
    events.add("handler");
    shutdown.clone().started().await;
    shutdown.is_draining().to_string()
}

/// Waits forever.
async fn stuck(State(events): State<Events>) {
    let _guard = events.on_drop("drop handler");
    events.add("handler");
    std::future::pending::<()>().await;
}

app! {
    fn site(state: Events) -> Router {
        GET "/" => async || "hello",
        GET "/ready" => ready,
        GET "/echo" => echo,
        GET "/stream" => stream,
        GET "/told" => told,
        GET "/stuck" => stuck,
    }
}

fn drain(time: Duration) -> impl FnOnce(Serve<TcpListener>) -> Serve<TcpListener> {
    move |serve| serve.drain(time).shutdown_timeout(LONG)
}

/// Starts a server, and asks it to stop. It drains until it is dropped.
async fn draining() -> Server {
    let mut server = Server::start_with(site(Events::default()), drain(LONG)).await;
    server.stop();
    until_draining(&server).await;
    server
}

async fn until_draining(server: &Server) {
    soon(async {
        while !server.answer("GET", "/ready").await.contains(" 503 ") {
            tokio::task::yield_now().await;
        }
    })
    .await;
}

/// Opens a WebSocket that sends messages back.
async fn echoes(server: &Server) -> WebSocketStream<MaybeTlsStream<TcpStream>> {
    let url = format!("ws://{}/echo", server.address);
    let (mut socket, _) = soon(connect_async(url)).await.unwrap();
    let message = Message::text("hello");
    soon(socket.send(message.clone())).await.unwrap();
    assert_eq!(soon(socket.next()).await.unwrap().unwrap(), message);
    socket
}

const GET: &str = "GET / HTTP/1.1\r\nhost: test\r\n\r\n";

#[tokio::test]
async fn a_readiness_route_is_a_503_while_the_server_drains() {
    let mut server = Server::start_with(site(Events::default()), drain(LONG)).await;
    assert!(server.answer("GET", "/ready").await.contains(" 200 OK"));
    server.stop();
    until_draining(&server).await;
    assert!(!server.has_stopped());
}

#[tokio::test]
async fn a_request_without_the_server_is_not_draining() {
    let reply = crate::support::send(&site(Events::default()), "GET", "/ready").await;
    assert_eq!(reply.status, 200);
    assert!(!Shutdown::default().is_draining());
    let started = Shutdown::default().started();
    assert!(tokio::time::timeout(SHORT / 10, started).await.is_err());
}

#[tokio::test]
async fn each_response_closes_its_connection_while_the_server_drains() {
    let server = draining().await;
    let mut wire = server.request("GET", "/").await;
    let response = wire.rest().await;
    assert!(response.contains("connection: close\r\n"), "{response}");
    assert!(response.ends_with("hello"), "{response}");
}

#[tokio::test]
async fn a_response_over_http_1_0_promises_no_further_request_while_the_server_drains() {
    let server = draining().await;
    let mut wire = server.connect().await;
    wire.write("GET / HTTP/1.0\r\nconnection: keep-alive\r\n\r\n")
        .await;
    let response = wire.rest().await;
    assert!(response.contains("connection: close\r\n"), "{response}");
    assert!(response.ends_with("hello"), "{response}");
}

#[tokio::test]
async fn an_idle_connection_takes_a_request_while_the_server_drains() {
    let mut server = Server::start_with(site(Events::default()), drain(LONG)).await;
    let mut wire = server.request("GET", "/").await;
    wire.head().await;
    assert_eq!(wire.exactly(5).await, "hello");
    server.stop();
    until_draining(&server).await;
    wire.write(GET).await;
    assert!(wire.rest().await.ends_with("hello"));
}

#[tokio::test]
async fn an_idle_connection_stays_open_until_the_drain_ends() {
    let mut server = Server::start_with(site(Events::default()), drain(SHORT)).await;
    let mut wire = server.request("GET", "/").await;
    wire.head().await;
    assert_eq!(wire.exactly(5).await, "hello");
    let begin = Instant::now();
    server.stop();
    assert_eq!(wire.rest().await, "");
    assert!(begin.elapsed() >= SHORT);
    server.stopped().await;
}

#[tokio::test]
async fn a_websocket_can_begin_while_the_server_drains() {
    echoes(&draining().await).await;
}

#[tokio::test]
async fn a_websocket_is_notified_when_the_drain_ends() {
    let mut server = Server::start_with(site(Events::default()), drain(SHORT)).await;
    let mut socket = echoes(&server).await;
    server.stop();
    // The server ends it, and does not wait for the rest of the `shutdown_timeout`.
    while soon(socket.next())
        .await
        .is_some_and(|message| message.is_ok())
    {}
    server.stopped().await;
}

#[tokio::test]
async fn an_open_stream_is_told_when_the_server_stops() {
    for time in [Duration::ZERO, SHORT] {
        let events = Events::default();
        let mut server = Server::start_with(site(events.clone()), drain(time)).await;
        let mut wire = server.request("GET", "/stream").await;
        events.until("handler").await;
        let begin = Instant::now();
        server.stop();
        wire.head().await;
        // The last chunk: the body is complete.
        assert_eq!(wire.chunk().await, "");
        assert!(begin.elapsed() >= time);
        server.stopped().await;
    }
}

#[tokio::test]
async fn a_dropped_server_drains() {
    let events = Events::default();
    let server = Server::start(site(events.clone())).await;
    let mut wire = server.request("GET", "/told").await;
    events.until("handler").await;
    drop(server);
    let response = wire.rest().await;
    assert!(response.ends_with("true"), "{response}");
}

#[tokio::test]
async fn the_shutdown_timeout_begins_after_the_drain() {
    let events = Events::default();
    let mut server = Server::start_with(site(events.clone()), |serve| {
        serve.drain(SHORT).shutdown_timeout(SHORT)
    })
    .await;
    let mut wire = server.request("GET", "/stuck").await;
    events.until("handler").await;
    let begin = Instant::now();
    server.stop();
    server.stopped().await;
    assert!(begin.elapsed() >= 2 * SHORT);
    events.until("drop handler").await;
    assert_eq!(wire.rest().await, "");
}
