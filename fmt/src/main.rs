//! Formats the bodies of `app!`, like `rustfmt`.

use std::{path::PathBuf, process::ExitCode};

use concentric_fmt::{Formatter, Options};
use lexopt::prelude::*;

const HELP: &str = "\
Formats the bodies of `app!` in Rust files, and leaves all else to rustfmt.

Usage: concentric-fmt [OPTIONS] [FILE]...

Without a file, it formats stdin to stdout.

Options:
    --check            Prints the differences, and exits with 1 if there are any
    --edition EDITION  The edition of Rust: 2018, 2021 or 2024 [default: of the package]
    --rustfmt          Also formats all else, with rustfmt
-h, --help             Prints this help
-V, --version          Prints the version
";

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("concentric-fmt: {error}\nTry `concentric-fmt --help`.");
            ExitCode::FAILURE
        }
    }
}

/// Returns whether there was nothing to report.
fn run() -> Result<bool, lexopt::Error> {
    let mut options = Options::default();
    let mut edition = None;
    let mut files: Vec<PathBuf> = Vec::new();
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("check") => options.check = true,
            Long("edition") => edition = Some(arguments.value()?.string()?),
            Long("rustfmt") => options.rustfmt = true,
            Long("help") | Short('h') => {
                print!("{HELP}");
                return Ok(true);
            }
            Long("version") | Short('V') => {
                println!("concentric-fmt {}", env!("CARGO_PKG_VERSION"));
                return Ok(true);
            }
            Value(file) => files.push(file.into()),
            _ => return Err(argument.unexpected()),
        }
    }
    let mut formatter = Formatter::new(options);
    if files.is_empty() {
        formatter.stdin(edition.as_deref());
    }
    for file in files {
        formatter.file(file, edition.as_deref());
    }
    Ok(formatter.is_clean())
}
