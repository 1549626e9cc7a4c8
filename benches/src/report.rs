//! Writes the report: `RESULTS.md`, from the stored results.

use std::{fmt::Write, fs, process::Command};

use anyhow::Result;
use serde_json::Value;

use crate::{
    compile, growth,
    places::{first_line, measured_commit, read_results, source},
    requests::{self, FROM_FN, LIMIT, OURS, OWN_LIMIT, Results},
    socket,
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
        ("kernel", run("uname", &["-sr"])?),
        ("rustc", run("rustc", &["--version"])?),
        ("valgrind", run("valgrind", &["--version"])?),
        ("commit, a request", measured_commit("requests.json")?),
        ("commit, over a socket", measured_commit("socket.json")?),
        ("commit, compile time", measured_commit("compile.json")?),
        (
            "commit, growth",
            measured_commit("growth.json").unwrap_or_default(),
        ),
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
    let results: Results = read_results("requests.json")?;
    let mut text = String::from(
        "## The budget\n\n| metric | budget | measured | |\n| --- | --- | --- | --- |\n",
    );
    let mut row = |what: &str, budget: &str, measured: String, is_met: bool| {
        let met = if is_met { "met" } else { "**not met**" };
        writeln!(text, "| {what} | {budget} | {measured} | {met} |")
    };
    let allocations = |group, contender, count| -> Result<u64> {
        Ok(results.find(group, contender, count)?.allocations)
    };
    for (group, handler) in [
        ("pass", "without arguments"),
        ("context", "that extracts the state"),
    ] {
        let (ours, axum) = (
            allocations(group, OURS, 0)?,
            allocations(group, FROM_FN, 0)?,
        );
        row(
            &format!(
                "allocations per request, `app!` without middleware, compared with the same route in bare axum; a handler {handler}"
            ),
            "equal",
            format!("{ours} and {axum}"),
            ours == axum,
        )?;
    }
    let added = allocations("pass", OURS, 10)?.saturating_sub(allocations("pass", OURS, 0)?);
    row(
        "allocations added by ten middleware that pass through",
        "0",
        added.to_string(),
        added == 0,
    )?;
    for (group, work) in [
        ("pass", "pass through"),
        ("headers", "read and set headers"),
        ("context", "extract state and provide a value"),
    ] {
        let ratio = |contender| -> Result<f64> {
            let [ours, other] = [OURS, contender].map(|name| results.find(group, name, 10));
            Ok(ours?.instructions / other?.instructions)
        };
        let (limit, own) = (ratio(LIMIT)?, ratio(OWN_LIMIT)?);
        let jemalloc = |contender| {
            let mut profiles = results.profiles.iter();
            let found = profiles.find(|one| one.group == group && one.contender == contender)?;
            found.jemalloc
        };
        let jemalloc = jemalloc(OURS).zip(jemalloc(LIMIT));
        let jemalloc = jemalloc.map_or_else(String::new, |(ours, limit)| {
            format!("with jemalloc {:.2} ×; ", ours / limit)
        });
        row(
            &format!(
                "instructions per request, ten middleware that {work}, compared with one hand-written layer that does the work of all ten"
            ),
            "at most 1.10 ×",
            format!("{limit:.2} × ({jemalloc}compared with one such `#[middleware]` {own:.2} ×)"),
            limit <= 1.10,
        )?;
        let ratio = ratio(FROM_FN)?;
        row(
            "the same, compared with ten `from_fn` in one `ServiceBuilder`",
            "at most 0.55 ×",
            format!("{ratio:.2} ×"),
            ratio <= 0.55,
        )?;
    }
    for (what, budget, measured, is_met) in socket::budget()? {
        row(&what, budget, measured, is_met)?;
    }
    if let Some((check, expansion)) = compile_time() {
        row(
            "`cargo check` of 100 routes and 20 middleware, compared with the same application in plain axum",
            "at most 1.0 ×",
            format!("{check:.2} ×"),
            check <= 1.0,
        )?;
        row(
            "expansion of an `app!` with 500 routes, in a release build of the macro",
            "below 0.5 s",
            format!("{:.3} s", expansion / 1e3),
            expansion < 500.0,
        )?;
    }
    text.push('\n');
    Ok(text)
}

/// Returns the ratio of `cargo check` and the milliseconds of the expansion, if they were measured.
fn compile_time() -> Option<(f64, f64)> {
    let results: Value = read_results("compile.json").ok()?;
    let check = |style: &str| {
        let apps = results["apps"].as_array()?;
        let app = apps.iter().find(|app| {
            app["style"] == style && app["size"]["routes"] == 100 && app["size"]["middleware"] == 20
        })?;
        let costs = app["costs"].as_array()?;
        let check = costs.iter().find(|cost| cost[0] == "Check")?;
        check[1]["processor"].as_f64()
    };
    let expansions = results["expansions"].as_array()?;
    let largest = expansions
        .iter()
        .filter(|one| one["size"]["routes"] == 500)
        .filter_map(|one| one["release"].as_f64())
        .fold(0.0, f64::max);
    Some((check("Concentric")? / check("Axum")?, largest))
}
