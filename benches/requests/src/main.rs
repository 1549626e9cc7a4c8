//! Calls applications in process, and counts what a request takes.

#![recursion_limit = "512"]

mod cases;
mod contenders;
mod errors;
mod layers;
mod lists;
mod scopes;
mod subject;

use std::{env, hint::black_box, time::Instant};

use anyhow::{Result, bail, ensure};
use serde_json::{Value, json};

use crate::{
    cases::{Case, cases},
    subject::Subject,
};

/// The one function that callgrind collects.
#[inline(never)]
fn measured_call(subject: &mut dyn Subject) {
    black_box(subject).call();
}

fn main() -> Result<()> {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    let cases = cases();
    let output = match arguments[..] {
        ["count"] => cases.iter().map(count).collect::<Result<_>>()?,
        ["time"] => time(&cases),
        ["call", case, times] => return call(&cases[case.parse::<usize>()?], times.parse()?),
        _ => bail!("one of: count, time, call CASE TIMES"),
    };
    println!("{output}");
    Ok(())
}

/// Checks what a client sees, and counts the allocations.
fn count(case: &Case) -> Result<Value> {
    let Case {
        group,
        contender,
        count,
        expected,
        make,
    } = case;
    let mut subject = make();
    let reply = subject.reply();
    ensure!(
        reply == *expected,
        "{contender}, {count} of {group}: {reply:?} and not {expected:?}"
    );
    warm_up(&mut *subject);
    subject.prepare(1);
    let info = allocation_counter::measure(|| measured_call(&mut *subject));
    Ok(json!({
        "group": group,
        "contender": contender,
        "count": count,
        "allocations": info.count_total,
        "bytes": info.bytes_total,
    }))
}

/// What is made once, and the growth of what is kept.
fn warm_up(subject: &mut dyn Subject) {
    const CALLS: usize = 20;
    subject.prepare(CALLS);
    for _ in 0..CALLS {
        subject.call();
    }
}

/// For callgrind: calls an application this number of times.
fn call(case: &Case, times: usize) -> Result<()> {
    let mut subject = (case.make)();
    warm_up(&mut *subject);
    subject.prepare(times);
    for _ in 0..times {
        measured_call(&mut *subject);
    }
    Ok(())
}

/// How long a request takes in nanoseconds: the least of many rounds, in each of which every
/// application has its turn.
fn time(cases: &[Case]) -> Value {
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
    json!(least)
}
