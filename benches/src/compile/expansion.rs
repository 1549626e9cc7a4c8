//! Measures the macro itself, outside of rustc.

use std::{fs, process::Command};

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};

use super::{apps::SIZES, generate::Size};
use crate::places::{cargo, scratch, source, succeed};

/// The time that the expansion of an `app!` takes.
#[derive(Serialize, Deserialize)]
pub(super) struct Expansion {
    pub(super) size: Size,
    /// Milliseconds, in a release build of the macro.
    pub(super) release: f64,
    /// The same in a debug build of the macro, as in a user's debug build.
    pub(super) debug: f64,
    /// The number of generated tokens.
    pub(super) tokens: usize,
}

pub(super) fn expansions() -> Result<Vec<Expansion>> {
    let target = scratch("compile/expansion")?;
    for profile in ["release", "dev"] {
        let mut build = cargo();
        build
            .args(["build", "--package", "concentric-benches-expansion"])
            .args(["--profile", profile])
            .arg("--manifest-path")
            .arg(source("Cargo.toml"))
            .arg("--target-dir")
            .arg(&target);
        eprintln!("building the macro: {profile}");
        succeed(&mut build)?;
    }
    let mut expansions = Vec::new();
    for size in SIZES {
        let input = target.join("app.txt");
        fs::write(&input, size.app()?)?;
        let of = |profile: &str| {
            let program = target.join(profile).join("concentric-benches-expansion");
            best(Command::new(program).arg(&input))
        };
        let ((release, tokens), (debug, _)) = (of("release")?, of("debug")?);
        expansions.push(Expansion {
            size,
            release,
            debug,
            tokens,
        });
    }
    Ok(expansions)
}

/// Returns the shortest time that the program prints, and the number of tokens.
fn best(command: &mut Command) -> Result<(f64, usize)> {
    let output = command.output()?;
    ensure!(output.status.success(), "{command:?} failed");
    let text = String::from_utf8(output.stdout)?;
    let mut best = None;
    for line in text.lines() {
        let (time, tokens) = line
            .split_once(' ')
            .context("not what the program prints")?;
        let (time, tokens): (f64, usize) = (time.parse()?, tokens.parse()?);
        best = match best {
            Some((least, _)) if least <= time => best,
            _ => Some((time, tokens)),
        };
    }
    best.context("the program prints nothing")
}
