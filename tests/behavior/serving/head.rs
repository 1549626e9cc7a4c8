//! The time that a client has for the head of a request, and an idle connection for the next one.

use std::time::Duration;

use axum::Router;
use concentric::{Serve, app};
use tokio::{
    io::AsyncWriteExt,
    net::{TcpListener, TcpStream},
    time::Instant,
};

use crate::support::{Server, soon};

const SHORT: Duration = Duration::from_millis(60);
/// A test that waits this long fails.
const LONG: Duration = Duration::from_secs(50);

/// Answers after twice the short time.
async fn slow() -> &'static str {
    tokio::time::sleep(2 * SHORT).await;
    "slow"
}

/// More than the buffers of the system take.
const LARGE: usize = 20_000_000;

app! {
    fn site() -> Router {
        GET "/" => async || "hello",
        GET "/slow" => slow,
        POST "/" => async |body: String| body,
        GET "/large" => async || vec![b'x'; LARGE],
    }
}

fn short_head(serve: Serve<TcpListener>) -> Serve<TcpListener> {
    serve.header_read_timeout(SHORT).keep_alive_timeout(LONG)
}

/// Sends a request without its last line break.
const HALF: &str = "GET / HTTP/1.1\r\nhost: test\r\n";

#[tokio::test]
async fn a_connection_without_a_complete_head_closes_after_the_timeout() {
    let server = Server::start_with(site(), short_head).await;
    // The last one is the first part of what an HTTP/2 client sends first.
    for part in ["", "G", HALF, "PRI * HTTP/2.0\r\n"] {
        let mut wire = server.connect().await;
        let begin = Instant::now();
        wire.write(part).await;
        assert_eq!(wire.rest().await, "", "{part:?}");
        assert!(begin.elapsed() >= SHORT / 2, "{part:?}");
    }
}

#[tokio::test]
async fn more_bytes_of_a_head_do_not_extend_its_time() {
    let server = Server::start_with(site(), short_head).await;
    for complete in ["", "GET / HTTP/1.1\r\nhost: test\r\n\r\n"] {
        let mut wire = TcpStream::connect(server.address).await.unwrap();
        wire.write_all(complete.as_bytes()).await.unwrap();
        tokio::time::sleep(SHORT / 2).await;
        wire.write_all(HALF.as_bytes()).await.unwrap();
        // Fails once the server has closed the connection.
        soon(async {
            while wire.write_all(b"x: y\r\n").await.is_ok() {
                tokio::time::sleep(SHORT / 10).await;
            }
        })
        .await;
    }
}

#[tokio::test]
async fn the_time_of_a_later_head_starts_with_its_first_byte() {
    let server = Server::start_with(site(), short_head).await;
    let mut wire = server.request("GET", "/").await;
    wire.head().await;
    assert_eq!(wire.exactly(5).await, "hello");

    tokio::time::sleep(2 * SHORT).await;
    wire.write(HALF).await;
    wire.write("\r\n").await;
    wire.head().await;
    assert_eq!(wire.exactly(5).await, "hello");

    tokio::time::sleep(2 * SHORT).await;
    wire.write(HALF).await;
    assert_eq!(wire.rest().await, "");
}

#[tokio::test]
async fn an_idle_connection_closes_after_its_own_timeout() {
    let server = Server::start_with(site(), |serve| {
        serve.header_read_timeout(LONG).keep_alive_timeout(SHORT)
    })
    .await;
    let mut wire = server.request("GET", "/").await;
    for _ in 0..2 {
        wire.head().await;
        assert_eq!(wire.exactly(5).await, "hello");
        // The time starts again with each request.
        tokio::time::sleep(SHORT / 2).await;
        wire.write(HALF).await;
        wire.write("\r\n").await;
    }
    wire.head().await;
    assert_eq!(wire.exactly(5).await, "hello");
    let begin = Instant::now();
    assert_eq!(wire.rest().await, "");
    assert!(begin.elapsed() >= SHORT / 2);
}

#[tokio::test]
async fn neither_timeout_covers_a_handler_or_a_body() {
    let server = Server::start_with(site(), |serve| {
        serve.header_read_timeout(SHORT).keep_alive_timeout(SHORT)
    })
    .await;
    let mut wire = server.request("GET", "/slow").await;
    wire.head().await;
    assert_eq!(wire.exactly(4).await, "slow");

    wire.write("POST / HTTP/1.1\r\nhost: test\r\ncontent-length: 4\r\n\r\nab")
        .await;
    tokio::time::sleep(2 * SHORT).await;
    wire.write("cd").await;
    wire.head().await;
    assert_eq!(wire.exactly(4).await, "abcd");
}

#[tokio::test]
async fn a_timeout_may_be_as_long_as_possible() {
    let server = Server::start_with(site(), |serve| {
        serve
            .header_read_timeout(Duration::MAX)
            .keep_alive_timeout(Duration::MAX)
    })
    .await;
    let mut wire = server.request("GET", "/").await;
    wire.head().await;
    assert_eq!(wire.exactly(5).await, "hello");
    wire.write(HALF).await;
    wire.write("\r\n").await;
    wire.head().await;
}

#[tokio::test]
async fn half_a_head_does_not_hold_the_shutdown() {
    let mut server = Server::start_with(site(), |serve| serve.shutdown_timeout(LONG)).await;
    let mut wires = Vec::new();
    for part in ["", "P", "G", HALF] {
        let mut first = server.connect().await;
        first.write(part).await;
        wires.push(first);

        let mut later = server.request("GET", "/").await;
        later.head().await;
        assert_eq!(later.exactly(5).await, "hello");
        later.write(part).await;
        wires.push(later);
    }
    // The server has read what it was sent.
    tokio::time::sleep(SHORT).await;
    server.stop();
    server.stopped().await;
    for wire in &mut wires {
        assert_eq!(wire.rest().await, "");
    }
}

#[tokio::test]
async fn a_head_whose_rest_is_on_its_way_at_the_shutdown_gets_a_response() {
    let mut server = Server::start(site()).await;
    let mut wire = server.connect().await;
    wire.write(HALF).await;
    // The server has read what it was sent.
    tokio::time::sleep(SHORT).await;
    server.stop();
    tokio::time::sleep(SHORT).await;
    wire.write("\r\n").await;
    assert_eq!(wire.head().await.lines().next(), Some("HTTP/1.1 200 OK"));
    server.stopped().await;
}

#[tokio::test]
async fn a_slow_reader_gets_all_of_a_response() {
    let mut server = Server::start_with(site(), |serve| {
        serve.header_read_timeout(SHORT).keep_alive_timeout(SHORT)
    })
    .await;
    let mut wire = server.request("GET", "/large").await;
    wire.head().await;
    tokio::time::sleep(2 * SHORT).await;
    server.stop();
    tokio::time::sleep(SHORT).await;
    assert_eq!(wire.rest().await.len(), LARGE);
    server.stopped().await;
}
