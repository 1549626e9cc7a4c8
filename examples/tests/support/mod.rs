//! Runs a built example as a process and sends requests to it.

#![allow(
    dead_code,
    unused_imports,
    reason = "each test binary uses only a part"
)]

mod response;

use std::{
    env,
    future::Future,
    path::PathBuf,
    process::{Command as Blocking, ExitStatus, Stdio},
    time::Duration,
};

use hyper::{Request, Response, body::Incoming, client::conn::http1, http::request::Builder};
use hyper_util::rt::TokioIo;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, BufReader},
    net::TcpStream,
    process::{Child, Command},
    task::JoinHandle,
    time::{sleep, timeout},
};

pub(crate) use self::response::{assert_text, body, head, text};

/// A running example. It is killed when this is dropped.
pub(crate) struct Server {
    child: Child,
    address: String,
    log: JoinHandle<String>,
}

impl Server {
    /// Starts the example with this name on a free port, and waits until it listens.
    pub(crate) async fn start(name: &str) -> Self {
        Self::start_with(name, &[]).await
    }

    /// Starts the example with these environment variables.
    pub(crate) async fn start_with(name: &str, variables: &[(&str, &str)]) -> Self {
        let mut child = Command::new(built(name))
            .env("ADDRESS", "127.0.0.1:0")
            .envs(variables.iter().copied())
            .env("NO_COLOR", "1")
            .env("RUST_BACKTRACE", "0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut stderr = child.stderr.take().unwrap();
        // The log is read continuously, so that the example never blocks on a full pipe.
        let log = tokio::spawn(async move {
            let mut text = String::new();
            stderr.read_to_string(&mut text).await.unwrap();
            text
        });
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let Some(line) = soon("the first line on stdout", lines.next_line())
            .await
            .unwrap()
        else {
            panic!("{name} ended before it listened:\n{}", log.await.unwrap());
        };
        let address = line
            .strip_prefix("listening on http://")
            .unwrap_or_else(|| panic!("{name} printed {line:?}"))
            .to_owned();
        Self {
            child,
            address,
            log,
        }
    }

    /// Returns the output of `--routes`, up to the line about listening.
    pub(crate) async fn routes(name: &str) -> String {
        let mut child = Command::new(built(name))
            .arg("--routes")
            .env("ADDRESS", "127.0.0.1:0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut text = String::new();
        while let Some(line) = soon("a line", lines.next_line()).await.unwrap() {
            if line.starts_with("listening on ") {
                return text;
            }
            text += &line;
            text.push('\n');
        }
        panic!("{name} ended before it listened, after:\n{text}");
    }

    /// Runs the example until it fails, and returns its log.
    pub(crate) async fn failure(name: &str, variables: &[(&str, &str)]) -> String {
        let mut command = Command::new(built(name));
        command
            .envs(variables.iter().copied())
            .env("ADDRESS", "127.0.0.1:0")
            .kill_on_drop(true);
        let output = soon("a failure", command.output()).await.unwrap();
        assert!(!output.status.success());
        String::from_utf8(output.stderr).unwrap()
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    pub(crate) async fn connect(&self) -> TcpStream {
        connect(&self.address).await
    }

    /// Sends a request on a new connection, and returns the response with its body unread.
    pub(crate) async fn send(&self, request: Request<String>) -> Response<Incoming> {
        send(&self.address, request).await
    }

    /// Sends a request, and returns the response as [`text`].
    pub(crate) async fn reply(&self, request: Request<String>) -> String {
        text(self.send(request).await).await
    }

    /// Sends a `GET` with these headers, and returns the response as [`text`].
    pub(crate) async fn get(&self, path: &str, headers: &[(&str, &str)]) -> String {
        self.reply(request("GET", path, headers)).await
    }

    /// Sends SIGTERM.
    pub(crate) fn stop(&self) {
        signal(&self.child, "TERM");
    }

    /// Sends SIGTERM, and waits until the example refuses connections.
    pub(crate) async fn terminate(&self) {
        self.stop();
        soon("the end of the listener", async {
            while TcpStream::connect(&self.address).await.is_ok() {
                sleep(Duration::from_millis(10)).await;
            }
        })
        .await;
    }

    /// Waits until the example exits, and returns its status and its log without the times.
    pub(crate) async fn wait(mut self) -> (ExitStatus, Vec<String>) {
        let status = soon("the end of the example", self.child.wait())
            .await
            .unwrap();
        let log = soon("the end of the log", self.log).await.unwrap();
        // The message of a panic is in the log, too, but has no time.
        let lines = log.lines().filter_map(|line| {
            let (time, rest) = line.split_once(' ')?;
            let is_time = time.starts_with(|char: char| char.is_ascii_digit()) && time.len() > 20;
            is_time.then(|| rest.trim_start().to_owned())
        });
        (status, lines.collect())
    }
}

async fn connect(address: &str) -> TcpStream {
    soon("a connection", TcpStream::connect(address))
        .await
        .unwrap()
}

/// Sends a signal to a process.
pub(crate) fn signal(child: &Child, name: &str) {
    let pid = child.id().unwrap().to_string();
    let sent = Blocking::new("kill").args(["-s", name, &pid]).status();
    assert!(sent.unwrap().success());
}

/// Sends a request on a new connection to an address, and returns the response with its body unread.
pub(crate) async fn send(address: &str, request: Request<String>) -> Response<Incoming> {
    let io = TokioIo::new(connect(address).await);
    let (mut sender, connection) = http1::handshake(io).await.unwrap();
    tokio::spawn(connection);
    soon("a response", sender.send_request(request))
        .await
        .unwrap()
}

/// Returns the path of a built example, next to the test binaries.
pub(crate) fn built(name: &str) -> PathBuf {
    let test = env::current_exe().unwrap();
    let path = test
        .parent()
        .and_then(|deps| deps.parent())
        .unwrap()
        .join("examples")
        .join(name)
        .with_extension(env::consts::EXE_EXTENSION);
    assert!(
        path.exists(),
        "{} is missing: `cargo test` builds it; run `cargo build --examples` first",
        path.display()
    );
    path
}

/// Waits for a future, and panics after 20 seconds.
pub(crate) async fn soon<T>(what: &str, future: impl Future<Output = T>) -> T {
    let Ok(value) = timeout(Duration::from_secs(20), future).await else {
        panic!("timed out waiting for {what}");
    };
    value
}

/// Returns a request without a body.
pub(crate) fn request(method: &str, path: &str, headers: &[(&str, &str)]) -> Request<String> {
    builder(method, path, headers).body(String::new()).unwrap()
}

pub(crate) fn builder(method: &str, path: &str, headers: &[(&str, &str)]) -> Builder {
    let builder = Request::builder()
        .method(method)
        .uri(path)
        .header("host", "localhost");
    headers.iter().fold(builder, |builder, (name, value)| {
        builder.header(*name, *value)
    })
}
