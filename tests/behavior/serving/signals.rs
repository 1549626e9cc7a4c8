//! SIGTERM, which starts a shutdown.

use std::{future::pending, net::SocketAddr, time::Duration};

use axum::{Router, extract::State};
use concentric::{Shutdown, app};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use crate::support::{Events, soon};

/// Waits until the test continues it.
async fn slow(State(events): State<Events>) -> &'static str {
    let _guard = events.on_drop("drop handler");
    events.add("handler");
    events.until("go").await;
    "slow"
}

/// Waits forever.
async fn stuck(State(events): State<Events>) {
    let _guard = events.on_drop("drop handler");
    events.add("handler");
    pending::<()>().await;
}

app! {
    fn site(state: Events) -> Router {
        GET "/slow" => slow,
        GET "/stuck" => stuck,
        GET "/draining" => async |shutdown: Shutdown| shutdown.is_draining().to_string(),
    }
}

/// A signal reaches all servers of the process that wait for one.
static SIGNALS: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

async fn send_sigterm() {
    let pid = std::process::id().to_string();
    let mut kill = tokio::process::Command::new("kill");
    let kill = kill.args(["-TERM", &pid]).status();
    assert!(soon(kill).await.unwrap().success());
}

/// Connects and sends a request.
async fn request(address: SocketAddr, path: &str) -> TcpStream {
    let mut wire = TcpStream::connect(address).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nhost: test\r\nconnection: close\r\n\r\n");
    wire.write_all(request.as_bytes()).await.unwrap();
    wire
}

#[tokio::test]
async fn a_second_sigterm_cuts_a_server_that_drains() {
    let _signals = SIGNALS.lock().await;
    let events = Events::default();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let serve = concentric::serve(listener, site(events.clone())).drain(Duration::from_secs(50));
    let server = tokio::spawn(serve.into_future());
    let _stuck = request(address, "/stuck").await;
    events.until("handler").await;

    send_sigterm().await;
    soon(async {
        let mut response = String::new();
        while !response.ends_with("true") {
            let mut wire = request(address, "/draining").await;
            wire.read_to_string(&mut response).await.unwrap();
        }
    })
    .await;
    assert_eq!(events.take(), ["handler"]);

    send_sigterm().await;
    soon(server).await.unwrap().unwrap();
    events.until("drop handler").await;
}

#[tokio::test]
async fn sigterm_starts_a_graceful_shutdown() {
    let _signals = SIGNALS.lock().await;
    let events = Events::default();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let serve = concentric::serve(listener, site(events.clone()));
    let server = tokio::spawn(serve.into_future());

    // The handler runs, so the server runs and handles signals.
    let _slow = request(address, "/slow").await;
    events.until("handler").await;

    send_sigterm().await;
    soon(async {
        while TcpStream::connect(address).await.is_ok() {
            tokio::task::yield_now().await;
        }
    })
    .await;
    assert!(!server.is_finished());
    events.add("go");
    soon(server).await.unwrap().unwrap();
    assert_eq!(events.take(), ["handler", "go", "drop handler"]);
}
