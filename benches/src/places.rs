//! Paths and helpers to run programs, shared by all measurements.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, ensure};
use nix::sys::{
    resource::{UsageWho, getrusage},
    time::TimeVal,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;

/// Returns the path of a file or directory of this crate.
pub(crate) fn source(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Creates a directory for build files in cargo's target directory.
pub(crate) fn scratch(path: &str) -> Result<PathBuf> {
    let program = env::current_exe()?;
    let target = program.ancestors().nth(2).context("no target directory")?;
    let directory = target.join(path);
    fs::create_dir_all(&directory)?;
    Ok(directory)
}

/// Returns a command for the cargo that runs this program.
pub(crate) fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a program to its end.
///
/// # Errors
///
/// If the program fails.
pub(crate) fn succeed(command: &mut Command) -> Result<()> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("{command:?} cannot be started"))?;
    let errors = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{command:?}\n{errors}");
    Ok(())
}

/// Returns the first line that a program prints.
pub(crate) fn first_line(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("{command:?} cannot be started"))?;
    let text = String::from_utf8_lossy(&output.stdout);
    Ok(text.lines().next().unwrap_or_default().trim().to_owned())
}

/// Results, and the commit that was measured.
#[derive(Serialize, Deserialize)]
struct Stored<T> {
    commit: String,
    #[serde(flatten)]
    results: T,
}

pub(crate) fn write_results(name: &str, results: &impl Serialize) -> Result<()> {
    let path = source("results").join(name);
    let git = &mut Command::new("git");
    let stored = Stored {
        commit: first_line(
            git.args(["describe", "--always", "--abbrev=12"])
                .current_dir(source(".")),
        )?,
        results,
    };
    fs::create_dir_all(source("results"))?;
    fs::write(&path, serde_json::to_string_pretty(&stored)? + "\n")?;
    eprintln!("wrote {}", path.display());
    Ok(())
}

pub(crate) fn read_results<T: DeserializeOwned>(name: &str) -> Result<T> {
    Ok(read_stored(name)?.results)
}

/// Returns the commit that was measured.
pub(crate) fn measured_commit(name: &str) -> Result<String> {
    Ok(read_stored::<Value>(name)?.commit)
}

fn read_stored<T: DeserializeOwned>(name: &str) -> Result<Stored<T>> {
    let path = source("results").join(name);
    let text = fs::read_to_string(&path).with_context(|| format!("no {}", path.display()))?;
    Ok(serde_json::from_str(&text)?)
}

/// Returns the processor time of all finished child processes, in seconds.
pub(crate) fn children_processor_time() -> Result<f64> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let seconds = |time: TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    Ok(seconds(usage.user_time()) + seconds(usage.system_time()))
}
