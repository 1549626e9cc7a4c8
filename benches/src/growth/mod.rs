//! Measures what grows with the number of routes and of open connections.

mod idle;
mod report;
mod routes;

use anyhow::Result;
use serde::{Deserialize, Serialize};

use self::{idle::Idle, routes::Routes};
use crate::places::{cargo, source, succeed, write_results};

pub(crate) use self::report::{plots, section};

#[derive(Serialize, Deserialize)]
struct Results {
    routes: Vec<Routes>,
    idle: Vec<Idle>,
}

/// Measures all applications and writes `results/growth.json`.
pub(crate) fn run() -> Result<()> {
    build()?;
    let routes = routes::all()?;
    let idle = idle::all()?;
    write_results("growth.json", &Results { routes, idle })
}

fn build() -> Result<()> {
    let arguments = ["build", "--release", "--package=concentric-growth"];
    succeed(cargo().current_dir(source(".")).args(arguments))
}
