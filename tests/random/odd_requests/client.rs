//! A client that sends any bytes and reads what comes back.

use std::{cell::Cell, io, net::SocketAddr, time::Duration};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpStream, tcp::OwnedReadHalf, tcp::OwnedWriteHalf},
    sync::Notify,
    time::{sleep, timeout},
};

use crate::generate::{End, Script};

/// After this time without a byte from the server, the client closes its half of the connection.
const SILENCE: Duration = Duration::from_millis(40);
/// The server must close the connection in this time after the client has.
const PATIENCE: Duration = Duration::from_secs(10);

/// What came back on one connection.
pub(crate) struct Received {
    pub(crate) bytes: Vec<u8>,
    pub(crate) ending: Ending,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Ending {
    /// The server closed the connection first.
    Closed,
    /// The client closed its half first, or the connection was reset, so that something may be missing.
    Interrupted,
    /// The server did not close the connection although the client had.
    Hung,
    /// The client did not read.
    Unread,
}

pub(crate) async fn play(address: SocketAddr, script: &Script) -> io::Result<Received> {
    let (reader, writer) = TcpStream::connect(address).await?.into_split();
    let has_sent = Cell::new(false);
    let silence = Notify::new();
    if script.end == End::Cut {
        send(writer, script, &has_sent, &silence).await;
        return Ok(Received {
            bytes: Vec::new(),
            ending: Ending::Unread,
        });
    }
    let ((), received) = tokio::join!(
        send(writer, script, &has_sent, &silence),
        receive(reader, &has_sent, &silence, script.end),
    );
    Ok(received)
}

/// The server may close the connection before it has read everything, so errors do not matter.
async fn send(
    mut writer: OwnedWriteHalf,
    script: &Script,
    has_sent: &Cell<bool>,
    silence: &Notify,
) {
    for (number, piece) in script.pieces.iter().enumerate() {
        if number > 0 {
            sleep(Duration::from_millis(1)).await;
        }
        let sent = timeout(PATIENCE, writer.write_all(piece)).await;
        if !matches!(sent, Ok(Ok(()))) {
            break;
        }
    }
    has_sent.set(true);
    if script.end == End::Read {
        silence.notified().await;
    }
    let _ = writer.shutdown().await;
}

async fn receive(
    mut reader: OwnedReadHalf,
    has_sent: &Cell<bool>,
    silence: &Notify,
    end: End,
) -> Received {
    let mut bytes = Vec::new();
    let mut has_closed = end == End::HalfClose;
    let mut ending = if has_closed {
        Ending::Interrupted
    } else {
        Ending::Closed
    };
    loop {
        let wait = if has_closed { PATIENCE } else { SILENCE };
        match timeout(wait, reader.read_buf(&mut bytes)).await {
            Ok(Ok(0)) => break,
            Ok(Err(_)) => {
                ending = Ending::Interrupted;
                break;
            }
            Err(_) if has_closed => {
                ending = Ending::Hung;
                break;
            }
            Err(_) if has_sent.get() => {
                has_closed = true;
                ending = Ending::Interrupted;
                silence.notify_one();
            }
            Ok(Ok(_)) | Err(_) => {}
        }
    }
    silence.notify_one();
    Received { bytes, ending }
}

/// Sends a plain request and returns the whole response.
pub(crate) async fn plain(address: SocketAddr, target: &str) -> io::Result<String> {
    let mut stream = TcpStream::connect(address).await?;
    let request = format!("GET {target} HTTP/1.1\r\nhost: host\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut response = String::new();
    stream.read_to_string(&mut response).await?;
    Ok(response)
}
