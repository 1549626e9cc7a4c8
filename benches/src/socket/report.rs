//! What was measured over a socket, as a section of the report.

use std::fmt::Write;

use anyhow::{Context, Result};

use super::{
    Measured, Results,
    load::Load,
    servers::{BARE, Logging},
};
use crate::places::read_results;

/// The section, from `results/socket.json`.
pub(crate) fn section() -> Result<String> {
    let results: Results = read_results("socket.json")?;
    let mut text = String::from("## Over a socket\n\n");
    let place = if results.pinned {
        "The server has one processor and one worker, the client another processor"
    } else {
        "The server has one worker; server and client share all processors"
    };
    writeln!(
        text,
        "{}. {place}. There are {} runs of {} s, in which the contenders take \
         turns, and each figure is the best: latency and requests a second are of the run with most \
         requests. All give the same responses, which is checked before each run. Every request has an \
         allowed origin and a valid token. All log with the same number of lines: one a request, to \
         `/dev/null`, or none.\n\nThe first pair of figures in a cell is the processor time that the \
         server takes for a request, the second the requests that it answers in a second; × is the \
         multiple of what bare axum has in the same run. On average, something else kept {:.1} of {} \
         processors busy: that changes the processor time least, and all else very much.\n",
        results.versions.join(", "),
        results.rounds,
        results.seconds,
        others(&results.measured),
        results.processors,
    )?;
    for logging in [Logging::Line, Logging::Off] {
        let of_kind = |measured: &&Measured| measured.logging == logging;
        let rows: Vec<_> = results.measured.iter().filter(of_kind).collect();
        let bare = rows.iter().find(|row| row.contender == BARE);
        let bare = bare.context("bare axum was not measured")?;
        let title = match logging {
            Logging::Line => "One log line a request (bare axum has none)",
            Logging::Off => "No log",
        };
        writeln!(text, "### {title}\n")?;
        throughput(&mut text, &rows, bare)?;
        latency(&mut text, &rows)?;
    }
    Ok(text)
}

fn others(measured: &[Measured]) -> f64 {
    let samples = measured.iter().flat_map(|measured| &measured.samples);
    let others: Vec<_> = samples.map(|(_, sample)| sample.others).collect();
    others.iter().sum::<f64>() / others.len() as f64
}

fn throughput(text: &mut String, rows: &[&Measured], bare: &Measured) -> Result<()> {
    let loads = bare.samples.len();
    text.push_str("| server |");
    for (load, _) in &bare.samples {
        write!(text, " {} |", name(load))?;
    }
    text.push_str(" memory, MiB | peak, MiB |\n| --- |");
    text.push_str(&" ---: |".repeat(loads + 2));
    text.push('\n');
    for row in rows {
        write!(text, "| {} |", row.contender)?;
        for ((_, own), (_, bare)) in row.samples.iter().zip(&bare.samples) {
            write!(
                text,
                " **{:.2} ×** {:.1} µs, {:.2} × {:.0}/s |",
                own.processor / bare.processor,
                own.processor,
                own.per_second / bare.per_second,
                own.per_second,
            )?;
        }
        let [memory, peak] = [row.memory.resident, row.memory.peak].map(|kib| kib / 1024.0);
        writeln!(text, " {memory:.1} | {peak:.1} |")?;
    }
    text.push('\n');
    Ok(())
}

fn latency(text: &mut String, rows: &[&Measured]) -> Result<()> {
    text.push_str("Latency in ms at 50, 99 and 99.9 %. Under full load most of it is waiting in line.\n\n| server |");
    let Some(first) = rows.first() else {
        return Ok(());
    };
    for (load, _) in &first.samples {
        write!(text, " {} |", name(load))?;
    }
    text.push_str("\n| --- |");
    text.push_str(&" ---: |".repeat(first.samples.len()));
    text.push('\n');
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

fn name(load: &Load) -> String {
    match load.connections {
        1 => format!("`{}`, 1 connection", load.path),
        connections => format!("`{}`, {connections} connections", load.path),
    }
}
