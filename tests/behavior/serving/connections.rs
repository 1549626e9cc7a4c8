//! The bound on open connections, and the options of their sockets.

use std::{
    io,
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    Router,
    extract::{WebSocketUpgrade, ws::WebSocket},
    response::Response,
    serve::Listener,
};
use concentric::app;
use futures_util::{SinkExt, StreamExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::{connect_async, tungstenite::Message};

use crate::support::{Server, soon};

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
        GET "/" => async || "hello",
        GET "/echo" => echo,
    }
}

/// Returns whether the server answers a request on a new connection soon.
async fn answers(server: &Server) -> bool {
    let answer = server.answer("GET", "/");
    tokio::time::timeout(Duration::from_millis(100), answer)
        .await
        .is_ok()
}

#[tokio::test]
async fn a_connection_beyond_the_maximum_waits_until_another_closes() {
    let server = Server::start_with(site(), |serve| serve.max_connections(2)).await;
    let mut idle = server.request("GET", "/").await;
    idle.head().await;
    let silent = server.connect().await;
    assert!(!answers(&server).await);

    // It was not accepted, and is answered once there is a place.
    let mut waiting = server.request("GET", "/").await;
    drop(silent);
    waiting.head().await;
    assert_eq!(waiting.exactly(5).await, "hello");
    assert!(!answers(&server).await);

    drop(waiting);
    assert_eq!(idle.exactly(5).await, "hello");
    assert!(soon(answers(&server)).await);
}

#[tokio::test]
async fn a_websocket_counts_until_it_closes() {
    let server = Server::start_with(site(), |serve| serve.max_connections(1)).await;
    let url = format!("ws://{}/echo", server.address);
    let (mut socket, _) = soon(connect_async(url)).await.unwrap();
    assert!(!answers(&server).await);
    soon(socket.send(Message::text("hello"))).await.unwrap();
    assert_eq!(
        soon(socket.next()).await.unwrap().unwrap(),
        Message::text("hello")
    );
    drop(socket);
    assert!(soon(answers(&server)).await);
}

#[tokio::test]
async fn a_server_at_its_maximum_stops() {
    let mut server = Server::start_with(site(), |serve| serve.max_connections(1)).await;
    let mut idle = server.request("GET", "/").await;
    idle.head().await;
    let _waiting = server.connect().await;
    server.stop();
    server.stopped().await;
}

/// Keeps a second handle to each socket.
struct Spy {
    listener: TcpListener,
    accepted: Arc<Mutex<Vec<std::net::TcpStream>>>,
}

impl Listener for Spy {
    type Io = TcpStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (TcpStream, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.listener).await;
        let stream = stream.into_std().unwrap();
        let copy = stream.try_clone().unwrap();
        self.accepted.lock().unwrap().push(copy);
        (TcpStream::from_std(stream).unwrap(), address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

#[tokio::test]
async fn tcp_connections_have_tcp_nodelay_by_default() {
    for (nodelay, expected) in [(None, true), (Some(true), true), (Some(false), false)] {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let accepted = Arc::default();
        let spy = Spy {
            listener,
            accepted: Arc::clone(&accepted),
        };
        let mut serve = concentric::serve(spy, site());
        if let Some(nodelay) = nodelay {
            serve = serve.tcp_nodelay(nodelay);
        }
        let server = tokio::spawn(serve.into_future());
        let wire = TcpStream::connect(address).await.unwrap();
        wire.writable().await.unwrap();
        wire.try_write(b"GET / HTTP/1.0\r\n\r\n").unwrap();
        soon(wire.readable()).await.unwrap();
        assert_eq!(accepted.lock().unwrap()[0].nodelay().unwrap(), expected);
        server.abort();
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_listener_need_not_be_tcp() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    let path = std::env::temp_dir().join(format!("concentric-{}.sock", std::process::id()));
    let listener = tokio::net::UnixListener::bind(&path).unwrap();
    let server = tokio::spawn(concentric::serve(listener, site()).into_future());
    let mut wire = tokio::net::UnixStream::connect(&path).await.unwrap();
    std::fs::remove_file(&path).unwrap();
    wire.write_all(b"GET / HTTP/1.0\r\n\r\n").await.unwrap();
    let mut response = String::new();
    soon(wire.read_to_string(&mut response)).await.unwrap();
    assert!(response.ends_with("hello"), "{response}");
    server.abort();
}

#[tokio::test]
async fn debug_shows_the_options() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let serve = concentric::serve(listener, site()).max_connections(9);
    assert_eq!(
        format!("{serve:?}"),
        "Serve { header_read_timeout: 30s, keep_alive_timeout: 75s, drain: 0ns, shutdown_timeout: 30s, \
         max_connections: Some(9), tcp_nodelay: true, .. }"
    );
}
