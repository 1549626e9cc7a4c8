//! Measures how an application is built, and requests to it.

use std::{fs, process::Command};

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};

use crate::{
    places::{scratch, succeed},
    valgrind::total,
};

/// The number of requests that callgrind counts.
const CALLS: usize = 100;

/// One application, and what it costs.
#[derive(Serialize, Deserialize)]
pub(super) struct Routes {
    pub(super) form: String,
    pub(super) middleware: usize,
    pub(super) routes: usize,
    /// The bytes that it holds.
    pub(super) bytes: i64,
    /// Milliseconds to build it, the minimum of some rounds.
    pub(super) time: f64,
    /// Instructions to build it.
    #[serde(default)]
    pub(super) build: f64,
    /// Instructions of a request to a route, to an unmatched path, and with a wrong method.
    #[serde(default)]
    pub(super) requests: [f64; 3],
}

pub(super) fn all() -> Result<Vec<Routes>> {
    // This fails if a response has another status than expected.
    let mut command = Command::new(scratch("release")?.join("growth_count"));
    let output = command.output().context("growth_count cannot be started")?;
    let errors = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{errors}");
    let mut measured: Vec<Routes> = serde_json::from_slice(&output.stdout)?;
    for (app, one) in measured.iter_mut().enumerate() {
        one.build = instructions(app, "build")?;
        for (count, what) in one.requests.iter_mut().zip(["0", "1", "2"]) {
            *count = instructions(app, what)? / CALLS as f64;
        }
        eprintln!(
            "{}, {} routes, {} middleware: {:.0} instructions to build",
            one.form, one.routes, one.middleware, one.build
        );
    }
    Ok(measured)
}

/// Counts the instructions to build an application, or those of all requests of a kind.
fn instructions(app: usize, what: &str) -> Result<f64> {
    let file = scratch("callgrind")?.join("growth");
    let function = if what == "build" {
        "measured_build"
    } else {
        "measured_calls"
    };
    let mut valgrind = Command::new("valgrind");
    valgrind
        .arg("--tool=callgrind")
        .arg(format!("--toggle-collect=*{function}*"))
        .arg(format!("--callgrind-out-file={}", file.display()))
        .arg(scratch("release")?.join("growth_call"))
        .args([&app.to_string(), what, &CALLS.to_string()]);
    succeed(&mut valgrind)?;
    total(&fs::read_to_string(file)?)
}
