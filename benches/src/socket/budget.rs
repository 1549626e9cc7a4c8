//! Compares the budget of the design with the measurements over a socket.

use anyhow::Result;

use super::{
    Results,
    build::Logging,
    report::of_kind,
    servers::{FRAMEWORKS, FROM_FN},
};
use crate::{budget_row::BudgetRow, places::read_results};

const CAUSES: &str = "where-the-processor-time-goes";

/// Returns the rows of the contenders that were measured.
pub(crate) fn budget() -> Result<Vec<BudgetRow>> {
    let results: Results = read_results("socket.json")?;
    let mut rows = instructions(&results)?;
    rows.extend(processor_time(&results, Logging::Line, "with a log line")?);
    rows.extend(processor_time(&results, Logging::Off, "without log lines")?);
    Ok(rows)
}

fn instructions(results: &Results) -> Result<Vec<BudgetRow>> {
    let (others, ours) = of_kind(results, Logging::Off)?;
    let from_fn = others.iter().filter(|other| other.contender == FROM_FN);
    let pairs = from_fn.flat_map(|other| ours.instructions.iter().zip(&other.instructions));
    let rows = pairs.map(|((path, own), (_, other))| {
        let ratio = own / other;
        BudgetRow {
            metric: format!(
                "instructions per request to `{path}` over a socket, the quickstart without log lines, compared with `from_fn` and tower-http's CORS"
            ),
            budget: "at most 0.68 ×".to_owned(),
            measured: format!("{ratio:.2} ×"),
            is_met: ratio <= 0.68,
            causes: CAUSES,
        }
    });
    Ok(rows.collect())
}

fn processor_time(results: &Results, logging: Logging, lines: &str) -> Result<Vec<BudgetRow>> {
    let (others, ours) = of_kind(results, logging)?;
    let busy = ours.samples.iter().enumerate();
    let busy = busy.filter(|(_, (load, _))| load.connections > 1);
    let rows = busy.filter_map(|(at, (load, own))| {
        let frameworks = others.iter().filter(|other| FRAMEWORKS.contains(&&*other.contender));
        let times = frameworks.map(|other| (other.samples[at].1.processor, &other.contender));
        let (least, name) = times.min_by(|one, other| one.0.total_cmp(&other.0))?;
        Some(BudgetRow {
            metric: format!(
                "processor time per request to `{}` over a socket with {} connections, the quickstart {lines}, compared with actix-web, poem, salvo and xitca-web",
                load.path, load.connections
            ),
            budget: "below each".to_owned(),
            measured: format!("{:.1} µs; the least of the others is {least:.1} µs: {name}", own.processor),
            is_met: own.processor < least,
            causes: CAUSES,
        })
    });
    Ok(rows.collect())
}
