//! Serves an application under load for a long time, and checks that it then holds what it held before.

mod application;
mod clients;
mod measure;

use std::{
    array, env,
    net::{Ipv4Addr, SocketAddr},
    pin::pin,
    process::Stdio,
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use concentric::after_response;
use tokio::{
    net::TcpListener,
    process::Command,
    sync::oneshot,
    time::{Instant, sleep, timeout},
};

use crate::{
    application::{Shared, soaked},
    clients::CLIENTS,
    measure::{Held, Memory, NAMES, held},
};

const SECONDS: f64 = 120.0;

/// The first is the warm-up. After each, the clients are gone and the server has nothing to do.
const ROUNDS: usize = 9;

/// The growth of memory that is allowed, in KiB: state that a rare request creates.
const SLACK: usize = 16;

/// The time in which the server must notice that all clients are gone.
const SETTLE: Duration = Duration::from_secs(10);

#[tokio::main]
async fn main() -> Result<()> {
    let mut arguments = env::args().skip(1);
    let first = arguments.next();
    if let Some(server) = first.as_deref().and_then(|first| first.parse().ok()) {
        let seconds = arguments.next().context("expected a time")?.parse()?;
        return clients::run(server, Duration::from_secs_f64(seconds)).await;
    }
    let seconds = first.map_or(Ok(SECONDS), |first| first.parse());
    soak(seconds.context("expected a number of seconds")?).await
}

async fn soak(seconds: f64) -> Result<()> {
    let shared = Shared::new();
    let after = after_response();
    let router = soaked(shared.clone(), after.clone());
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let address = listener.local_addr()?;
    let (stop, stopped) = oneshot::channel::<()>();
    let server = concentric::serve(listener, router)
        .max_connections(CLIENTS)
        .with_graceful_shutdown(async { drop(stopped.await) });
    let server = tokio::spawn(server.into_future());
    let idle = held(&shared)?;

    println!(
        "What is held after each round, and in parentheses the most during it. Memory is in KiB.\n"
    );
    let names = NAMES.map(|name| format!("{name:>9}")).join(" | ");
    println!("round | complete |   left | {names} |  heap | resident");
    let mut memory = Vec::with_capacity(ROUNDS);
    for round in 0..ROUNDS {
        let (complete, left, most) = load(address, seconds / ROUNDS as f64, &shared).await?;
        let rest = settle(&shared, idle).await?;
        let Memory { heap, resident } = Memory::now()?;
        let cells = array::from_fn::<_, 5, _>(|at| format!("{:>3} ({:>3})", rest[at], most[at]));
        let cells = cells.join(" | ");
        println!("{round:>5} | {complete:>8} | {left:>6} | {cells} | {heap:>5} | {resident:>8}");
        ensure!(rest == idle, "{NAMES:?}: expected {idle:?}, found {rest:?}");
        memory.push(Memory { heap, resident });
    }
    check_growth("heap", &memory, |memory| memory.heap, 0)?;
    check_growth("resident", &memory, |memory| memory.resident, 20)?;

    drop(stop);
    server.await??;
    let work = timeout(SETTLE, after.wait()).await;
    work.context("a request or its work has not ended")?;
    // The listener is gone as well.
    let end = [0, 0, 0, 0, idle[4] - 1];
    let rest = settle(&shared, end).await?;
    ensure!(
        rest == end,
        "{NAMES:?} after the shutdown: expected {end:?}, found {rest:?}"
    );
    println!("\nEverything is back where it was, and nothing is left after the shutdown.");
    Ok(())
}

/// Checks that the least memory of the second half of the rounds is not more than that of the first half.
fn check_growth(
    name: &str,
    rounds: &[Memory],
    of: impl Fn(&Memory) -> usize,
    percent: usize,
) -> Result<()> {
    let (first, second) = rounds[1..].split_at(ROUNDS / 2);
    let least = |half: &[Memory]| half.iter().map(&of).min().unwrap_or_default();
    let (first, second) = (least(first), least(second));
    let allowed = first * (100 + percent) / 100 + SLACK;
    ensure!(
        second <= allowed,
        "{name} memory: expected at most {allowed} KiB, found {second} KiB"
    );
    Ok(())
}

/// Runs the clients. Returns how many exchanges were complete, how many clients left, and the most that was held.
async fn load(server: SocketAddr, seconds: f64, shared: &Shared) -> Result<(u64, u64, Held)> {
    let clients = Command::new(env::current_exe()?)
        .args([server.to_string(), seconds.to_string()])
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()?;
    let mut clients = pin!(clients.wait_with_output());
    let mut most = Held::default();
    let output = loop {
        tokio::select! {
            output = &mut clients => break output?,
            () = sleep(Duration::from_millis(50)) => {}
        }
        let now = held(shared)?;
        most = array::from_fn(|at| most[at].max(now[at]));
    };
    ensure!(output.status.success(), "the clients failed");
    let text = String::from_utf8(output.stdout)?;
    let (complete, left) = text.trim().split_once(' ').context("no counts")?;
    Ok((complete.parse()?, left.parse()?, most))
}

/// Waits until no more is held than expected, and returns what is held.
async fn settle(shared: &Shared, expected: Held) -> Result<Held> {
    let start = Instant::now();
    loop {
        let now = held(shared)?;
        if now == expected || start.elapsed() > SETTLE {
            return Ok(now);
        }
        sleep(Duration::from_millis(10)).await;
    }
}
