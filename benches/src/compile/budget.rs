//! Compares the budget of the design with the compile times.

use anyhow::{Context, Result};

use super::{
    Results,
    apps::{SIZES, Step},
    generate::{Size, Style},
    report::find,
    services::Service,
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
            let [ratio, instructions] = ratios(&results, step, size)?;
            rows.push(BudgetRow {
                metric: format!(
                    "`cargo check`{} of {routes} routes and {middleware} middleware, compared with the same application in plain axum",
                    after(step)
                ),
                budget: format!("at most {most:.2} ×"),
                measured: format!("{ratio:.2} × (instructions {instructions:.2} ×)"),
                is_met: ratio <= most,
                causes: causes(step),
            });
        }
    }
    for step in [Step::Check, Step::Edit] {
        let is_edit = step == Step::Edit;
        let (least, most) = range(&results, |service| {
            let [_, axum, ours] = if is_edit { service.edit } else { service.check };
            ours.processor / axum.processor
        })?;
        let (least_instructions, most_instructions) = range(&results, |service| {
            let [_, axum, ours] = service.instructions[usize::from(is_edit)];
            ours / axum
        })?;
        rows.push(BudgetRow {
            metric: format!(
                "`cargo check`{} of the route tables of {} real services, compared with axum",
                after(step),
                results.services.len()
            ),
            budget: "at most 1.00 ×".to_owned(),
            measured: format!(
                "{least:.2} to {most:.2} × (instructions {least_instructions:.2} to {most_instructions:.2} ×)"
            ),
            is_met: most <= 1.0,
            causes: causes(step),
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
        causes: "after-an-edit",
    });
    Ok(rows)
}

fn causes(step: Step) -> &'static str {
    if step == Step::Edit {
        "after-an-edit"
    } else {
        "from-nothing"
    }
}

fn after(step: Step) -> &'static str {
    if step == Step::Edit {
        " after an edit"
    } else {
        ""
    }
}

/// Returns the least and the most of a ratio of each service.
fn range(results: &Results, ratio: impl Fn(&Service) -> f64) -> Result<(f64, f64)> {
    let mut ratios: Vec<f64> = results.services.iter().map(ratio).collect();
    ratios.sort_by(f64::total_cmp);
    let (least, most) = ratios.first().zip(ratios.last()).context("no services")?;
    Ok((*least, *most))
}

/// Returns the processor time and the instructions of `app!`, as multiples of axum's.
fn ratios(results: &Results, step: Step, size: Size) -> Result<[f64; 2]> {
    let measured = |style| -> Result<[f64; 2]> {
        let app = find(results, size, style)?;
        let mut costs = app.costs.iter();
        let (_, cost) = costs
            .find(|(one, _)| *one == step)
            .context("no such step")?;
        let time = cost.context("a check takes too long")?.processor;
        Ok([time, app.instructions[usize::from(step == Step::Edit)]])
    };
    let [ours, axum] = [measured(Style::Concentric)?, measured(Style::Axum)?];
    Ok([ours[0] / axum[0], ours[1] / axum[1]])
}
