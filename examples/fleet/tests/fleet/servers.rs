//! Starts Redis, nginx and the processes of the example on loopback. Each is killed when it is dropped.

use std::{
    fs,
    io::{Write, stderr},
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Command as Blocking, Stdio},
    sync::atomic::{AtomicUsize, Ordering::Relaxed},
    time::Duration,
};

use hyper::{Response, body::Incoming};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    process::{Child, Command},
    time::sleep,
};

use crate::support::{self, Server, request, send, soon};

/// Returns whether nginx and Redis are installed, and prints a word if not.
fn installed() -> bool {
    let is_missing = |program: &&str| Blocking::new(program).arg("-v").output().is_err();
    let missing: Vec<_> = [NGINX, REDIS].into_iter().filter(is_missing).collect();
    if !missing.is_empty() {
        // Past the capture of the test's output.
        let _ = writeln!(stderr(), "skipped: {} is not installed", missing.join(", "));
    }
    missing.is_empty()
}

const NGINX: &str = "nginx";
const REDIS: &str = "redis-server";

/// Redis, nginx, and two processes.
pub(crate) struct Fleet {
    processes: [Option<Server>; 2],
    pub(crate) redis: Redis,
    pub(crate) address: String,
    variables: Vec<(&'static str, String)>,
    _nginx: Child,
    _folder: Folder,
}

impl Fleet {
    /// Starts all of them with these environment variables for the processes, if nginx and Redis are installed.
    pub(crate) async fn start(variables: &[(&'static str, &str)]) -> Option<Self> {
        if !installed() {
            return None;
        }
        let folder = Folder::new();
        let mut redis = Redis::new(&folder.0);
        redis.start(&[]).await;
        let mut variables: Vec<_> = variables
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()))
            .collect();
        variables.push(("REDIS_URL", format!("redis://{}", redis.address)));
        let processes = [start(&variables).await, start(&variables).await];
        let address = free_address();
        let nginx = nginx(&folder.0, &address, &processes);
        until_connected(&address).await;
        Some(Self {
            processes: processes.map(Some),
            redis,
            address,
            variables,
            _nginx: nginx,
            _folder: folder,
        })
    }

    /// Stops a process, and starts it again on its port once it has ended.
    pub(crate) async fn restart(&mut self, index: usize) {
        let process = self.take(index);
        let mut variables = self.variables.clone();
        variables.push(("ADDRESS", process.address().to_owned()));
        process.stop();
        process.wait().await;
        self.processes[index] = Some(start(&variables).await);
    }

    pub(crate) fn take(&mut self, index: usize) -> Server {
        self.processes[index].take().unwrap()
    }

    pub(crate) fn process(&self, index: usize) -> &Server {
        self.processes[index].as_ref().unwrap()
    }

    /// Sends a request through nginx.
    pub(crate) async fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
    ) -> Response<Incoming> {
        send(&self.address, request(method, path, headers)).await
    }
}

/// Starts a process of the example.
pub(crate) async fn start(variables: &[(&'static str, String)]) -> Server {
    let variables: Vec<_> = variables
        .iter()
        .map(|(name, value)| (*name, &**value))
        .collect();
    Server::start_with("fleet", &variables).await
}

/// Starts nginx with the configuration of the example, and the addresses of the test.
fn nginx(folder: &Path, address: &str, processes: &[Server; 2]) -> Child {
    let config = concat!(env!("CARGO_MANIFEST_DIR"), "/nginx.conf");
    let mut config = fs::read_to_string(config).unwrap();
    for (theirs, ours) in [
        // Or its workers would outlive it.
        ("daemon off;", "daemon off; master_process off;"),
        ("127.0.0.1:8001", processes[0].address()),
        ("127.0.0.1:8002", processes[1].address()),
        ("127.0.0.1:8080", address),
    ] {
        assert!(config.contains(theirs), "{theirs}");
        config = config.replace(theirs, ours);
    }
    let path = folder.join("nginx.conf");
    fs::write(&path, config).unwrap();
    Command::new(NGINX)
        .args(["-e", "stderr", "-p"])
        .arg(folder)
        .arg("-c")
        .arg(path)
        .kill_on_drop(true)
        .spawn()
        .unwrap()
}

/// A Redis that can be away.
pub(crate) struct Redis {
    pub(crate) address: String,
    folder: PathBuf,
    child: Option<Child>,
}

impl Redis {
    pub(crate) fn new(folder: &Path) -> Self {
        Self {
            address: free_address(),
            folder: folder.to_owned(),
            child: None,
        }
    }

    /// Starts it with these options, and waits until it accepts connections.
    pub(crate) async fn start(&mut self, options: &[&str]) {
        let (host, port) = self.address.split_once(':').unwrap();
        let child = Command::new(REDIS)
            .args(["--bind", host, "--port", port, "--save", "", "--dir"])
            .arg(&self.folder)
            .args(options)
            .stdout(Stdio::null())
            .kill_on_drop(true)
            .spawn();
        self.child = Some(child.unwrap());
        until_connected(&self.address).await;
    }

    /// Sends SIGKILL, and waits until it has ended.
    pub(crate) async fn kill(&mut self) {
        self.child.take().unwrap().kill().await.unwrap();
    }

    pub(crate) fn signal(&self, name: &str) {
        support::signal(self.child.as_ref().unwrap(), name);
    }

    /// Sends commands, and waits for the response to the last one, which is `OK`.
    pub(crate) async fn run(&self, commands: &[String]) {
        let mut wire = TcpStream::connect(&self.address).await.unwrap();
        let text = commands.join("\r\n") + "\r\n";
        let mut response = vec![0; commands.len() * "+OK\r\n".len()];
        wire.write_all(text.as_bytes()).await.unwrap();
        soon("the response of Redis", wire.read_exact(&mut response))
            .await
            .unwrap();
        assert!(response.ends_with(b"+OK\r\n"));
    }
}

/// A folder that is removed when it is dropped.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!(
            "concentric-fleet-{}-{}",
            std::process::id(),
            COUNT.fetch_add(1, Relaxed)
        );
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Returns an address on loopback whose port is free.
fn free_address() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().to_string()
}

async fn until_connected(address: &str) {
    soon("a server", async {
        while TcpStream::connect(address).await.is_err() {
            sleep(Duration::from_millis(10)).await;
        }
    })
    .await;
}
