//! A socket that is handed over from outside, as systemd does.

use std::{
    net::TcpListener,
    os::fd::OwnedFd,
    process::Stdio,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::Relaxed},
    },
};

use tokio::{
    process::{Child, Command},
    task::JoinSet,
};

use crate::support::{self, request, soon};

/// Starts the example as systemd does: the socket is the file 3.
fn start(socket: &TcpListener, drain: &str) -> Child {
    Command::new("sh")
        .args([
            "-c",
            "LISTEN_FDS=1 LISTEN_PID=$$ exec \"$0\" 3<&0 </dev/null",
        ])
        .arg(support::built("fleet"))
        .env("DRAIN", drain)
        .stdin(OwnedFd::from(socket.try_clone().unwrap()))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .unwrap()
}

/// Waits until the process answers.
async fn live(address: &str) {
    let response = support::send(address, request("GET", "/live", &[])).await;
    assert_eq!(response.status(), 204);
}

async fn ended(mut child: Child) {
    let status = soon("the end of the process", child.wait()).await;
    assert!(status.unwrap().success());
}

#[tokio::test]
async fn a_socket_from_outside_is_served() {
    let socket = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = socket.local_addr().unwrap().to_string();
    let child = start(&socket, "0");
    live(&address).await;
    support::signal(&child, "TERM");
    ended(child).await;
}

/// Opens connections one after another, each for one request, and returns how many were answered.
async fn client(address: String, is_over: Arc<AtomicBool>) -> usize {
    let mut answered = 0;
    while !is_over.load(Relaxed) {
        live(&address).await;
        answered += 1;
    }
    answered
}

#[tokio::test(flavor = "multi_thread")]
async fn one_process_with_a_socket_from_outside_loses_no_request() {
    let socket = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = socket.local_addr().unwrap().to_string();
    let is_over = Arc::<AtomicBool>::default();
    let mut clients: JoinSet<_> = (0..16)
        .map(|_| client(address.clone(), Arc::clone(&is_over)))
        .collect();
    for _ in 0..10 {
        let child = start(&socket, "0.1");
        live(&address).await;
        support::signal(&child, "TERM");
        // From here on, connections wait for the next process.
        ended(child).await;
    }
    is_over.store(true, Relaxed);
    let last = start(&socket, "0");
    let mut requests = 0;
    while let Some(answered) = soon("the last responses", clients.join_next()).await {
        requests += answered.unwrap();
    }
    println!("10 restarts, {requests} requests, 0 lost");
    support::signal(&last, "TERM");
    ended(last).await;
}
