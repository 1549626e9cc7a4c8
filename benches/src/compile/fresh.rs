//! Measures what this crate adds to a clean build of an axum project.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};

use super::{apps::concentric, cost::Cost};
use crate::places::{cargo, scratch, source};

/// A clean build of a project.
#[derive(Serialize, Deserialize)]
pub(super) struct Fresh {
    /// `cargo build`.
    pub(super) cost: Cost,
    /// The compiled crates, including the project itself.
    pub(super) crates: Vec<String>,
}

/// The dependencies from the README, without this crate.
const MANIFEST: &str = r#"[package]
name = "fresh"
version = "0.0.0"
edition = "2024"

[workspace]

[dependencies]
axum = "0.8"
serde = { version = "1", features = ["derive"] }
tokio = { version = "1", features = ["macros", "net", "rt-multi-thread"] }
tower-http = { version = "0.7", features = ["cors", "fs", "trace"] }
tracing = "0.1"
"#;

/// Builds the project without this crate, and with it.
pub(super) fn builds() -> Result<[Fresh; 2]> {
    Ok([build("without", "")?, build("with", &concentric())?])
}

fn build(name: &str, dependency: &str) -> Result<Fresh> {
    let directory = scratch(&format!("compile/fresh/{name}"))?;
    fs::create_dir_all(directory.join("src"))?;
    fs::write(directory.join("src/main.rs"), "fn main() {}\n")?;
    fs::write(
        directory.join("Cargo.toml"),
        format!("{MANIFEST}{dependency}"),
    )?;
    fs::copy(source("../Cargo.lock"), directory.join("Cargo.lock"))?;
    let target = directory.join("target");
    if target.exists() {
        fs::remove_dir_all(&target)?;
    }

    eprintln!("a new project, {name}");
    let mut tree = cargo();
    tree.current_dir(&directory)
        .args(["tree", "--prefix", "none", "--edges", "normal,build"]);
    let output = tree.output()?;
    ensure!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout)?;
    let mut crates: Vec<_> = text.lines().filter_map(crate_of).collect();
    crates.sort_unstable();
    crates.dedup();

    let mut command = cargo();
    command
        .current_dir(&directory)
        .arg("build")
        .arg("--target-dir")
        .arg(&target);
    let cost = Cost::of(&mut command)?.context("the build takes too long")?;
    Ok(Fresh { cost, crates })
}

/// Returns the name and the version of a crate from a line of `cargo tree`.
fn crate_of(line: &str) -> Option<String> {
    let mut words = line.split(' ');
    Some(format!("{} {}", words.next()?, words.next()?))
}
