//! Writes the report: `RESULTS.md`, from the stored results.

use std::{fmt::Write, fs, process::Command};

use anyhow::Result;

use crate::{
    compile, growth,
    places::{first_line, measured_commit, source},
    requests, socket,
};

/// Writes the report and the plots.
pub(crate) fn write() -> Result<()> {
    let mut text = String::from(
        "# Results\n\n`cargo run --release` in this directory generates this file. \
         [README.md](README.md) explains how to run it.\n\n",
    );
    text.push_str(&setting()?);
    text.push_str(&budget()?);
    text.push_str(&requests::section()?);
    text.push('\n');
    text.push_str(&socket::section()?);
    text.push('\n');
    text.push_str(&compile::section()?);
    text.push('\n');
    text.push_str(&growth::section()?);
    fs::write(source("RESULTS.md"), text.trim_end().to_owned() + "\n")?;
    fs::create_dir_all(source("plots"))?;
    let plots = [requests::plots()?, socket::plots()?, growth::plots()?];
    for (name, svg) in plots.into_iter().flatten() {
        fs::write(source("plots").join(name), svg)?;
    }
    Ok(())
}

/// Describes the machine and the versions.
fn setting() -> Result<String> {
    let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let field = |text: &str, name: &str| {
        let line = text.lines().find(|line| line.starts_with(name));
        let value = line.and_then(|line| line.split_once(':'));
        value.map_or_else(String::new, |(_, value)| value.trim().to_owned())
    };
    let processors = std::thread::available_parallelism()?;
    let run = |program: &str, arguments: &[&str]| {
        first_line(
            Command::new(program)
                .args(arguments)
                .current_dir(source(".")),
        )
    };
    let mut text = String::from("| | |\n| --- | --- |\n");
    let rows = [
        ("processor", field(&read("/proc/cpuinfo"), "model name")),
        ("processors", processors.to_string()),
        ("memory", field(&read("/proc/meminfo"), "MemTotal")),
        // Without what a distribution or a virtual machine adds.
        ("kernel", until_hyphen(&run("uname", &["-sr"])?)),
        ("rustc", run("rustc", &["--version"])?),
        ("valgrind", run("valgrind", &["--version"])?),
        ("commit, a request", measured_commit("requests.json")?),
        ("commit, over a socket", measured_commit("socket.json")?),
        ("commit, compile time", measured_commit("compile.json")?),
        ("commit, growth", measured_commit("growth.json")?),
    ];
    for (name, value) in rows {
        writeln!(text, "| {name} | {value} |")?;
    }
    for name in [
        "axum",
        "tower",
        "tower-http",
        "actix-web",
        "poem",
        "salvo",
        "xitca-web",
        "tokio",
        "hyper",
    ] {
        writeln!(text, "| {name} | {} |", locked(name)?)?;
    }
    text.push('\n');
    Ok(text)
}

fn until_hyphen(text: &str) -> String {
    text.split('-').next().unwrap_or_default().to_owned()
}

/// Returns the version of a crate in the lock file.
fn locked(name: &str) -> Result<String> {
    let lock = fs::read_to_string(source("Cargo.lock"))?;
    let entry = format!("name = \"{name}\"\nversion = \"");
    let versions = lock.match_indices(&entry).map(|(at, _)| {
        let rest = &lock[at + entry.len()..];
        rest.split('"').next().unwrap_or_default()
    });
    Ok(versions.collect::<Vec<_>>().join(", "))
}

/// Compares the budget of the design with the measurements.
fn budget() -> Result<String> {
    let mut text = String::from(
        "## The budget\n\n| metric | budget | measured | |\n| --- | --- | --- | --- |\n",
    );
    let rows = [requests::budget()?, socket::budget()?, compile::budget()?];
    for row in rows.iter().flatten() {
        let met = if row.is_met {
            "met".to_owned()
        } else {
            format!("[**not met**](#{})", row.causes)
        };
        writeln!(
            text,
            "| {} | {} | {} | {met} |",
            row.metric, row.budget, row.measured
        )?;
    }
    text.push('\n');
    Ok(text)
}
