//! Runs `wrk` beside the idle connections.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::{
    places::source,
    server::{self, Server},
};

const CONNECTIONS: usize = 64;

/// A measurement of a server under load.
pub(super) struct Sample {
    /// Microseconds of the server's processor time for each request.
    pub(super) processor: f64,
    pub(super) per_second: f64,
}

/// The output of `report.lua`.
#[derive(Deserialize)]
struct Printed {
    requests: f64,
    microseconds: f64,
    errors: u64,
}

pub(super) fn run(server: &Server, path: &str, time: Duration, pinned: bool) -> Result<Sample> {
    let mut command = server::on_processor(0, "wrk".as_ref(), pinned);
    command
        .args(["--threads", "1"])
        .args(["--connections", &CONNECTIONS.to_string()])
        .args(["--duration", &format!("{}s", time.as_secs())])
        .arg("--script")
        .arg(source("socket/report.lua"))
        .arg(format!("http://127.0.0.1:{}{path}", server.port()));
    let before = server.processor_time()?;
    let output = command.output().context("wrk cannot be started")?;
    let spent = server.processor_time()? - before;
    let text = String::from_utf8_lossy(&output.stdout);
    let line = text.lines().find(|line| line.starts_with('{'));
    let printed: Printed = serde_json::from_str(line.with_context(|| text.to_string())?)?;
    ensure!(
        printed.errors == 0,
        "{} of wrk's requests failed",
        printed.errors
    );
    Ok(Sample {
        processor: spent.as_secs_f64() * 1e6 / printed.requests,
        per_second: printed.requests / (printed.microseconds / 1e6),
    })
}
