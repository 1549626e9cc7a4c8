//! Formats the bodies of `app!` in a workspace, like `cargo fmt --all`.

use std::{
    collections::HashSet,
    env,
    ffi::OsString,
    io,
    process::{Command, ExitCode, Stdio},
};

use concentric_fmt::{Formatter, Options, files_of};
use lexopt::prelude::*;
use serde_json::Value as Json;

const HELP: &str = "\
Formats the bodies of `app!` in all packages of the workspace.

Usage: cargo concentric-fmt [OPTIONS]

Options:
    --check               Prints the differences, and exits with 1 if there are any
    --manifest-path PATH  The manifest of the workspace, or of one of its packages
-p, --package PACKAGE     Only this package; can be given several times
-h, --help                Prints this help
-V, --version             Prints the version
";

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("cargo concentric-fmt: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Returns whether there was nothing to report.
fn run() -> Result<bool, Box<dyn std::error::Error>> {
    let mut options = Options::default();
    let mut manifest: Option<OsString> = None;
    let mut packages: Vec<String> = Vec::new();
    // cargo passes the name of the command first.
    let arguments = env::args_os().skip(1);
    let mut arguments =
        lexopt::Parser::from_args(arguments.skip_while(|first| first == "concentric-fmt"));
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("check") => options.check = true,
            Long("manifest-path") => manifest = Some(arguments.value()?),
            Long("package") | Short('p') => packages.push(arguments.value()?.string()?),
            Long("help") | Short('h') => {
                print!("{HELP}");
                return Ok(true);
            }
            Long("version") | Short('V') => {
                println!("cargo-concentric-fmt {}", env!("CARGO_PKG_VERSION"));
                return Ok(true);
            }
            _ => return Err(argument.unexpected().into()),
        }
    }
    let mut formatter = Formatter::new(options);
    // Several targets can have the same module.
    let mut seen = HashSet::new();
    for (root, edition) in targets(manifest, &packages)? {
        for file in files_of(root) {
            if seen.insert(file.canonicalize()?) {
                formatter.file(file, Some(&edition));
            }
        }
    }
    Ok(formatter.is_clean())
}

/// Returns the root files of all targets, with their editions.
fn targets(manifest: Option<OsString>, packages: &[String]) -> io::Result<Vec<(String, String)>> {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["metadata", "--no-deps", "--format-version", "1"]);
    if let Some(manifest) = manifest {
        cargo.arg("--manifest-path").arg(manifest);
    }
    let output = cargo.stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        return Err(io::Error::other("`cargo metadata` failed"));
    }
    let metadata: Json = serde_json::from_slice(&output.stdout)?;
    let list = |value: &Json| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Json| value.as_str().unwrap_or_default().to_owned();
    let all = list(&metadata["packages"]);
    let named = |name: &String| all.iter().any(|package| text(&package["name"]) == *name);
    if let Some(unknown) = packages.iter().find(|name| !named(name)) {
        return Err(io::Error::other(format!(
            "no package `{unknown}` in the workspace"
        )));
    }
    let chosen = all
        .iter()
        .filter(|package| packages.is_empty() || packages.contains(&text(&package["name"])));
    let targets = chosen.flat_map(|package| list(&package["targets"]));
    Ok(targets
        .map(|target| (text(&target["src_path"]), text(&target["edition"])))
        .collect())
}
