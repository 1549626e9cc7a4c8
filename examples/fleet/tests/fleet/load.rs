//! Clients that send requests one after another, and count what is lost.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering::Relaxed},
};

use http_body_util::BodyExt;
use hyper::client::conn::http1::{self, SendRequest};
use hyper_util::rt::TokioIo;
use tokio::{net::TcpStream, sync::watch, task::JoinSet};

use crate::support::{request, soon};

/// What all clients have sent, and each response that is not the expected one.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Outcome {
    pub(crate) requests: usize,
    pub(crate) lost: Vec<String>,
}

/// Clients that send requests until they are stopped.
pub(crate) struct Load {
    is_over: Arc<AtomicBool>,
    sent: watch::Sender<usize>,
    clients: JoinSet<Outcome>,
}

impl Load {
    /// Starts so many clients, which send `POST /visits` to this address.
    pub(crate) fn start(address: &str, clients: usize) -> Self {
        let is_over = Arc::<AtomicBool>::default();
        let sent = watch::Sender::default();
        let clients = (0..clients)
            .map(|_| client(address.to_owned(), Arc::clone(&is_over), sent.clone()))
            .collect();
        Self {
            is_over,
            sent,
            clients,
        }
    }

    /// Waits until the clients have sent so many more requests.
    pub(crate) async fn proceed(&self, requests: usize) {
        let until = *self.sent.borrow() + requests;
        let mut sent = self.sent.subscribe();
        let reached = sent.wait_for(|sent| *sent >= until);
        soon("requests", reached).await.unwrap();
    }

    pub(crate) async fn stop(self) -> Outcome {
        self.is_over.store(true, Relaxed);
        let mut all = Outcome::default();
        for one in self.clients.join_all().await {
            all.requests += one.requests;
            all.lost.extend(one.lost);
        }
        all
    }
}

/// Counts visits in a session of its own. A visit that counts twice, or not at all, is lost, too.
async fn client(address: String, is_over: Arc<AtomicBool>, sent: watch::Sender<usize>) -> Outcome {
    let mut outcome = Outcome::default();
    let mut connection = None;
    let mut cookie = String::new();
    let mut visits = 0;
    while !is_over.load(Relaxed) {
        visits += 1;
        outcome.requests += 1;
        sent.send_modify(|sent| *sent += 1);
        let result = visit(&address, &mut connection, &mut cookie).await;
        let expected = Ok((200, visits.to_string()));
        if result != expected {
            outcome.lost.push(format!("visit {visits}: {result:?}"));
            // What the next visit of the session is.
            visits = result.map_or(visits - 1, |(_, count)| count.parse().unwrap_or(visits - 1));
        }
    }
    outcome
}

/// Sends a visit, and returns the status and the body.
async fn visit(
    address: &str,
    connection: &mut Option<SendRequest<String>>,
    cookie: &mut String,
) -> Result<(u16, String), String> {
    let request = request("POST", "/visits", &[("cookie", cookie)]);
    // nginx closes a connection after a number of requests.
    let is_open = match connection {
        Some(open) => open.ready().await.is_ok(),
        None => false,
    };
    if !is_open {
        *connection = Some(connect(address).await);
    }
    let sender = connection.as_mut().unwrap();
    let sending = soon("a response", sender.send_request(request));
    let response = sending.await.map_err(|error| format!("{error:?}"))?;
    if let Some(value) = response.headers().get("set-cookie") {
        let value = value.to_str().unwrap();
        value.split(';').next().unwrap().clone_into(cookie);
    }
    let status = response.status().as_u16();
    let body = response.into_body().collect().await;
    let body = body.map_err(|error| format!("{error:?}"))?.to_bytes();
    Ok((status, String::from_utf8_lossy(&body).into_owned()))
}

async fn connect(address: &str) -> SendRequest<String> {
    let io = TcpStream::connect(address).await.unwrap();
    let (sender, connection) = http1::handshake(TokioIo::new(io)).await.unwrap();
    tokio::spawn(connection);
    sender
}
