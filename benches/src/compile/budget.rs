//! Compares the budget of the design with the compile times.

use anyhow::{Context, Result};

use super::{
    Results,
    apps::{SIZES, Step},
    generate::{Size, Style},
    report::find,
};
use crate::{budget_row::BudgetRow, places::read_results};

/// Returns the rows of the applications and services that were measured.
pub(crate) fn budget() -> Result<Vec<BudgetRow>> {
    let results: Results = read_results("compile.json")?;
    let mut rows = Vec::new();
    for step in [Step::Check, Step::Edit] {
        for size in SIZES {
            let Size { routes, middleware } = size;
            let most = match (step, routes, middleware) {
                (Step::Check, 100, 20) => 0.85,
                _ => 1.0,
            };
            let ratio = ratio(&results, step, size)?;
            rows.push(BudgetRow {
                metric: format!(
                    "`cargo check`{} of {routes} routes and {middleware} middleware, compared with the same application in plain axum",
                    after(step)
                ),
                budget: format!("at most {most:.2} ×"),
                measured: format!("{ratio:.2} ×"),
                is_met: ratio <= most,
            });
        }
    }
    for step in [Step::Check, Step::Edit] {
        let ratios = results.services.iter().map(|service| {
            let [_, axum, ours] = if step == Step::Check {
                service.check
            } else {
                service.edit
            };
            ours.processor / axum.processor
        });
        let mut ratios: Vec<f64> = ratios.collect();
        ratios.sort_by(f64::total_cmp);
        let (least, most) = ratios.first().zip(ratios.last()).context("no services")?;
        rows.push(BudgetRow {
            metric: format!(
                "`cargo check`{} of the route tables of {} real services, compared with axum",
                after(step),
                ratios.len()
            ),
            budget: "at most 1.00 ×".to_owned(),
            measured: format!("{least:.2} to {most:.2} ×"),
            is_met: *most <= 1.0,
        });
    }
    let large = results
        .expansions
        .iter()
        .filter(|one| one.size.routes == 500);
    let longest = large.map(|one| one.release).fold(0.0, f64::max);
    rows.push(BudgetRow {
        metric: "expansion of an `app!` with 500 routes, in a release build of the macro"
            .to_owned(),
        budget: "below 0.5 s".to_owned(),
        measured: format!("{:.3} s", longest / 1e3),
        is_met: longest < 500.0,
    });
    Ok(rows)
}

fn after(step: Step) -> &'static str {
    if step == Step::Edit {
        " after an edit"
    } else {
        ""
    }
}

/// Returns the processor time of `app!`, as a multiple of axum's.
fn ratio(results: &Results, step: Step, size: Size) -> Result<f64> {
    let time = |style| -> Result<f64> {
        let mut costs = find(results, size, style)?.costs.iter();
        let (_, cost) = costs
            .find(|(one, _)| *one == step)
            .context("no such step")?;
        Ok(cost.context("a check takes too long")?.processor)
    };
    Ok(time(Style::Concentric)? / time(Style::Axum)?)
}
