//! Calls one application for callgrind, or all applications in turn to measure the time.

use std::{env, time::Instant};

use anyhow::{Context, Result, bail};
use concentric_requests::{Case, cases, measured_call, warm_up};
use tokio::runtime::Runtime;

fn main() -> Result<()> {
    let runtime = Runtime::new()?;
    let _inside = runtime.enter();
    let arguments: Vec<_> = env::args().skip(1).collect();
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    let cases = cases();
    match arguments[..] {
        ["time"] => println!("{}", serde_json::to_string(&time(&cases))?),
        ["one", case, times] => {
            let case = cases.get(case.parse::<usize>()?).context("no such case")?;
            call(case, times.parse()?);
        }
        _ => bail!("either `time` or `one CASE TIMES`"),
    }
    Ok(())
}

/// Calls an application this number of times.
fn call(case: &Case, times: usize) {
    let mut subject = (case.make)();
    warm_up(&mut *subject);
    subject.prepare(times);
    for _ in 0..times {
        measured_call(&mut *subject);
    }
}

/// Returns the nanoseconds of a request: the minimum of many rounds, in which the applications take
/// turns.
fn time(cases: &[Case]) -> Vec<f64> {
    const ROUNDS: usize = 60;
    const CALLS: usize = 400;
    let mut subjects: Vec<_> = cases.iter().map(|case| (case.make)()).collect();
    let mut least = vec![f64::INFINITY; cases.len()];
    for _ in 0..ROUNDS {
        for (subject, least) in subjects.iter_mut().zip(&mut least) {
            subject.prepare(CALLS);
            let start = Instant::now();
            for _ in 0..CALLS {
                measured_call(&mut **subject);
            }
            let taken = start.elapsed().as_secs_f64() * 1e9;
            *least = least.min(taken / CALLS as f64);
        }
    }
    least
}
