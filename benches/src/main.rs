//! Measures `concentric` beside its peers.

mod places;
mod plot;
mod report;
mod requests;

use anyhow::{Result, bail};

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    match arguments.next().as_deref() {
        None => {
            requests::run()?;
            report::write()
        }
        Some("requests") => requests::run(),
        Some("report") => report::write(),
        Some(_) => bail!("one of: requests, report, or nothing for all"),
    }
}
