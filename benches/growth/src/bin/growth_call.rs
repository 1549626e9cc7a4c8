//! Builds an application, and sends it requests of one kind, for callgrind.

use std::env;

use anyhow::{Context, Result, bail};
use concentric_growth::{APPS, Request, measured_build, measured_calls, prepare, warm_up};

fn main() -> Result<()> {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let [app, what, times] = &arguments[..] else {
        bail!("expected APP, `build` or the number of a request, and TIMES");
    };
    let app = APPS
        .get(app.parse::<usize>()?)
        .context("no such application")?;
    let mut router = measured_build(app);
    if what == "build" {
        return Ok(());
    }
    let request = Request::ALL.get(what.parse::<usize>()?);
    let request = *request.context("no such request")?;
    warm_up(app, &mut router, request);
    measured_calls(&mut router, prepare(app, request, times.parse()?));
    Ok(())
}
