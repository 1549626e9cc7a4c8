//! Compares `concentric` with axum and other frameworks.

mod budget_row;
mod compile;
mod growth;
mod places;
mod plot;
mod report;
mod requests;
mod server;
mod socket;
mod valgrind;

use anyhow::{Result, bail};

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    match arguments.next().as_deref() {
        None => {
            requests::run()?;
            socket::run()?;
            compile::run()?;
            growth::run()?;
            report::write()
        }
        Some("requests") => requests::run(),
        Some("socket") => socket::run(),
        Some("compile") => compile::run(),
        Some("growth") => growth::run(),
        Some("report") => report::write(),
        Some(_) => {
            bail!(
                "expected `requests`, `socket`, `compile`, `growth`, `report`, or no argument to run all"
            )
        }
    }
}
