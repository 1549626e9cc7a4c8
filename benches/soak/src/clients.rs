//! The clients, in a process of their own. Some wait for their response, and some leave before.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use anyhow::{Context, Result, ensure};
use fastrand::Rng;
use futures_util::{SinkExt, StreamExt};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    sync::Barrier,
    task::JoinSet,
    time::{Instant, timeout},
};
use tokio_tungstenite::{
    client_async,
    tungstenite::{ClientRequestBuilder, Message},
};

/// The server allows as many connections. So a connection that it still counts after its end keeps a client out.
pub(crate) const CLIENTS: usize = 64;

/// The time in which a client that stays has its response.
const PATIENCE: Duration = Duration::from_secs(60);

/// The method and path, further headers, the length of the body, and the expected statuses.
type Case = (&'static str, &'static str, usize, &'static [&'static str]);

const CASES: [Case; 13] = [
    ("GET /json/7", "", 0, &["200"]),
    ("GET /json/7", "Accept-Encoding: gzip\r\n", 0, &["200"]),
    ("GET /json/7", "Authorization: Basic\r\n", 0, &["401"]),
    (
        "GET /json/7",
        "Authorization: Bearer greedy\r\n",
        0,
        &["200", "429"],
    ),
    ("GET /events", "", 0, &["200"]),
    ("GET /download", "", 0, &["200"]),
    ("GET /download", "Accept-Encoding: gzip\r\n", 0, &["200"]),
    ("POST /upload", "", 500_000, &["200"]),
    ("POST /upload", "Content-Length: 2000000\r\n", 0, &["413"]),
    ("GET /failure", "", 0, &["500"]),
    ("GET /panic", "", 0, &["500"]),
    ("GET /slow", "", 0, &["504"]),
    ("GET /nowhere", "", 0, &["404"]),
];

/// Sends requests for some time, and prints how many exchanges were complete, and how many clients left before.
pub(crate) async fn run(server: SocketAddr, time: Duration) -> Result<()> {
    let full = Arc::new(Barrier::new(CLIENTS));
    let end = Instant::now() + time;
    let mut clients = JoinSet::new();
    for seed in 0..CLIENTS as u64 {
        let full = Arc::clone(&full);
        clients.spawn(async move {
            let mut random = Rng::with_seed(seed);
            let held = timeout(PATIENCE, hold_connection(server, &mut random, &full)).await;
            held.context("the server takes fewer connections than at the start")??;
            let (mut complete, mut left) = (0_u64, 0_u64);
            while Instant::now() < end {
                match visit(server, &mut random).await? {
                    Visit::Complete => complete += 1,
                    Visit::Left => left += 1,
                }
            }
            anyhow::Ok((complete, left))
        });
    }
    let (mut complete, mut left) = (0, 0);
    while let Some(client) = clients.join_next().await {
        let counts = client??;
        complete += counts.0;
        left += counts.1;
    }
    println!("{complete} {left}");
    Ok(())
}

/// Keeps a connection open until all clients have one that the server has answered.
async fn hold_connection(server: SocketAddr, random: &mut Rng, full: &Barrier) -> Result<()> {
    let mut stream = TcpStream::connect(server).await?;
    stream.write_all(first_request(random).as_bytes()).await?;
    ensure!(stream.read(&mut [0; 100]).await? > 0, "no response");
    full.wait().await;
    Ok(())
}

enum Visit {
    Complete,
    Left,
}

/// Opens a connection and uses it as a client that stays, or leaves during its request, or at any time.
async fn visit(server: SocketAddr, random: &mut Rng) -> Result<Visit> {
    let stays = random.u8(..4) > 1;
    let mut stream = TcpStream::connect(server).await?;
    if !stays && random.bool() {
        // Sends a reset when it is dropped.
        stream.set_zero_linger()?;
    }
    if !stays && random.bool() {
        let (request, _) = request(random);
        let sent = random.usize(..request.len());
        stream.write_all(&request[..sent]).await?;
        return Ok(Visit::Left);
    }
    let limit = if stays {
        PATIENCE
    } else {
        Duration::from_millis(random.u64(..100))
    };
    let whole = async {
        if random.u8(..8) == 0 {
            talk(stream, random).await
        } else {
            exchange(stream, random).await
        }
    };
    match timeout(limit, whole).await {
        Ok(done) => done.map(|()| Visit::Complete),
        Err(_) if !stays => Ok(Visit::Left),
        Err(late) => Err(late).context("a client has no response"),
    }
}

/// Sends a request and reads the response to its end.
async fn exchange(mut stream: TcpStream, random: &mut Rng) -> Result<()> {
    let (request, (line, _, _, expected)) = request(random);
    stream.write_all(&request).await?;
    let mut responses = Vec::new();
    stream.read_to_end(&mut responses).await?;
    let start = b"HTTP/1.1 ";
    let mut positions = responses.windows(start.len());
    let last = positions.rposition(|window| window == start);
    let last = last.context("no response")? + start.len();
    let status = String::from_utf8_lossy(&responses[last..last + 3]);
    ensure!(expected.contains(&&*status), "{line}: {status}");
    Ok(())
}

/// Returns a request, and up to two others ahead of it on the same connection.
fn request(random: &mut Rng) -> (Vec<u8>, Case) {
    let case = CASES[random.usize(..CASES.len())];
    let (line, headers, length, _) = case;
    let mut head = first_request(random).repeat(random.usize(..3));
    head += &format!("{line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}");
    if !headers.contains("Authorization") {
        head += &format!("Authorization: {}\r\n", token(random));
    }
    if length > 0 {
        head += &format!("Content-Length: {length}\r\n");
    }
    head += "\r\n";
    let mut request = head.into_bytes();
    request.resize(request.len() + length, b'u');
    (request, case)
}

/// Returns a request after which the connection stays open.
fn first_request(random: &mut Rng) -> String {
    let token = token(random);
    format!("GET /json/7 HTTP/1.1\r\nHost: localhost\r\nAuthorization: {token}\r\n\r\n")
}

/// Returns the token of one of so many users that each stays below the limit of the rate.
fn token(random: &mut Rng) -> String {
    format!("Bearer user-{}", random.u8(..))
}

/// Sends messages over a WebSocket and reads their echoes.
async fn talk(stream: TcpStream, random: &mut Rng) -> Result<()> {
    let request = ClientRequestBuilder::new("ws://localhost/socket".parse()?)
        .with_header("Authorization", token(random));
    let (mut socket, _) = client_async(request, stream).await?;
    for length in 0..20 {
        let message = Message::text("e".repeat(100 * length));
        socket.send(message.clone()).await?;
        let echo = socket.next().await.context("no echo")??;
        ensure!(echo == message, "{echo} in place of {message}");
    }
    socket.close(None).await?;
    while socket.next().await.transpose()?.is_some() {}
    Ok(())
}
