//! Runs `wrk`, which creates the load and measures it.

use std::{
    borrow::Cow,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use serde::{Deserialize, Serialize};

use crate::{
    places::{children_processor_time, source},
    server::{self, Server},
};

/// The headers of every request: an allowed origin and a valid token.
pub(super) const HEADERS: [(&str, &str); 2] = [
    ("Origin", "http://localhost:8080"),
    ("Authorization", "Bearer valid_token"),
];

/// A path and the number of connections, each of which sends requests without a pause.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Load {
    pub(crate) path: Cow<'static, str>,
    pub(crate) connections: usize,
}

/// A measurement: requests per second, and times in microseconds.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Sample {
    pub(crate) per_second: f64,
    /// The server's processor time per request, which other load on the machine changes least.
    pub(crate) processor: f64,
    /// The number of processors that were busy with other programs.
    pub(super) others: f64,
    pub(super) p50: f64,
    pub(super) p99: f64,
    pub(super) p999: f64,
}

/// The output of `report.lua`.
#[derive(Deserialize)]
struct Printed {
    requests: f64,
    microseconds: f64,
    p50: f64,
    p99: f64,
    p999: f64,
    errors: u64,
}

pub(super) fn find_wrk() -> Result<()> {
    let found = Command::new("wrk").arg("-v").stdout(Stdio::null()).spawn();
    match found {
        Ok(mut child) => {
            child.wait()?;
            Ok(())
        }
        Err(_) => bail!("`wrk` is missing: install it, on Debian with `apt-get install wrk`"),
    }
}

impl Load {
    pub(crate) fn run(&self, server: &Server, time: Duration, pinned: bool) -> Result<Sample> {
        let mut command = server::on_processor(0, "wrk".as_ref(), pinned);
        command
            .args(["--threads", "1"])
            .args(["--connections", &self.connections.to_string()])
            .args(["--duration", &format!("{}s", time.as_secs())])
            .arg("--script")
            .arg(source("socket/report.lua"));
        for (name, value) in HEADERS {
            command.args(["--header", &format!("{name}: {value}")]);
        }
        command.arg(format!("http://127.0.0.1:{}{}", server.port(), self.path));
        let (before, client_before) = (server.processor_time()?, children_processor_time()?);
        let (all_before, started) = (server::all_processor_time()?, Instant::now());
        let output = command.output().context("wrk cannot be started")?;
        let spent = server.processor_time()? - before;
        let all = (server::all_processor_time()? - all_before).as_secs_f64();
        let client = children_processor_time()? - client_before;
        let others = (all - spent.as_secs_f64() - client) / started.elapsed().as_secs_f64();
        let text = String::from_utf8_lossy(&output.stdout);
        let line = text.lines().find(|line| line.starts_with('{'));
        let printed: Printed = serde_json::from_str(line.with_context(|| text.to_string())?)?;
        ensure!(
            printed.errors == 0,
            "{} of wrk's requests failed",
            printed.errors
        );
        Ok(Sample {
            per_second: printed.requests / (printed.microseconds / 1e6),
            processor: spent.as_secs_f64() * 1e6 / printed.requests,
            others: others.max(0.0),
            p50: printed.p50,
            p99: printed.p99,
            p999: printed.p999,
        })
    }
}
