//! A client over HTTP/2.

use std::{net::SocketAddr, time::Duration};

use axum::body::Bytes;
use h2::{RecvStream, SendStream, client::SendRequest};
use http::Request;
use tokio::{net::TcpStream, time::sleep};

use super::{Server, soon};

/// An HTTP/2 client that answers pings.
pub(crate) struct Client {
    pub(crate) address: SocketAddr,
    requests: SendRequest<Bytes>,
}

impl Client {
    pub(crate) async fn connect(server: &Server) -> Self {
        let stream = TcpStream::connect(server.address).await.unwrap();
        let address = stream.local_addr().unwrap();
        let (requests, connection) = soon(h2::client::handshake(stream)).await.unwrap();
        tokio::spawn(connection);
        Self { address, requests }
    }

    pub(crate) async fn send(
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

    /// Waits until the server takes no more requests on this connection.
    pub(crate) async fn refused(&self) {
        soon(async {
            while self.requests.clone().ready().await.is_ok() {
                sleep(Duration::from_millis(5)).await;
            }
        })
        .await;
    }

    pub(crate) async fn get(
        &mut self,
        path: &str,
    ) -> impl Future<Output = Result<http::Response<RecvStream>, h2::Error>> + use<> {
        let request = Request::get(format!("http://test{path}")).body(()).unwrap();
        self.send(request, true).await.0
    }
}

/// Returns the body of a response.
pub(crate) async fn text(response: http::Response<RecvStream>) -> String {
    let mut body = response.into_body();
    let mut text = Vec::new();
    while let Some(piece) = soon(body.data()).await {
        text.extend(piece.unwrap());
    }
    String::from_utf8(text).unwrap()
}
