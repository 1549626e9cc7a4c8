//! Measures the memory of idle connections, and requests beside them.

use std::{
    io::{Read, Write},
    net::{Ipv4Addr, TcpStream},
    process::Command,
    time::Duration,
};

use anyhow::{Result, ensure};
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use serde::{Deserialize, Serialize};

use crate::{
    places::scratch,
    server::{self, Server},
    socket::Load,
};

/// The numbers of routes, and of idle connections between which memory is compared.
const CASES: [(usize, usize, usize); 2] = [(10, 1_000, 10_000), (1_000, 100, 1_000)];

/// The path of a route that all applications have.
const PATH: &str = "/part-0/item-5/7";

/// How long each load lasts.
const TIME: Duration = Duration::from_secs(2);

/// The files that a process has open apart from its connections.
const OTHER_FILES: usize = 200;

/// A server and its idle connections.
#[derive(Serialize, Deserialize)]
pub(super) struct Idle {
    pub(super) server: String,
    pub(super) routes: usize,
    /// The number of idle connections during the load.
    pub(super) connections: usize,
    /// KiB for each idle connection.
    pub(super) memory: f64,
    /// Microseconds of processor time for each request, without and with the idle connections.
    pub(super) processor: [f64; 2],
    /// Requests per second, without and with the idle connections.
    pub(super) per_second: [f64; 2],
}

pub(super) fn all() -> Result<Vec<Idle>> {
    let (_, most) = getrlimit(Resource::RLIMIT_NOFILE)?;
    setrlimit(Resource::RLIMIT_NOFILE, most, most)?;
    let room = usize::try_from(most)?.saturating_sub(OTHER_FILES);
    let mut measured = Vec::new();
    for (routes, few, many) in CASES {
        for (server, form) in [("axum::serve", "axum"), ("concentric::serve", "flat")] {
            let one = measure(server, form, routes, few, many.min(room))?;
            eprintln!(
                "{server}, {routes} routes: {:.2} KiB for a connection",
                one.memory
            );
            measured.push(one);
        }
    }
    Ok(measured)
}

fn measure(name: &str, form: &str, routes: usize, few: usize, many: usize) -> Result<Idle> {
    ensure!(few < many, "the limit of open files is too low");
    let port = server::free_port()?;
    let pinned = server::can_pin(std::thread::available_parallelism()?.get());
    let program = scratch("release")?.join("growth_serve");
    let mut command: Command = server::on_processor(1, program.as_os_str(), pinned);
    command
        .args([form, &routes.to_string()])
        .env("ADDRESS", format!("127.0.0.1:{port}"))
        .env("TOKIO_WORKER_THREADS", "1");
    let server = Server::start(command, port)?;
    let load = Load {
        path: PATH.into(),
        connections: 64,
    };
    let alone = load.run(&server, TIME, pinned)?;
    let mut open = Vec::with_capacity(many);
    connect(&mut open, few, port)?;
    let before = server.memory()?.resident;
    connect(&mut open, many, port)?;
    let memory = (server.memory()?.resident - before) / (many - few) as f64;
    let beside = load.run(&server, TIME, pinned)?;
    drop(open);
    Ok(Idle {
        server: name.to_owned(),
        routes,
        connections: many,
        memory,
        processor: [alone.processor, beside.processor],
        per_second: [alone.per_second, beside.per_second],
    })
}

/// Opens connections until there are this many. Each has had one response.
fn connect(open: &mut Vec<TcpStream>, count: usize, port: u16) -> Result<()> {
    let request = format!("GET {PATH} HTTP/1.1\r\nhost: localhost\r\n\r\n");
    while open.len() < count {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        stream.write_all(request.as_bytes())?;
        let mut response = [0; 1024];
        let length = stream.read(&mut response)?;
        ensure!(
            response[..length].starts_with(b"HTTP/1.1 200"),
            "an unexpected response"
        );
        open.push(stream);
    }
    Ok(())
}
