//! HTTP/1.1 as axum's own server speaks it.

use std::{net::SocketAddr, time::Duration};

use axum::Router;
use concentric::app;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use crate::support::{Server, soon};

async fn slow() -> &'static str {
    tokio::time::sleep(Duration::from_millis(100)).await;
    "slow"
}

app! {
    fn site() -> Router {
        GET "/" => async || "hello",
        POST "/" => async |body: String| body,
        GET "/slow" => slow,
        POST "/ignore" => async || "ignored",
    }
}

/// Starts `concentric::serve` and `axum::serve`.
async fn servers() -> [SocketAddr; 2] {
    let ours = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let axums = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let addresses = [ours.local_addr().unwrap(), axums.local_addr().unwrap()];
    tokio::spawn(concentric::serve(ours, site()).into_future());
    tokio::spawn(axum::serve(axums, site()).into_future());
    addresses
}

/// Sends these pieces, half-closes the connection if asked to, and reads until the server closes it.
async fn conversation(address: SocketAddr, pieces: &[&str], half_close: bool) -> String {
    let mut wire = TcpStream::connect(address).await.unwrap();
    let mut response = Vec::new();
    for piece in pieces {
        // The server has read all that came before.
        tokio::time::sleep(Duration::from_millis(20)).await;
        wire.write_all(piece.as_bytes()).await.unwrap();
    }
    if half_close {
        wire.shutdown().await.unwrap();
    }
    soon(wire.read_to_end(&mut response)).await.unwrap();
    let response = String::from_utf8(response).unwrap();
    let lines = response.split_inclusive("\r\n");
    lines.filter(|line| !line.starts_with("date: ")).collect()
}

const GET: &str = "GET / HTTP/1.1\r\nhost: test\r\n\r\n";
const LAST: &str = "GET / HTTP/1.1\r\nhost: test\r\nconnection: close\r\n\r\n";
const EXPECT: &str =
    "POST / HTTP/1.1\r\nhost: test\r\nexpect: 100-continue\r\ncontent-length: 4\r\n\r\n";
const EXPECT_IGNORED: &str =
    "POST /ignore HTTP/1.1\r\nhost: test\r\nexpect: 100-continue\r\ncontent-length: 4\r\n\r\n";

#[tokio::test]
async fn a_conversation_is_the_same_as_with_axum() {
    let [ours, axums] = servers().await;
    let conversations: [&[&str]; _] = [
        &[&[GET, GET, LAST].concat()],
        &[GET, LAST],
        &[
            "GET / HTTP/1.1\r\nho",
            "st: test\r\n\r\nGET",
            " / HTTP/1.0\r\n\r\n",
        ],
        &[EXPECT, "body", LAST],
        &[EXPECT_IGNORED, LAST],
        &["POST / HTTP/1.0\r\ncontent-length: 4\r\n\r\nbody"],
        &["GET / HTTP/1.0\r\nconnection: keep-alive\r\n\r\n", LAST],
        &["nonsense\r\n\r\n"],
        &["PRI * HTTP/1.1\r\nhost: test\r\nconnection: close\r\n\r\n"],
        &["GET / HTTP/1.1\r\nhost: test\r\nx: ", "\0\r\n\r\n"],
        &[&format!(
            "GET / HTTP/1.1\r\nhost: {}\r\n\r\n",
            "x".repeat(500_000)
        )],
    ];
    for pieces in conversations {
        assert_eq!(
            conversation(ours, pieces, false).await,
            conversation(axums, pieces, false).await,
            "{:.200}",
            format!("{pieces:?}")
        );
    }
}

#[tokio::test]
async fn a_half_closed_client_is_answered_as_by_axum() {
    let [ours, axums] = servers().await;
    let conversations: [&[&str]; _] = [
        &[],
        &[GET],
        &[GET, GET],
        &["GET / HTTP"],
        &["POST / HTTP/1.1\r\nhost: test\r\ncontent-length: 4\r\n\r\nbo"],
    ];
    for pieces in conversations {
        assert_eq!(
            conversation(ours, pieces, true).await,
            conversation(axums, pieces, true).await,
            "{pieces:?}"
        );
    }
}

#[tokio::test]
async fn requests_may_be_pipelined() {
    let [ours, _] = servers().await;
    let response = conversation(ours, &[&[GET, GET, LAST].concat()], false).await;
    assert_eq!(response.matches("hello").count(), 3, "{response}");
}

#[tokio::test]
async fn a_client_may_expect_100_continue() {
    let [ours, _] = servers().await;
    let response = conversation(ours, &[EXPECT, "body", LAST], false).await;
    assert!(
        response.starts_with("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200"),
        "{response}"
    );
}

#[tokio::test]
async fn a_response_during_a_shutdown_announces_the_end_of_the_connection() {
    let mut server = Server::start(site()).await;
    let mut wire = TcpStream::connect(server.address).await.unwrap();
    wire.write_all(b"GET /slow HTTP/1.1\r\nhost: test\r\n\r\n")
        .await
        .unwrap();
    tokio::time::sleep(Duration::from_millis(20)).await;
    server.stop();
    let mut response = String::new();
    soon(wire.read_to_string(&mut response)).await.unwrap();
    assert!(response.contains("connection: close\r\n"), "{response}");
    assert!(response.ends_with("slow"), "{response}");
    server.stopped().await;
}
