//! Checks the responses of all applications, counts the bytes that each holds, and times how it is built.
//!
//! A counting allocator takes instructions itself, so callgrind runs another program.

use std::time::Instant;

use anyhow::{Result, ensure};
use concentric_growth::{APPS, App, Request, measured_build, status};
use serde_json::{Value, json};

/// An application is built this often, and the fastest counts.
const ROUNDS: usize = 5;

fn main() -> Result<()> {
    let counts = APPS.iter().map(count).collect::<Result<Value>>()?;
    println!("{counts}");
    Ok(())
}

fn count(app: &App) -> Result<Value> {
    let mut router = None;
    let held = allocation_counter::measure(|| router = Some(measured_build(app)));
    let mut router = router.unwrap_or_default();
    for (request, expected) in Request::ALL.into_iter().zip([200, 404, 405]) {
        let status = status(app, &mut router, request);
        ensure!(
            status == expected,
            "{}, {} routes: {status} and not {expected}",
            app.form,
            app.routes
        );
    }
    let mut time = f64::INFINITY;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let router = measured_build(app);
        time = time.min(start.elapsed().as_secs_f64() * 1e3);
        drop(router);
    }
    Ok(json!({
        "form": app.form,
        "middleware": app.middleware,
        "routes": app.routes,
        "bytes": held.bytes_current,
        "time": time,
    }))
}
