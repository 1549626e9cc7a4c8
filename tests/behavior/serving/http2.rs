//! HTTP/2 with prior knowledge.

use std::{net::SocketAddr, time::Duration};

use axum::{
    Router,
    body::Bytes,
    extract::{ConnectInfo, State, WebSocketUpgrade, ws::WebSocket},
    response::Response,
};
use concentric::app;
use h2::{RecvStream, SendStream, client::SendRequest, ext::Protocol};
use http::{Method, Request};
use tokio::net::TcpStream;

use crate::support::{Events, Server, soon};

const SHORT: Duration = Duration::from_millis(60);
/// A test that waits this long fails.
const LONG: Duration = Duration::from_secs(50);

/// Waits until the test continues it.
async fn slow(State(events): State<Events>) -> &'static str {
    let _guard = events.on_drop("drop handler");
    events.add("handler");
    events.until("go").await;
    "slow"
}

/// Sends each message back.
async fn echo(upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(async |mut socket: WebSocket| {
        while let Some(Ok(message)) = socket.recv().await {
            if socket.send(message).await.is_err() {
                break;
            }
        }
    })
}

app! {
    fn site(state: Events) -> Router {
        GET "/" => async |ConnectInfo(peer): ConnectInfo<SocketAddr>| peer.to_string(),
        GET "/slow" => slow,
        ANY "/echo" => echo,
    }
}

/// An HTTP/2 client that answers pings.
struct Client {
    address: SocketAddr,
    requests: SendRequest<Bytes>,
}

impl Client {
    async fn connect(server: &Server) -> Self {
        let stream = TcpStream::connect(server.address).await.unwrap();
        let address = stream.local_addr().unwrap();
        let (requests, connection) = soon(h2::client::handshake(stream)).await.unwrap();
        tokio::spawn(connection);
        Self { address, requests }
    }

    async fn send(
        &mut self,
        request: Request<()>,
        is_whole: bool,
    ) -> (
        impl Future<Output = Result<http::Response<RecvStream>, h2::Error>> + use<>,
        SendStream<Bytes>,
    ) {
        let mut requests = soon(self.requests.clone().ready()).await.unwrap();
        requests.send_request(request, is_whole).unwrap()
    }

    async fn get(
        &mut self,
        path: &str,
    ) -> impl Future<Output = Result<http::Response<RecvStream>, h2::Error>> + use<> {
        let request = Request::get(format!("http://test{path}")).body(()).unwrap();
        self.send(request, true).await.0
    }
}

async fn text(response: http::Response<RecvStream>) -> String {
    let mut body = response.into_body();
    let mut text = Vec::new();
    while let Some(piece) = soon(body.data()).await {
        text.extend(piece.unwrap());
    }
    String::from_utf8(text).unwrap()
}

#[tokio::test]
async fn a_request_with_prior_knowledge_is_answered() {
    let server = Server::start(site(Events::default())).await;
    let mut client = Client::connect(&server).await;
    let response = soon(client.get("/").await).await.unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(text(response).await, client.address.to_string());
}

#[tokio::test]
async fn a_websocket_is_an_extended_connect() {
    let server = Server::start_with(site(Events::default()), |serve| {
        serve.keep_alive_timeout(SHORT)
    })
    .await;
    let mut client = Client::connect(&server).await;
    // The client knows the settings of the server after a response.
    soon(client.get("/").await).await.unwrap();
    let request = Request::builder()
        .method(Method::CONNECT)
        .uri("http://test/echo")
        .header("sec-websocket-version", "13")
        .extension(Protocol::from_static("websocket"))
        .body(())
        .unwrap();
    let (response, mut sink) = client.send(request, false).await;
    let response = soon(response).await.unwrap();
    assert_eq!(response.status(), 200);
    tokio::time::sleep(5 * SHORT).await;
    // A text frame. The mask is zero.
    let frame = Bytes::from_static(b"\x81\x85\0\0\0\0hello");
    sink.send_data(frame, false).unwrap();
    let reply = soon(response.into_body().data()).await.unwrap().unwrap();
    assert_eq!(reply, b"\x81\x05hello"[..]);
}

