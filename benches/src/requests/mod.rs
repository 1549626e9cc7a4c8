//! What a request takes in process: allocations, instructions and time.

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
/// One middleware that does the work of all, by hand and in plain axum.
pub(crate) const LIMIT: &str = "one tower layer for all";
/// The same as one middleware of an `app!`.
pub(crate) const OWN_LIMIT: &str = "one #[middleware] for all";
/// What most write in axum.
pub(crate) const FROM_FN: &str = "from_fn, one ServiceBuilder";

#[derive(Serialize, Deserialize)]
pub(crate) struct Results {
    pub(crate) measured: Vec<Measured>,
    /// Where the instructions of some of them are.
    pub(crate) profiles: Vec<profile::Profile>,
}

/// One application, and what a request to it takes.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Measured {
    pub(crate) group: String,
    pub(crate) contender: String,
    pub(crate) count: usize,
    pub(crate) allocations: u64,
    pub(crate) bytes: u64,
    #[serde(default)]
    pub(crate) instructions: f64,
    /// In nanoseconds, the least of many rounds.
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

/// Measures all of it, and writes `results/requests.json`.
pub(crate) fn run() -> Result<()> {
    let measured = measure::all()?;
    let profiles = profiles(&measured)?;
    crate::places::write_results("requests.json", &Results { measured, profiles })
}
