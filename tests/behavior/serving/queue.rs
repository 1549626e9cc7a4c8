//! Connections that the system has taken, and the server has not, when it stops.

use std::{io, net::SocketAddr, time::Duration};

use axum::{
    Router,
    serve::{Listener, ListenerExt},
};
use concentric::app;
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, DuplexStream, duplex},
    net::{TcpListener, TcpStream},
    sync::{mpsc, oneshot},
    time::sleep,
};

use crate::support::{Server, soon};

app! {
    fn site() -> Router {
        GET "/" => async || "hello",
        GET "/stuck" => async || std::future::pending::<()>().await,
    }
}

const GET: &str = "GET / HTTP/1.1\r\nhost: test\r\n\r\n";

/// Connects without a pause in which the server could accept the connection.
fn connect(address: SocketAddr) -> TcpStream {
    let wire = std::net::TcpStream::connect(address).unwrap();
    wire.set_nonblocking(true).unwrap();
    TcpStream::from_std(wire).unwrap()
}

/// Sends a request, and returns the response.
async fn answer(mut wire: impl AsyncRead + AsyncWrite + Unpin) -> String {
    soon(wire.write_all(GET.as_bytes())).await.unwrap();
    let mut response = String::new();
    soon(wire.read_to_string(&mut response)).await.unwrap();
    response
}

/// A listener whose queue is a channel, so that a test needs no sockets.
struct Queue(mpsc::UnboundedReceiver<DuplexStream>);

impl Listener for Queue {
    type Io = DuplexStream;
    type Addr = ();

    async fn accept(&mut self) -> (DuplexStream, ()) {
        match self.0.recv().await {
            Some(io) => (io, ()),
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<()> {
        Ok(())
    }
}

/// Returns a listener with this many connections in its queue, and their clients.
fn queue(length: usize) -> (Queue, Vec<DuplexStream>) {
    let (sender, queue) = mpsc::unbounded_channel();
    let clients = (0..length).map(|_| {
        let (client, server) = duplex(1024);
        sender.send(server).unwrap();
        client
    });
    let clients = clients.collect();
    (Queue(queue), clients)
}

/// A listener whose queue is never empty. The clients leave at once.
struct Endless;

impl Listener for Endless {
    type Io = DuplexStream;
    type Addr = ();

    async fn accept(&mut self) -> (DuplexStream, ()) {
        (duplex(1).0, ())
    }

    fn local_addr(&self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn connections_in_the_queue_when_the_server_stops_are_answered() {
    for max in [1, 100] {
        let mut server = Server::start_with(site(), |serve| serve.max_connections(max)).await;
        server.answer("GET", "/").await;
        // tokio has not told the listener of them.
        let queued = [(); 3].map(|()| connect(server.address));
        server.stop();
        for wire in queued {
            assert!(answer(wire).await.ends_with("hello"));
        }
        server.stopped().await;
    }
}

#[cfg(unix)]
#[tokio::test]
async fn connections_in_the_queue_of_a_unix_socket_are_answered() {
    let path = std::env::temp_dir().join(format!("concentric-queue-{}.sock", std::process::id()));
    let listener = tokio::net::UnixListener::bind(&path).unwrap();
    // Without a pause in which the server could accept the connection.
    let connect = || {
        let wire = std::os::unix::net::UnixStream::connect(&path).unwrap();
        wire.set_nonblocking(true).unwrap();
        tokio::net::UnixStream::from_std(wire).unwrap()
    };
    let (stop, stopped) = oneshot::channel::<()>();
    let serve =
        concentric::serve(listener, site()).with_graceful_shutdown(async { drop(stopped.await) });
    let server = tokio::spawn(serve.into_future());
    let mut first = connect();
    first.write_all(GET.as_bytes()).await.unwrap();
    soon(first.read_u8()).await.unwrap();

    let queued = [(); 3].map(|()| connect());
    std::fs::remove_file(&path).unwrap();
    stop.send(()).unwrap();
    for wire in queued {
        assert!(answer(wire).await.ends_with("hello"));
    }
    soon(server).await.unwrap().unwrap();
}

#[tokio::test]
async fn a_listener_closes_soon_if_no_connection_does() {
    let mut server = Server::start_with(site(), |serve| serve.max_connections(1)).await;
    let _stuck = server.request("GET", "/stuck").await;
    server.stop();
    server.refuses().await;
    assert!(!server.has_stopped());
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_was_just_accepted_has_time_for_its_first_request() {
    let (listener, mut clients) = queue(2);
    let (stop, stopped) = oneshot::channel::<()>();
    let serve =
        concentric::serve(listener, site()).with_graceful_shutdown(async { drop(stopped.await) });
    let server = tokio::spawn(serve.into_future());
    // Nearly a second, from the connection to the stop and from there to the request.
    let time = Duration::from_millis(900);
    sleep(time).await;
    stop.send(()).unwrap();
    sleep(time).await;
    assert!(answer(clients.remove(0)).await.ends_with("hello"));
    // The silent one does not hold the server for long.
    soon(server).await.unwrap().unwrap();
}

#[tokio::test]
async fn the_queue_of_another_listener_is_emptied_whatever_its_length() {
    let (listener, clients) = queue(200);
    let (stop, stopped) = oneshot::channel::<()>();
    let serve =
        concentric::serve(listener, site()).with_graceful_shutdown(async { drop(stopped.await) });
    // Before the server starts, so that it finds nearly all of them in the queue when it stops.
    stop.send(()).unwrap();
    let server = tokio::spawn(serve.into_future());
    for client in clients {
        assert!(answer(client).await.ends_with("hello"));
    }
    soon(server).await.unwrap().unwrap();
}

#[tokio::test]
async fn a_queue_that_is_never_empty_does_not_hold_the_server() {
    let serve = concentric::serve(Endless, site())
        .max_connections(1)
        .shutdown_timeout(Duration::from_secs(50))
        .with_graceful_shutdown(async {});
    soon(tokio::spawn(serve.into_future()))
        .await
        .unwrap()
        .unwrap();
}

#[tokio::test]
async fn the_queue_of_another_listener_is_emptied_as_far_as_it_knows() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let serve = concentric::serve(listener.tap_io(|_| {}), site())
        .max_connections(1)
        .with_graceful_shutdown(async { drop(stopped.await) });
    let server = tokio::spawn(serve.into_future());
    let mut first = TcpStream::connect(address).await.unwrap();
    first.write_all(GET.as_bytes()).await.unwrap();
    soon(first.read_u8()).await.unwrap();

    let queued = TcpStream::connect(address).await.unwrap();
    stop.send(()).unwrap();
    assert!(answer(queued).await.ends_with("hello"));
    soon(server).await.unwrap().unwrap();
}

#[tokio::test]
async fn a_listener_of_std_is_served_in_nonblocking_mode() {
    let socket = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    socket.set_nonblocking(true).unwrap();
    // The process that handed it over keeps it open.
    let copy = socket.try_clone().unwrap();
    let address = socket.local_addr().unwrap();
    for _ in 0..2 {
        let socket = copy.try_clone().unwrap();
        let listener = TcpListener::from_std(socket).unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let serve = concentric::serve(listener, site())
            .with_graceful_shutdown(async { drop(stopped.await) });
        // It waits in the queue until there is a server.
        let wire = connect(address);
        let server = tokio::spawn(serve.into_future());
        stop.send(()).unwrap();
        assert!(answer(wire).await.ends_with("hello"));
        soon(server).await.unwrap().unwrap();
    }
}
