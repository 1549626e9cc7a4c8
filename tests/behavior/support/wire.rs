//! A real server on a loopback port, and a client that sees every byte.

use std::net::SocketAddr;

use axum::Router;
use concentric::Serve;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    task::JoinHandle,
};

use crate::support::{Reply, soon};

/// A server that stops when it is dropped.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    task: JoinHandle<std::io::Result<()>>,
}

impl Server {
    pub(crate) async fn start(app: Router) -> Self {
        Self::start_with(app, |serve| serve).await
    }

    /// Starts a server with these options.
    pub(crate) async fn start_with(
        app: Router,
        options: impl FnOnce(Serve<TcpListener>) -> Serve<TcpListener>,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let serve = concentric::serve(listener, app).with_graceful_shutdown(async {
            let _ = stopped.await;
        });
        let task = tokio::spawn(options(serve).into_future());
        Self {
            address,
            stop: Some(stop),
            task,
        }
    }

    /// Asks the server to stop.
    pub(crate) fn stop(&mut self) {
        let _ = self.stop.take().unwrap().send(());
    }

    /// Waits until the server has stopped.
    pub(crate) async fn stopped(&mut self) {
        soon(&mut self.task).await.unwrap().unwrap();
    }

    pub(crate) fn has_stopped(&self) -> bool {
        self.task.is_finished()
    }

    pub(crate) async fn connect(&self) -> Wire {
        let stream = TcpStream::connect(self.address).await.unwrap();
        Wire(BufReader::new(stream))
    }

    /// Connects and sends a request without a body.
    pub(crate) async fn request(&self, method: &str, path: &str) -> Wire {
        let mut wire = self.connect().await;
        wire.write(&format!("{method} {path} HTTP/1.1\r\nhost: test\r\n\r\n"))
            .await;
        wire
    }

    /// Waits until the server refuses connections.
    pub(crate) async fn refuses(&self) {
        soon(async {
            while TcpStream::connect(self.address).await.is_ok() {
                tokio::task::yield_now().await;
            }
        })
        .await;
    }

    /// Sends one request on a new connection, and returns the response.
    pub(crate) async fn answer(&self, method: &str, path: &str) -> String {
        let mut wire = self.connect().await;
        wire.write(&format!(
            "{method} {path} HTTP/1.1\r\nhost: test\r\nconnection: close\r\n\r\n"
        ))
        .await;
        let head = wire.head().await;
        format!("{head}\n{}", wire.rest().await)
    }

    /// Sends one request on a new HTTP/2 connection, and returns the response.
    pub(crate) async fn http2(&self, request: http::Request<()>) -> Reply {
        let stream = TcpStream::connect(self.address).await.unwrap();
        let (mut requests, connection) = soon(h2::client::handshake(stream)).await.unwrap();
        tokio::spawn(connection);
        let (response, _) = requests.send_request(request, true).unwrap();
        let (head, mut pieces) = soon(response).await.unwrap().into_parts();
        let mut body = Vec::new();
        while let Some(piece) = soon(pieces.data()).await {
            body.extend(piece.unwrap());
        }
        Reply {
            status: head.status.as_u16(),
            headers: head.headers,
            body: String::from_utf8(body).unwrap(),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// One connection of a client.
pub(crate) struct Wire(BufReader<TcpStream>);

impl Wire {
    /// Returns the address of this end.
    pub(crate) fn address(&self) -> SocketAddr {
        self.0.get_ref().local_addr().unwrap()
    }

    pub(crate) async fn write(&mut self, text: &str) {
        soon(self.0.write_all(text.as_bytes())).await.unwrap();
    }

    /// Reads the head of a response: the status and the sorted headers, each on a line.
    /// Skips `date` and `connection`.
    pub(crate) async fn head(&mut self) -> String {
        let status = self.line().await;
        let mut headers = Vec::new();
        loop {
            let line = self.line().await;
            if line.is_empty() {
                break;
            }
            if !line.starts_with("date: ") && !line.starts_with("connection: ") {
                headers.push(line + "\n");
            }
        }
        headers.sort();
        format!("{status}\n{}", headers.concat())
    }

    /// Reads one line without its end. It is empty at the end of the stream.
    async fn line(&mut self) -> String {
        let mut line = String::new();
        soon(self.0.read_line(&mut line)).await.unwrap();
        line.trim_end().to_owned()
    }

    /// Reads one chunk of a chunked body. The last chunk is empty.
    pub(crate) async fn chunk(&mut self) -> String {
        let length = usize::from_str_radix(&self.line().await, 16).unwrap();
        let chunk = self.exactly(length).await;
        self.line().await;
        chunk
    }

    pub(crate) async fn exactly(&mut self, length: usize) -> String {
        let mut bytes = vec![0; length];
        soon(self.0.read_exact(&mut bytes)).await.unwrap();
        String::from_utf8(bytes).unwrap()
    }

    /// Reads until the server closes the connection.
    pub(crate) async fn rest(&mut self) -> String {
        let mut rest = Vec::new();
        soon(self.0.read_to_end(&mut rest)).await.unwrap();
        String::from_utf8(rest).unwrap()
    }
}
