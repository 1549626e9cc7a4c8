//! HTTP/2 clients that stop in the middle, and answer no ping.

use std::time::Duration;

use axum::Router;
use concentric::app;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::Instant,
};

use crate::support::{Server, soon};

const SHORT: Duration = Duration::from_millis(60);
/// A test that waits this long fails.
const LONG: Duration = Duration::from_secs(50);

app! {
    fn site() -> Router {
        GET "/" => async || "hello",
    }
}

const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
const SETTINGS: &[u8] = &[0, 0, 0, 4, 0, 0, 0, 0, 0];
/// `GET /`, as the first stream.
const REQUEST: &[u8] = &[0, 0, 3, 1, 5, 0, 0, 0, 1, 0x82, 0x84, 0x86];

/// Connects, sends these bytes, and then answers nothing.
async fn silent(server: &Server, pieces: &[&[u8]]) -> TcpStream {
    let mut wire = TcpStream::connect(server.address).await.unwrap();
    wire.write_all(&pieces.concat()).await.unwrap();
    wire
}

/// Reads until the server closes the connection.
async fn closes(wire: &mut TcpStream) {
    let mut rest = Vec::new();
    // It may be reset: the server does not read on.
    let _ = soon(wire.read_to_end(&mut rest)).await;
}

/// What a client may leave half-sent.
const PARTS: [&[&[u8]]; 6] = [
    &[PREFACE],
    &[PREFACE, SETTINGS],
    &[PREFACE, SETTINGS, &[0, 0]],
    &[PREFACE, SETTINGS, &[0, 0, 3, 1, 5, 0, 0, 0, 1, 0x82]],
    &[PREFACE, SETTINGS, REQUEST],
    &[
        PREFACE,
        SETTINGS,
        REQUEST,
        &[0, 0, 3, 1, 5, 0, 0, 0, 3, 0x82],
    ],
];

#[tokio::test]
async fn a_client_that_answers_no_ping_is_closed() {
    let server = Server::start_with(site(), |serve| serve.header_read_timeout(SHORT)).await;
    for part in PARTS {
        let mut wire = silent(&server, part).await;
        let begin = Instant::now();
        closes(&mut wire).await;
        assert!(begin.elapsed() >= SHORT / 2, "{part:?}");
    }
}

#[tokio::test]
async fn a_silent_client_does_not_hold_the_shutdown() {
    let mut server = Server::start_with(site(), |serve| {
        serve.shutdown_timeout(LONG).header_read_timeout(LONG)
    })
    .await;
    let mut wires = Vec::new();
    for part in PARTS {
        wires.push(silent(&server, part).await);
    }
    tokio::time::sleep(SHORT).await;
    server.stop();
    server.stopped().await;
    for wire in &mut wires {
        closes(wire).await;
    }
}
