//! Measures a request in process: allocations, instructions and time.

mod measure;
mod profile;
mod report;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

pub(crate) use self::{
    profile::profiles,
    report::{plots, section},
};

/// The contender that the others are compared with.
pub(crate) const OURS: &str = "app!";
/// One hand-written layer in plain axum that does the work of all middleware.
pub(crate) const LIMIT: &str = "one tower layer for all";
/// One middleware of an `app!` that does the same work.
pub(crate) const OWN_LIMIT: &str = "one #[middleware] for all";
/// The usual way to write middleware in axum.
pub(crate) const FROM_FN: &str = "from_fn, one ServiceBuilder";

#[derive(Serialize, Deserialize)]
pub(crate) struct Results {
    pub(crate) measured: Vec<Measured>,
    /// The instructions of some applications by purpose.
    pub(crate) profiles: Vec<profile::Profile>,
}

/// One application, and the cost of a request to it.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Measured {
    pub(crate) group: String,
    pub(crate) contender: String,
    pub(crate) count: usize,
    pub(crate) allocations: u64,
    pub(crate) bytes: u64,
    #[serde(default)]
    pub(crate) instructions: f64,
    /// Nanoseconds, the minimum of many rounds.
    #[serde(default)]
    pub(crate) time: f64,
}

impl Results {
    pub(crate) fn find(&self, group: &str, contender: &str, count: usize) -> Result<&Measured> {
        let mut measured = self.measured.iter();
        measured
            .find(|one| one.group == group && one.contender == contender && one.count == count)
            .with_context(|| format!("{contender}, {count} of {group} was not measured"))
    }
}

/// Measures all applications and writes `results/requests.json`.
pub(crate) fn run() -> Result<()> {
    let measured = measure::all()?;
    let profiles = profiles(&measured)?;
    crate::places::write_results("requests.json", &Results { measured, profiles })
}
