//! Nothing that a client sends causes a panic, or a 5xx that no middleware asked for, and the server goes on
//! answering. Odd requests go over a socket to an application that uses everything the crate has.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::unused_async,
    reason = "a test fails by panicking"
)]

mod client;
mod generate;
mod panics;
mod reply;
mod report;
mod server;
mod site;

use std::{
    env,
    time::{Duration, Instant},
};

use concentric::{RouteInfo, RouteKind};
use fastrand::Rng;
use futures_util::{StreamExt, stream};
use tokio::time::timeout;

use crate::{generate::Script, panics::Panics, report::Report, server::Server, site::State};

/// The number of requests, unless `CONCENTRIC_FUZZ_SECONDS` says a time.
const REQUESTS: usize = 4_000;
/// After so many connections, a plain request must be answered.
const BATCH: usize = 256;
/// So many connections are open at once.
const AT_ONCE: usize = 48;
/// A plain request must be answered within this time.
const PLAIN: Duration = Duration::from_secs(2);
/// The test stops after so many findings.
const ENOUGH: usize = 10;

fn number(variable: &str) -> Option<u64> {
    env::var(variable)
        .ok()
        .map(|number| number.parse().unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn odd_requests_cause_neither_a_panic_nor_a_5xx() {
    // So that `TraceLayer` writes its lines.
    let log = tracing_subscriber::fmt().with_max_level(tracing::Level::DEBUG);
    log.with_writer(std::io::sink).init();
    let panics = Panics::watch();
    let state = State::default();
    let server = Server::start(state.clone()).await;
    let mut rng = Rng::with_seed(number("CONCENTRIC_SEED").unwrap_or(0));
    let seconds = number("CONCENTRIC_FUZZ_SECONDS").map(Duration::from_secs);
    let mut report = Report::default();
    let begin = Instant::now();
    let is_done = |report: &Report| {
        report.findings.len() >= ENOUGH
            || seconds.map_or(report.requests >= REQUESTS, |most| begin.elapsed() >= most)
    };
    while !is_done(&report) {
        let scripts: Vec<_> = (0..BATCH).map(|_| Script::generate(&mut rng)).collect();
        run(&scripts, &server, &mut report).await;
        let faults = [panics.take(), state.take_faults()].concat();
        if !faults.is_empty() {
            repeat(&scripts, &server, &state, &panics, &mut report).await;
            report.findings.extend(faults);
        }
    }
    let rate = report.requests as u128 * 1_000 / begin.elapsed().as_millis().max(1);
    let routes = site::site::ROUTES
        .iter()
        .filter(|row| row.kind() == RouteKind::Route);
    println!(
        "{report}{rate} requests per second; {} reached the application, {} of them over HTTP/2; routes without a success: {:?}",
        state.count(),
        state.count_http2(),
        state.never(routes.map(RouteInfo::path)),
    );
    server.stop().await;
    panics.restore();
    assert!(report.findings.is_empty(), "{report}");
    assert!(
        state.count() * 2 >= report.requests as u64,
        "too few requests reach the application"
    );
}

/// Plays the scripts, many at once, and a plain request after them.
async fn run(scripts: &[Script], server: &Server, report: &mut Report) {
    let played = stream::iter(scripts)
        .map(async |script| (script, client::play(server.address, script).await));
    let played: Vec<_> = played.buffer_unordered(AT_ONCE).collect().await;
    for (script, received) in played {
        match received {
            Ok(received) => report.add(script, &received),
            Err(error) => report.findings.push(format!("cannot connect: {error}")),
        }
    }
    let begin = Instant::now();
    let answer = timeout(PLAIN, client::plain(server.address, "/health")).await;
    report.slowest = report.slowest.max(begin.elapsed());
    let is_well =
        |text: &str| text.starts_with("HTTP/1.1 200 OK\r\n") && text.ends_with("\r\n\r\nwell");
    if !matches!(&answer, Ok(Ok(text)) if is_well(text)) {
        report
            .findings
            .push(format!("a plain request is not answered: {answer:?}"));
    }
}

/// Plays each script alone, to find those with a panic or with a 5xx that the client has not seen.
async fn repeat(
    scripts: &[Script],
    server: &Server,
    state: &State,
    panics: &Panics,
    report: &mut Report,
) {
    for script in scripts {
        let received = client::play(server.address, script).await;
        if script.end == generate::End::Cut {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let faults = [panics.take(), state.take_faults()].concat();
        if !faults.is_empty() {
            let received = received.map_or_else(|_| Vec::new(), |received| received.bytes);
            report.find(&faults.join("\n"), script, &received);
        }
    }
}
