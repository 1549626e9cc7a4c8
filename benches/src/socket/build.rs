//! Builds the Rust servers, and installs the Python packages.

use std::{fs, path::PathBuf, process::Command};

use anyhow::Result;
use serde::{Deserialize, Serialize};

use crate::places::{cargo, first_line, scratch, source, succeed};

/// The log output of a server.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) enum Logging {
    /// One line per request, to `/dev/null`.
    Line,
    /// Nothing.
    Off,
}

/// The programs, and the feature that they require.
const PROGRAMS: [(Option<&str>, &[&str]); 6] = [
    (None, &["bare", "quickstart", "one_layer", "from_fn"]),
    (Some("hyper"), &["hyper"]),
    (Some("actix"), &["actix"]),
    (Some("poem"), &["poem"]),
    (Some("salvo"), &["salvo"]),
    (Some("xitca"), &["xitca"]),
];

/// Builds the Rust servers, and copies them to a separate directory for each kind of logging.
pub(super) fn programs(logging: Logging) -> Result<PathBuf> {
    let target = scratch("socket/cargo")?;
    let (programs, quiet) = match logging {
        Logging::Line => (scratch("socket/line")?, None),
        Logging::Off => (scratch("socket/off")?, Some("quiet")),
    };
    // One after another: a feature that a framework enables in a shared dependency must not change the others.
    for (feature, names) in PROGRAMS {
        eprintln!("building {}", names.join(", "));
        let mut command = cargo();
        command
            .args(["build", "--release", "--package=concentric-benches-socket"])
            .arg("--manifest-path")
            .arg(source("Cargo.toml"))
            .arg("--target-dir")
            .arg(&target);
        for feature in feature.into_iter().chain(quiet) {
            command.args(["--features", feature]);
        }
        for name in names {
            command.args(["--bin", name]);
        }
        succeed(&mut command)?;
        for name in names {
            fs::copy(target.join("release").join(name), programs.join(name))?;
        }
    }
    Ok(programs)
}

/// Installs the Python packages if they are missing, and returns the directory of their programs.
pub(super) fn install() -> Result<PathBuf> {
    let venv = scratch("socket/venv")?;
    let requirements = source("socket/python/requirements.txt");
    let installed = venv.join("requirements.txt");
    let programs = venv.join("bin");
    if fs::read(&installed).ok() != Some(fs::read(&requirements)?) {
        eprintln!("installing the Python packages");
        succeed(Command::new("python3").args(["-m", "venv"]).arg(&venv))?;
        let mut pip = Command::new(programs.join("pip"));
        succeed(pip.args(["install", "--quiet", "-r"]).arg(&requirements))?;
        fs::copy(&requirements, &installed)?;
    }
    Ok(programs)
}

/// Returns the programs and their versions.
pub(super) fn versions() -> Result<Vec<String>> {
    let python = scratch("socket/venv")?.join("bin/python");
    let wrk = first_line(Command::new("wrk").arg("-v"))?;
    let wrk = wrk
        .split(" Copyright")
        .next()
        .unwrap_or_default()
        .to_owned();
    let mut versions = vec![wrk, first_line(Command::new(python).arg("-V"))?];
    let requirements = fs::read_to_string(source("socket/python/requirements.txt"))?;
    let shown = ["fastapi", "httptools", "starlette", "uvicorn", "uvloop"];
    versions.extend(requirements.lines().filter_map(|line| {
        let (name, version) = line.split_once("==")?;
        shown.contains(&name).then(|| format!("{name} {version}"))
    }));
    Ok(versions)
}
