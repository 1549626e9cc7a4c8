//! Writes the report: `RESULTS.md`, from the stored results.

use std::{
    fmt::{self, Write},
    fs,
    process::Command,
};

use anyhow::Result;

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

/// Other rows of the budget: the metric, the most that it may be, the group and the number of middleware, and the
/// contenders that are compared.
const OTHERS: [(&str, f64, &str, usize, [&str; 2]); 4] = [
    (
        "ten layers of tower-http, compared with one `ServiceBuilder` in plain axum",
        1.03,
        "tower-http",
        10,
        [OURS, "one ServiceBuilder"],
    ),
    (
        "an error that ten middleware `try_run`, compared with one that passes ten",
        1.3,
        "error",
        10,
        ["app!, each with try_run", OURS],
    ),
    (
        "a route in a part, compared with the same written in place",
        1.0,
        "parts",
        4,
        ["app!, in parts", OURS],
    ),
    (
        "a plain path to a guarded catch-all, compared with an unguarded one",
        1.05,
        "guard",
        0,
        ["app!, beside two scopes", OURS],
    ),
];

/// The anchor of the section about the cost that remains, of which a request, the socket and the compile time have one each.
const CAUSES: &str = "where-the-remaining-cost-comes-from";

/// Compares the budget of the design with the measurements.
fn budget() -> Result<String> {
    let results: Results = read_results("requests.json")?;
    let mut text = String::from(
        "## The budget\n\n| metric | budget | measured | |\n| --- | --- | --- | --- |\n",
    );
    let mut row = |what: &str, budget: &str, measured: String, is_met: bool| {
        write_row(&mut text, CAUSES, [what, budget, &measured], is_met)
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
            "at most 0.40 ×",
            format!("{ratio:.2} ×"),
            ratio <= 0.40,
        )?;
    }
    for (what, most, group, count, [contender, other]) in OTHERS {
        let [contender, other] = [contender, other].map(|name| results.find(group, name, count));
        let ratio = contender?.instructions / other?.instructions;
        row(
            &format!("instructions per request, {what}"),
            &format!("at most {most:.2} ×"),
            format!("{ratio:.2} ×"),
            ratio <= most,
        )?;
    }
    let cors = |contender| -> Result<f64> { Ok(results.find("ready", contender, 1)?.instructions) };
    let cors = cors("`Cors`")? - cors(OURS)?;
    row(
        "instructions that `Cors` adds to a simple request of an allowed origin",
        "at most 1500",
        format!("{cors:.0}"),
        cors <= 1500.0,
    )?;
    for (number, rows) in [socket::budget()?, compile::budget()?].iter().enumerate() {
        let causes = format!("{CAUSES}-{}", number + 1);
        for row in rows {
            let cells = [&*row.metric, &row.budget, &row.measured];
            write_row(&mut text, &causes, cells, row.is_met)?;
        }
    }
    text.push('\n');
    Ok(text)
}

/// Writes a row of the budget. One that is not met links to the causes.
fn write_row(text: &mut String, causes: &str, cells: [&str; 3], is_met: bool) -> fmt::Result {
    let met = if is_met {
        "met".to_owned()
    } else {
        format!("[**not met**](#{causes})")
    };
    writeln!(text, "| {} | {met} |", cells.join(" | "))
}
