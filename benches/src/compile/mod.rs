//! Measures the compile time of `app!` and of the same application in plain axum.

mod agree;
mod apps;
mod budget;
mod cost;
mod expansion;
mod fresh;
mod generate;
mod report;
mod services;

use std::{fs, path::Path};

use anyhow::Result;
use serde::{Deserialize, Serialize};

use self::{
    apps::{App, SIZES, Step, Workspace},
    expansion::Expansion,
    fresh::Fresh,
    generate::{Size, Style},
    services::Service,
};
use crate::places::write_results;

pub(crate) use self::{budget::budget, report::section};

#[derive(Serialize, Deserialize)]
struct Results {
    apps: Vec<App>,
    services: Vec<Service>,
    expansions: Vec<Expansion>,
    /// Clean builds of an axum project, without and with this crate.
    fresh: [Fresh; 2],
}

/// Measures the compile times and writes `results/compile.json`.
pub(crate) fn run() -> Result<()> {
    let expansions = expansion::expansions()?;
    let workspace = Workspace::prepare()?;
    let mut apps = Vec::new();
    for size in SIZES {
        let mut costs = [Vec::new(), Vec::new()];
        let styles = [Style::Axum, Style::Concentric];
        let names = styles.map(|style| size.name(style));
        let edit = |name: &str, edit| {
            let style = styles[usize::from(name == names[1])];
            Size::write_scope(style, 0, edit, &workspace.sources(name))
        };
        for step in size.steps() {
            let [axum, concentric] = workspace.time(&names, *step, 2, edit)?;
            costs[0].push((*step, axum));
            costs[1].push((*step, concentric));
        }
        if size.steps().contains(&Step::Debug) {
            agree::same_responses(
                &names
                    .each_ref()
                    .map(|name| workspace.program("debug", name)),
            )?;
        }
        let sizes = names.each_ref().map(|name| {
            ["debug", "release"].map(|profile| file_size(&workspace.program(profile, name)))
        });
        // This removes the programs.
        let [from_nothing, after_an_edit] = workspace.count(&names, edit)?;
        for (at, (style, costs)) in styles.into_iter().zip(costs).enumerate() {
            let [debug_size, release_size] = sizes[at];
            apps.push(App {
                size,
                style,
                costs,
                instructions: [from_nothing[at], after_an_edit[at]],
                debug_size,
                release_size,
            });
        }
    }
    let services = services::measure(&workspace)?;
    let fresh = fresh::builds()?;
    let results = Results {
        apps,
        services,
        expansions,
        fresh,
    };
    write_results("compile.json", &results)
}

fn file_size(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |file| file.len())
}
