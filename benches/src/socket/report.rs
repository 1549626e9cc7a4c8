//! Writes the section of the report about servers under load.

use std::fmt::Write;

use anyhow::{Context, Result};

use super::{
    Measured, Results,
    build::Logging,
    load::Load,
    servers::{QUICKSTART, is_python},
};
use crate::{
    places::read_results,
    plot::{Bar, Bars},
};

/// The file of the plot.
const PLOT: &str = "socket.svg";

/// Where the cost comes from.
const NOTES: &str = include_str!("notes.md");

/// Returns the section, from `results/socket.json`.
pub(crate) fn section() -> Result<String> {
    let results: Results = read_results("socket.json")?;
    let mut text = String::from("## Over a socket\n\n");
    let place = if results.pinned {
        "The server has one worker and one processor, and the client has another processor"
    } else {
        "The server has one worker, and the server and the client share all processors"
    };
    writeln!(
        text,
        "{}.\n\nAll servers but bare axum do the work of the quickstart: CORS, a log line, the handling of errors \
         and panics, and authentication. Each has the middleware of its framework where there is one. *One \
         hand-written layer for all* does the same work in plain axum. All servers return the \
         same responses, which is checked before each run. Every request has an allowed origin and a valid token. \
         The log lines go to `/dev/null`.\n\n\
         - **Processor time** is that of the server per request, in the program and in the kernel. {place}. The \
         contenders take turns in {} runs of {} s, and each figure is the best of the runs. On average, other \
         programs kept {:.1} of {} processors busy. Other load changes the processor time least, and the other \
         figures a lot.\n\
         - **Instructions** are counted by callgrind, without those of the kernel, for requests one after \
         another on one connection.\n\n\
         × is the multiple of the quickstart.\n",
        results.versions.join(", "),
        results.rounds,
        results.seconds,
        others(&results.measured),
        results.processors,
    )?;
    text.push_str(NOTES);
    writeln!(
        text,
        "### Cost of a request, with a log line\n\n![](plots/{PLOT})\n\n\
         The servers in Python are only in the table.\n"
    )?;
    let (rows, ours) = of_kind(&results, Logging::Line)?;
    costs(&mut text, &rows, ours)?;
    text.push_str("### Throughput, memory and latency, with a log line\n\n");
    throughput(&mut text, &rows, ours)?;
    latency(&mut text, &rows, ours)?;
    text.push_str("### Cost of a request, without log lines\n\n");
    let (rows, ours) = of_kind(&results, Logging::Off)?;
    costs(&mut text, &rows, ours)?;
    Ok(text)
}

/// Returns the plot: the file name and the SVG.
pub(crate) fn plots() -> Result<Vec<(String, String)>> {
    let results: Results = read_results("socket.json")?;
    let (rows, ours) = of_kind(&results, Logging::Line)?;
    let busy = |(load, _): &&(Load, _)| load.connections > 1;
    let rows = rows.iter().filter(|row| !is_python(&row.contender));
    let bars = Bars {
        title: "Processor time per request over a socket, in µs, with a log line".to_owned(),
        parts: ours
            .samples
            .iter()
            .filter(busy)
            .map(|(load, _)| load.path.to_string())
            .collect(),
        bars: rows
            .map(|row| Bar {
                name: row.contender.replace('`', ""),
                values: row
                    .samples
                    .iter()
                    .filter(busy)
                    .map(|(_, sample)| sample.processor)
                    .collect(),
            })
            .collect(),
    };
    Ok(vec![(PLOT.to_owned(), bars.svg())])
}

/// Returns the results with this kind of logging, and among them that of the quickstart.
pub(super) fn of_kind(results: &Results, logging: Logging) -> Result<(Vec<&Measured>, &Measured)> {
    let rows: Vec<_> = results
        .measured
        .iter()
        .filter(|measured| measured.logging == logging)
        .collect();
    let ours = rows.iter().find(|row| row.contender == QUICKSTART);
    let ours = ours.context("the quickstart was not measured")?;
    Ok((rows.clone(), ours))
}

fn others(measured: &[Measured]) -> f64 {
    let samples = measured.iter().flat_map(|measured| &measured.samples);
    let others: Vec<_> = samples.map(|(_, sample)| sample.others).collect();
    others.iter().sum::<f64>() / others.len() as f64
}

/// Writes the processor time and the instructions of each server.
fn costs(text: &mut String, rows: &[&Measured], ours: &Measured) -> Result<()> {
    let times = ours.samples.iter().map(|(load, _)| name(load));
    let counts = ours.instructions.iter();
    let counts = counts.map(|(path, _)| format!("`{path}`, instructions"));
    head(text, times.chain(counts))?;
    for row in rows {
        write!(text, "| {} |", row.contender)?;
        for ((_, own), (_, ours)) in row.samples.iter().zip(&ours.samples) {
            let ratio = own.processor / ours.processor;
            write!(text, " **{ratio:.2} ×** {:.1} µs |", own.processor)?;
        }
        for ((_, own), (_, ours)) in row.instructions.iter().zip(&ours.instructions) {
            write!(text, " **{:.2} ×** {own:.0} |", own / ours)?;
        }
        text.push('\n');
    }
    text.push('\n');
    Ok(())
}

/// Writes the requests per second and the memory of each server.
fn throughput(text: &mut String, rows: &[&Measured], ours: &Measured) -> Result<()> {
    text.push_str("Requests per second, and memory.\n\n");
    let memory = ["memory, MiB", "peak, MiB"].map(str::to_owned);
    head(
        text,
        ours.samples
            .iter()
            .map(|(load, _)| name(load))
            .chain(memory),
    )?;
    for row in rows {
        write!(text, "| {} |", row.contender)?;
        for ((_, own), (_, ours)) in row.samples.iter().zip(&ours.samples) {
            let ratio = own.per_second / ours.per_second;
            write!(text, " **{ratio:.2} ×** {:.0} |", own.per_second)?;
        }
        let [memory, peak] = [row.memory.resident, row.memory.peak].map(|kib| kib / 1024.0);
        writeln!(text, " {memory:.1} | {peak:.1} |")?;
    }
    text.push('\n');
    Ok(())
}

/// Writes the latency of each server, from the run with most requests.
fn latency(text: &mut String, rows: &[&Measured], ours: &Measured) -> Result<()> {
    text.push_str(
        "Latency in ms: 50th, 99th and 99.9th percentile, from the run with most requests. Under full load, most \
         of it is time in a queue.\n\n",
    );
    head(text, ours.samples.iter().map(|(load, _)| name(load)))?;
    for row in rows {
        write!(text, "| {} |", row.contender)?;
        for (_, sample) in &row.samples {
            let [p50, p99, p999] = [sample.p50, sample.p99, sample.p999].map(|us| us / 1000.0);
            write!(text, " {p50:.3} / {p99:.3} / {p999:.3} |")?;
        }
        text.push('\n');
    }
    text.push('\n');
    Ok(())
}

/// Writes the head of a table of servers.
fn head(text: &mut String, columns: impl Iterator<Item = String>) -> Result<()> {
    let columns: Vec<_> = columns.collect();
    writeln!(text, "| server | {} |", columns.join(" | "))?;
    writeln!(text, "| --- |{}", " ---: |".repeat(columns.len()))?;
    Ok(())
}

fn name(load: &Load) -> String {
    match load.connections {
        1 => format!("`{}`, 1 connection", load.path),
        connections => format!("`{}`, {connections} connections", load.path),
    }
}
