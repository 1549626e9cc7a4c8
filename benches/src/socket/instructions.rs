//! Counts the instructions of a request with callgrind, which runs the server.

use std::fs;

use anyhow::Result;

use super::{
    client,
    servers::{Contender, Kind},
};
use crate::{
    places::scratch,
    server::{self, Server},
    valgrind::total,
};

/// Returns the instructions of a request to this path, of all threads of the server.
///
/// The kernel's instructions are not counted.
pub(super) fn per_request(contender: &Contender, path: &str) -> Result<f64> {
    // The numbers of requests in two runs. What is not part of a request is the same in both.
    let (few, many) = match contender.kind {
        Kind::Bare | Kind::Rust => (200, 1200),
        // A request takes 10 to 100 times as many instructions.
        Kind::Python { .. } => (50, 250),
    };
    let more = of_run(contender, path, many)? - of_run(contender, path, few)?;
    Ok(more / f64::from(many - few))
}

/// Returns the instructions of a server from its start to its end.
fn of_run(contender: &Contender, path: &str, requests: u32) -> Result<f64> {
    let port = server::free_port()?;
    let file = scratch("callgrind")?.join("socket");
    // Without this, a server that writes nothing would have the result of the one before.
    if file.exists() {
        fs::remove_file(&file)?;
    }
    let server = Server::start(contender.under_callgrind(port, &file), port)?;
    client::send(port, path, requests)?;
    server.stop()?;
    total(&fs::read_to_string(file)?)
}
