//! Requests whose body nobody reads.

use std::time::Duration;

use axum::{Router, http::StatusCode};
use concentric::app;
use tokio::{
    io::AsyncWriteExt,
    net::TcpStream,
    time::{Instant, sleep},
};

use crate::support::{Server, soon};

app! {
    fn site() -> Router {
        GET "/" => async || "hello",
        POST "/" => async || StatusCode::UNAUTHORIZED,
    }
}

const GET: &str = "GET / HTTP/1.1\r\nhost: test\r\nconnection: close\r\n\r\n";

fn post(length: usize) -> String {
    format!("POST / HTTP/1.1\r\nhost: test\r\ncontent-length: {length}\r\n\r\n")
}

#[tokio::test]
async fn a_client_that_still_sends_gets_the_response() {
    let server = Server::start(site()).await;
    for length in [1000, 900_000] {
        let mut wire = server.connect().await;
        wire.write(&post(length)).await;
        wire.write(&"x".repeat(length / 2)).await;
        assert!(wire.head().await.starts_with("HTTP/1.1 401 "));
        sleep(Duration::from_millis(20)).await;
        wire.write(&"x".repeat(length - length / 2)).await;
        // The connection is not closed.
        wire.write(GET).await;
        assert!(wire.rest().await.ends_with("hello"));
    }
}

#[tokio::test]
async fn a_chunked_body_is_read_on() {
    let server = Server::start(site()).await;
    let mut wire = server.connect().await;
    wire.write("POST / HTTP/1.1\r\nhost: test\r\ntransfer-encoding: chunked\r\n\r\n1\r\nx\r\n")
        .await;
    assert!(wire.head().await.starts_with("HTTP/1.1 401 "));
    sleep(Duration::from_millis(20)).await;
    wire.write("1\r\nx\r\n0\r\n\r\n").await;
    wire.write(GET).await;
    assert!(wire.rest().await.ends_with("hello"));
}

#[tokio::test]
async fn a_client_that_stops_in_its_body_is_closed_after_a_second() {
    let server = Server::start(site()).await;
    let mut wire = server.connect().await;
    wire.write(&post(1000)).await;
    let begin = Instant::now();
    let response = wire.rest().await;
    assert!(response.starts_with("HTTP/1.1 401 "), "{response}");
    assert!(begin.elapsed() >= Duration::from_millis(900));
}

#[tokio::test]
async fn a_large_body_is_not_read_to_its_end() {
    let server = Server::start(site()).await;
    let mut wire = TcpStream::connect(server.address).await.unwrap();
    let length = 1_000_000_000;
    wire.write_all(post(length).as_bytes()).await.unwrap();
    let piece = [b'x'; 10_000];
    let mut sent = 0;
    while soon(wire.write_all(&piece)).await.is_ok() {
        sent += piece.len();
    }
    // More than was read is in the buffers of the system.
    assert!(sent < length / 10, "{sent}");
}

#[tokio::test]
async fn a_client_that_expects_a_100_is_not_asked_for_its_body() {
    let server = Server::start(site()).await;
    let mut wire = server.connect().await;
    wire.write(
        "POST / HTTP/1.1\r\nhost: test\r\nexpect: 100-continue\r\ncontent-length: 4\r\n\r\n",
    )
    .await;
    let response = wire.rest().await;
    assert!(response.starts_with("HTTP/1.1 401 "), "{response}");
}

#[tokio::test]
async fn an_unread_body_does_not_hold_the_shutdown() {
    let mut server = Server::start_with(site(), |serve| {
        serve.shutdown_timeout(Duration::from_secs(50))
    })
    .await;
    let mut wire = server.connect().await;
    wire.write(&post(1000)).await;
    assert!(wire.head().await.starts_with("HTTP/1.1 401 "));
    server.stop();
    server.stopped().await;
}
