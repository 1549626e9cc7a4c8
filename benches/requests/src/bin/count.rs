//! Checks that all applications give the same reply, and counts allocations.
//!
//! A counting allocator takes instructions and time itself, so another program measures those.

use anyhow::{Result, ensure};
use concentric_requests::{Case, cases, measured_call, warm_up};
use serde_json::{Value, json};
use tokio::runtime::Runtime;

fn main() -> Result<()> {
    let runtime = Runtime::new()?;
    let _inside = runtime.enter();
    let counts = cases().iter().map(count).collect::<Result<Value>>()?;
    println!("{counts}");
    Ok(())
}

/// Checks the reply and counts the allocations.
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
