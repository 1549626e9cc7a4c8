//! Builds the applications and measures them.

use std::{
    path::Path,
    process::{Command, Stdio},
};

use anyhow::{Result, ensure};
use serde::de::DeserializeOwned;

use super::Measured;
use crate::{
    places::{cargo, scratch, source, succeed},
    valgrind::total,
};

/// The number of requests that callgrind counts. All cost the same, apart from the allocator's work.
const CALLS: usize = 100;

pub(super) fn all() -> Result<Vec<Measured>> {
    build()?;
    // This fails if the replies differ.
    let mut measured: Vec<Measured> = output(&mut program("count")?)?;
    let times: Vec<f64> = output(program("call")?.arg("time"))?;
    ensure!(times.len() == measured.len(), "not all have been timed");
    for (case, (one, time)) in measured.iter_mut().zip(times).enumerate() {
        one.time = time;
        one.instructions = instructions(case)?;
        eprintln!(
            "{}, {} of {}: {:.0} instructions",
            one.contender, one.count, one.group, one.instructions
        );
    }
    Ok(measured)
}

fn build() -> Result<()> {
    let arguments = [
        "build",
        "--profile=requests",
        "--package=concentric-requests",
    ];
    succeed(cargo().current_dir(source(".")).args(arguments))
}

fn program(name: &str) -> Result<Command> {
    Ok(Command::new(scratch("requests")?.join(name)))
}

/// Runs a program and parses the JSON that it prints.
fn output<T: DeserializeOwned>(command: &mut Command) -> Result<T> {
    let output = command.stderr(Stdio::inherit()).output()?;
    ensure!(output.status.success(), "{command:?} has failed");
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// Counts the instructions from the call of an application to the drop of its response.
fn instructions(case: usize) -> Result<f64> {
    Ok(total(&callgrind(case, None)?)? / CALLS as f64)
}

/// Counts the same with another allocator than the system's.
pub(super) fn instructions_with(case: usize, allocator: &Path) -> Result<f64> {
    Ok(total(&callgrind(case, Some(allocator))?)? / CALLS as f64)
}

/// Runs an application under callgrind and returns its output.
pub(super) fn callgrind(case: usize, allocator: Option<&Path>) -> Result<String> {
    let file = scratch("callgrind")?.join("out");
    let mut valgrind = Command::new("valgrind");
    if let Some(allocator) = allocator {
        valgrind.env("LD_PRELOAD", allocator);
    }
    valgrind
        .arg("--tool=callgrind")
        .arg("--toggle-collect=*measured_call*")
        .arg(format!("--callgrind-out-file={}", file.display()))
        .arg(scratch("requests")?.join("call"))
        .args(["one", &case.to_string(), &CALLS.to_string()]);
    succeed(&mut valgrind)?;
    Ok(std::fs::read_to_string(file)?)
}

pub(super) fn per_request(cost: u64) -> f64 {
    cost as f64 / CALLS as f64
}
