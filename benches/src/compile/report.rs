//! Writes the section of the report about compile time.

use std::fmt::Write;

use anyhow::{Context, Result};

use super::{
    Results,
    apps::{App, SIZES},
    cost::Cost,
    fresh::Fresh,
    generate::{Size, Style},
    services::Service,
};
use crate::places::read_results;

/// What the figures say, and where the cost comes from.
const NOTES: &str = include_str!("notes.md");

/// Returns the section, from `results/compile.json`.
pub(crate) fn section() -> Result<String> {
    let results: Results = read_results("compile.json")?;
    let mut text = format!("## Compile time\n\n{NOTES}");
    apps(&mut text, &results)?;
    services(&mut text, &results.services)?;
    expansions(&mut text, &results)?;
    fresh(&mut text, &results.fresh)?;
    Ok(text)
}

fn apps(text: &mut String, results: &Results) -> Result<()> {
    text.push_str(
        "`app!` compared with the same application in plain axum \
         ([the generator](src/compile/generate.rs)): ten routes per scope, handlers with up to two \
         extractors, one list of middleware for the application and one for each scope. The \
         dependencies are compiled before, the application is not. The figures are the better of two \
         runs. Applications of 500 routes are not built. *After an edit* is another `cargo check` after a \
         number in the body of one handler has changed. × is the multiple of axum's processor time; the \
         seconds and sizes are those of `app!` / axum. Instructions are those of rustc, in millions.\n\n\
         | routes | middleware | check | check, instructions | after an edit | after an edit, instructions | debug build | release build | debug size | release size |\n\
         | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    for size in SIZES {
        let [axum, ours] = [Style::Axum, Style::Concentric].map(|style| find(results, size, style));
        let (axum, ours) = (axum?, ours?);
        write!(text, "| {} | {} |", size.routes, size.middleware)?;
        let mut instructions = ours.instructions.iter().zip(axum.instructions);
        for ((_, axum), (_, ours)) in axum.costs.iter().zip(&ours.costs) {
            write!(text, " {} |", compared(*ours, *axum))?;
            if let Some((ours, axum)) = instructions.next() {
                write!(
                    text,
                    " **{:.2} ×** {:.0} / {:.0} |",
                    ours / axum,
                    ours / 1e6,
                    axum / 1e6
                )?;
            }
        }
        if ours.debug_size == 0 {
            text.push_str(" | | | |\n");
            continue;
        }
        for bytes in [|app: &App| app.debug_size, |app: &App| app.release_size] {
            let [axum, ours] = [axum, ours].map(|app| bytes(app) as f64 / 1e6);
            write!(text, " **{:.2} ×** {ours:.1} / {axum:.1} MB |", ours / axum)?;
        }
        text.push('\n');
    }
    text.push('\n');
    Ok(())
}

fn services(text: &mut String, services: &[Service]) -> Result<()> {
    text.push_str(
        "`cargo check` of the route tables of real services ([methods and paths](compile/services)), with stub handlers \
         that take a state, parameters or JSON, and without middleware. In axum, a path is a `route` with all of its \
         methods. In `app!`, a route is a row of one flat table. The figures are the better of two runs, in seconds of \
         processor time. × compares `app!` with axum, and in parentheses the instructions of rustc. In *without handlers*, \
         those of the handlers alone are subtracted from both.\n\n\
         | service | routes | handlers | axum | `app!` | × | × without handlers | after an edit: axum | `app!` | × |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    for service in services {
        let [handlers, axum, ours] = service.check.map(|cost| cost.processor);
        let [_, axum_edit, our_edit] = service.edit.map(|cost| cost.processor);
        let [counts, edit_counts] = service.instructions;
        let above_handlers =
            |[handlers, axum, ours]: [f64; 3]| (ours - handlers) / (axum - handlers);
        writeln!(
            text,
            "| {} | {} | {handlers:.2} | {axum:.2} | {ours:.2} | **{:.2}** ({:.2}) | **{:.2}** ({:.2}) | {axum_edit:.2} | {our_edit:.2} | **{:.2}** ({:.2}) |",
            service.name,
            service.routes,
            ours / axum,
            counts[2] / counts[1],
            above_handlers([handlers, axum, ours]),
            above_handlers(counts),
            our_edit / axum_edit,
            edit_counts[2] / edit_counts[1],
        )?;
    }
    text.push('\n');
    Ok(())
}

pub(super) fn find(results: &Results, size: Size, style: Style) -> Result<&App> {
    let mut apps = results.apps.iter();
    apps.find(|app| app.size == size && app.style == style)
        .context("an application was not measured")
}

fn compared(ours: Option<Cost>, axum: Option<Cost>) -> String {
    let seconds = |cost: Option<Cost>| {
        cost.map_or_else(
            || "> 300".to_owned(),
            |cost| format!("{:.2}", cost.processor),
        )
    };
    let ratio = match (ours, axum) {
        (Some(ours), Some(axum)) => format!("**{:.2} ×** ", ours.processor / axum.processor),
        _ => String::new(),
    };
    format!("{ratio}{} / {} s", seconds(ours), seconds(axum))
}

fn expansions(text: &mut String, results: &Results) -> Result<()> {
    text.push_str(
        "The expansion of `app!` alone, outside of rustc, in milliseconds. A debug build of a user's \
         project uses a debug build of the macro, too.\n\n\
         | routes | middleware | release build of the macro | debug build | generated tokens |\n\
         | ---: | ---: | ---: | ---: | ---: |\n",
    );
    for expansion in &results.expansions {
        writeln!(
            text,
            "| {} | {} | {:.1} | {:.1} | {} |",
            expansion.size.routes,
            expansion.size.middleware,
            expansion.release,
            expansion.debug,
            expansion.tokens,
        )?;
    }
    text.push('\n');
    Ok(())
}

fn fresh(text: &mut String, [without, with]: &[Fresh; 2]) -> Result<()> {
    let added: Vec<_> = with
        .crates
        .iter()
        .filter(|name| !without.crates.contains(name))
        .map(|name| format!("`{name}`"))
        .collect();
    writeln!(
        text,
        "A clean `cargo build` of a project with axum, serde, tokio, tower-http and tracing takes **{:.2} ×** \
         the processor time after adding `concentric`: {:.1} s instead of {:.1} s. It compiles {} crates \
         in addition to {}: {}.\n",
        with.cost.processor / without.cost.processor,
        with.cost.processor,
        without.cost.processor,
        added.len(),
        without.crates.len(),
        added.join(", "),
    )?;
    Ok(())
}
