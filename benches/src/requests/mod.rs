//! Measures a request in process: allocations, instructions and time.

mod budget;
mod measure;
mod profile;
mod report;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use self::profile::{Profile, profiles};
pub(crate) use self::{
    budget::budget,
    report::{plots, section},
};

/// The contender that the others are compared with.
const OURS: &str = "app!";
/// One hand-written layer in plain axum that does the work of all middleware.
const LIMIT: &str = "one tower layer for all";
/// One middleware of an `app!` that does the same work.
const OWN_LIMIT: &str = "one #[middleware] for all";
/// The usual way to write middleware in axum.
const FROM_FN: &str = "from_fn, one ServiceBuilder";

#[derive(Serialize, Deserialize)]
struct Results {
    measured: Vec<Measured>,
    /// The instructions of some applications by purpose.
    profiles: Vec<Profile>,
}

/// One application, and the cost of a request to it.
#[derive(Clone, Serialize, Deserialize)]
struct Measured {
    group: String,
    contender: String,
    count: usize,
    allocations: u64,
    bytes: u64,
    #[serde(default)]
    instructions: f64,
    /// Nanoseconds, the minimum of many rounds.
    #[serde(default)]
    time: f64,
}

impl Results {
    fn find(&self, group: &str, contender: &str, count: usize) -> Result<&Measured> {
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
