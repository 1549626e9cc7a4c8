//! Writes the section of the report about servers under load.

use std::fmt::Write;

use anyhow::{Context, Result};

use super::{
    Measured, Results,
    load::Load,
    servers::{BARE, Logging},
};
use crate::places::read_results;

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
        "{}.\n\n{place}. The contenders take turns in {} runs of {} s, and each figure is the best of the \
         runs. Latency and requests per second are from the run with most requests. All servers return \
         the same responses, which is checked before each run. Every request has an allowed origin and a \
         valid token. Each table states the log lines per request, which go to `/dev/null`.\n\nThe first \
         pair of figures in a cell is the server's processor time per request, and the second the requests \
         per second. × is the multiple of bare axum in the same run. On average, other programs kept \
         {:.1} of {} processors busy. This changes the processor time least, and the other figures a \
         lot.\n",
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
            Logging::Line => "One log line per request (none for bare axum)",
            Logging::Off => "No log lines",
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
    text.push_str("Latency in ms: 50th, 99th and 99.9th percentile. Under full load, most of it is time in a queue.\n\n| server |");
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