#[tokio::test]
async fn a_shutdown_waits_for_a_request_in_progress() {
    let events = Events::default();
    let mut server = Server::start_with(site(events.clone()), |serve| {
        serve.header_read_timeout(SHORT).keep_alive_timeout(SHORT)
    })
    .await;
    let mut client = Client::connect(&server).await;
    let response = client.get("/slow").await;
    events.until("handler").await;
    server.stop();
    // Longer than a client has to answer a ping.
    tokio::time::sleep(4 * SHORT).await;
    assert!(!server.has_stopped());
    events.add("go");
    assert_eq!(text(soon(response).await.unwrap()).await, "slow");
    server.stopped().await;
}

#[tokio::test]
async fn a_shutdown_closes_an_idle_connection() {
    let mut server = Server::start_with(site(Events::default()), |serve| {
        serve.shutdown_timeout(LONG)
    })
    .await;
    let mut client = Client::connect(&server).await;
    soon(client.get("/").await).await.unwrap();
    server.stop();
    server.stopped().await;
}

#[tokio::test]
async fn a_connection_is_asked_to_end_while_the_server_drains() {
    let mut server = Server::start_with(site(Events::default()), |serve| serve.drain(LONG)).await;
    let mut client = Client::connect(&server).await;
    soon(client.get("/").await).await.unwrap();
    server.stop();
    soon(async {
        while client.requests.clone().ready().await.is_ok() {
            tokio::time::sleep(SHORT / 10).await;
        }
    })
    .await;
    let mut client = Client::connect(&server).await;
    assert_eq!(soon(client.get("/").await).await.unwrap().status(), 200);
    assert!(!server.has_stopped());
}

#[tokio::test]
async fn a_shutdown_aborts_requests_after_its_timeout() {
    let events = Events::default();
    let mut server = Server::start_with(site(events.clone()), |serve| {
        serve.shutdown_timeout(Duration::from_millis(20))
    })
    .await;
    let mut client = Client::connect(&server).await;
    let response = client.get("/slow").await;
    events.until("handler").await;
    server.stop();
    server.stopped().await;
    events.until("drop handler").await;
    assert!(soon(response).await.is_err());
}

#[tokio::test]
async fn an_idle_connection_closes_after_its_timeout() {
    let server = Server::start_with(site(Events::default()), |serve| {
        serve.keep_alive_timeout(SHORT)
    })
    .await;
    let mut client = Client::connect(&server).await;
    soon(client.get("/").await).await.unwrap();
    soon(async {
        while client.requests.clone().ready().await.is_ok() {
            tokio::time::sleep(SHORT / 10).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_refused_connect_leaves_the_connection_idle() {
    let server = Server::start_with(site(Events::default()), |serve| {
        serve.keep_alive_timeout(SHORT)
    })
    .await;
    let mut client = Client::connect(&server).await;
    let request = Request::builder()
        .method(Method::CONNECT)
        .uri("example.com:443");
    let (response, sink) = client.send(request.body(()).unwrap(), true).await;
    assert_eq!(soon(response).await.unwrap().status(), 404);
    drop(sink);
    soon(async {
        while client.requests.clone().ready().await.is_ok() {
            tokio::time::sleep(SHORT / 10).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_client_that_answers_pings_stays_connected() {
    let server = Server::start_with(site(Events::default()), |serve| {
        serve.header_read_timeout(SHORT).keep_alive_timeout(LONG)
    })
    .await;
    let mut client = Client::connect(&server).await;
    for _ in 0..2 {
        soon(client.get("/").await).await.unwrap();
        tokio::time::sleep(4 * SHORT).await;
    }
}
