//! Measures `concentric` beside its peers.

mod compile;
mod places;
mod server;
mod socket;

use anyhow::{Result, bail};

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    match arguments.next().as_deref() {
        Some("socket") => {
            socket::run()?;
            println!("{}", socket::section()?);
        }
        Some("compile") => {
            compile::run()?;
            println!("{}", compile::section()?);
        }
        Some("sections") => println!("{}\n{}", socket::section()?, compile::section()?),
        _ => bail!("give one of: socket, compile, sections"),
    }
    Ok(())
}
