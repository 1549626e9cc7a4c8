//! Sends requests as bytes over a socket, so that no client changes their first line.

use axum::Router;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

pub(crate) struct Connection {
    stream: BufReader<TcpStream>,
    server: JoinHandle<()>,
}

impl Connection {
    pub(crate) async fn new(router: Router) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let server = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        let stream = BufReader::new(TcpStream::connect(address).await.unwrap());
        Self { stream, server }
    }

    /// Returns the status.
    pub(crate) async fn send(&mut self, method: &str, target: &str) -> u16 {
        let head = format!("{method} {target} HTTP/1.1\r\nhost: host\r\n\r\n");
        self.stream.write_all(head.as_bytes()).await.unwrap();
        let mut line = String::new();
        self.stream.read_line(&mut line).await.unwrap();
        let status = line.split(' ').nth(1).unwrap().parse().unwrap();
        let mut length = 0;
        loop {
            line.clear();
            self.stream.read_line(&mut line).await.unwrap();
            match line.trim_end().split_once(": ") {
                Some(("content-length", value)) => length = value.parse().unwrap(),
                Some(_) => {}
                None => break,
            }
        }
        if method != "HEAD" {
            self.stream.read_exact(&mut vec![0; length]).await.unwrap();
        }
        status
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.server.abort();
    }
}
