//! Compares the budget of the design with the requests in process.

use anyhow::Result;

use super::{FROM_FN, LIMIT, OURS, OWN_LIMIT, Results};
use crate::{budget_row::BudgetRow, places::read_results};

const LISTS: &str = "lists-of-middleware";

/// The middleware of the lists: the group, and what they do.
const MIDDLEWARE: [(&str, &str); 3] = [
    ("pass", "pass through"),
    ("headers", "read and set headers"),
    ("context", "extract state and provide a value"),
];

/// The metric, the most that it may be, the group and the number of middleware, the contenders that are compared, and the
/// section about the cost.
type Comparison = (
    &'static str,
    f64,
    &'static str,
    usize,
    [&'static str; 2],
    &'static str,
);

const OTHERS: [Comparison; 4] = [
    (
        "ten layers of tower-http, compared with one `ServiceBuilder` in plain axum",
        1.03,
        "tower-http",
        10,
        [OURS, "one ServiceBuilder"],
        "a-list-of-tower-layers",
    ),
    (
        "an error that ten middleware `try_run`, compared with one that passes ten",
        1.3,
        "error",
        10,
        ["app!, each with try_run", OURS],
        "optimizations-that-are-in-place",
    ),
    (
        "a route in a part, compared with the same written in place",
        1.0,
        "parts",
        4,
        ["app!, in parts", OURS],
        LISTS,
    ),
    (
        "a plain path to a guarded catch-all, compared with an unguarded one",
        1.05,
        "guard",
        0,
        ["app!, beside two scopes", OURS],
        LISTS,
    ),
];

/// Returns the rows of the applications that were measured.
pub(crate) fn budget() -> Result<Vec<BudgetRow>> {
    let results: Results = read_results("requests.json")?;
    let mut rows = allocations(&results)?;
    for (group, work) in MIDDLEWARE {
        rows.extend(list(&results, group, work)?);
    }
    for (metric, most, group, count, contenders, causes) in OTHERS {
        let [contender, other] = contenders.map(|name| results.find(group, name, count));
        let ratio = contender?.instructions / other?.instructions;
        rows.push(BudgetRow {
            metric: format!("instructions per request, {metric}"),
            budget: format!("at most {most:.2} ×"),
            measured: format!("{ratio:.2} ×"),
            // As it is shown: the state of the allocator changes some instructions from run to run.
            is_met: (ratio * 100.0).round() <= most * 100.0,
            causes,
        });
    }
    rows.push(cors(&results)?);
    Ok(rows)
}

fn allocations(results: &Results) -> Result<Vec<BudgetRow>> {
    let of = |group, contender, count| -> Result<u64> {
        Ok(results.find(group, contender, count)?.allocations)
    };
    let mut rows = Vec::new();
    for (group, handler) in [
        ("pass", "without arguments"),
        ("context", "that extracts the state"),
    ] {
        let (ours, axum) = (of(group, OURS, 0)?, of(group, FROM_FN, 0)?);
        rows.push(BudgetRow {
            metric: format!(
                "allocations per request, `app!` with state and without middleware, compared with the same route in bare axum; a handler {handler}"
            ),
            budget: "equal".to_owned(),
            measured: format!("{ours} and {axum}"),
            is_met: ours == axum,
            causes: "applications-without-state",
        });
    }
    let added = of("pass", OURS, 10)?.saturating_sub(of("pass", OURS, 0)?);
    rows.push(BudgetRow {
        metric: "allocations added by ten middleware that pass through".to_owned(),
        budget: "0".to_owned(),
        measured: added.to_string(),
        is_met: added == 0,
        causes: LISTS,
    });
    Ok(rows)
}

/// Compares a list of ten middleware with a layer that does the work of all, and with ten `from_fn`.
fn list(results: &Results, group: &str, work: &str) -> Result<[BudgetRow; 2]> {
    let ratio = |contender| -> Result<f64> {
        let [ours, other] = [OURS, contender].map(|name| results.find(group, name, 10));
        Ok(ours?.instructions / other?.instructions)
    };
    let (limit, own, from_fn) = (ratio(LIMIT)?, ratio(OWN_LIMIT)?, ratio(FROM_FN)?);
    let jemalloc = |contender| {
        let mut profiles = results.profiles.iter();
        let found = profiles.find(|one| one.group == group && one.contender == contender)?;
        found.jemalloc
    };
    let jemalloc = jemalloc(OURS).zip(jemalloc(LIMIT));
    let jemalloc = jemalloc.map_or_else(String::new, |(ours, limit)| {
        format!("with jemalloc {:.3} ×; ", ours / limit)
    });
    Ok([
        BudgetRow {
            metric: format!(
                "instructions per request, ten middleware that {work}, compared with one hand-written layer that does the work of all ten"
            ),
            budget: "at most 1.10 ×".to_owned(),
            measured: format!(
                "{limit:.3} × ({jemalloc}compared with one such `#[middleware]` {own:.2} ×)"
            ),
            is_met: limit <= 1.10,
            causes: LISTS,
        },
        BudgetRow {
            metric: "the same, compared with ten `from_fn` in one `ServiceBuilder`".to_owned(),
            budget: "at most 0.40 ×".to_owned(),
            measured: format!("{from_fn:.2} ×"),
            is_met: from_fn <= 0.40,
            causes: LISTS,
        },
    ])
}

fn cors(results: &Results) -> Result<BudgetRow> {
    let of = |contender| -> Result<f64> { Ok(results.find("ready", contender, 1)?.instructions) };
    let added = of("`Cors`")? - of(OURS)?;
    Ok(BudgetRow {
        metric: "instructions that `Cors` adds to a simple request of an allowed origin".to_owned(),
        budget: "at most 1500".to_owned(),
        measured: format!("{added:.0}"),
        is_met: added <= 1500.0,
        causes: LISTS,
    })
}
