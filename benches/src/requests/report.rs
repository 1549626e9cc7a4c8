//! Writes the section of the report and the plots about requests in process.

use std::fmt::Write;

use anyhow::Result;

use super::{LIMIT, Measured, OURS, Results};
use crate::{
    places::read_results,
    plot::{Line, Plot},
};

/// The explanation of the numbers.
const NOTES: &str = include_str!("notes.md");

const COUNTS: [usize; 6] = [0, 1, 5, 10, 20, 40];

/// The groups with lists of middleware, and the work of each middleware.
const LISTS: [(&str, &str); 3] = [
    ("pass", "pass through"),
    (
        "headers",
        "read a header of the request and set one of the response",
    ),
    ("context", "extract the state and provide a value"),
];

const OTHERS: [(&str, &str); 7] = [
    (
        "scopes",
        "Nested scopes, each with a middleware that passes through",
    ),
    ("tower-http", "Ten tower-http layers"),
    (
        "extractors",
        "Ten middleware with an axum extractor for the request's head",
    ),
    ("error", "A handler's error that passes ten middleware"),
    (
        "guard",
        "A catch-all beside scopes that own some of its paths",
    ),
    (
        "ready",
        "A ready middleware as the only entry, for a request of an allowed origin",
    ),
    (
        "parts",
        "A route in two nested parts, against the same written in place",
    ),
];

/// Returns the section, from `results/requests.json`.
pub(crate) fn section() -> Result<String> {
    let results: Results = read_results("requests.json")?;
    let mut text = format!("## A request in process\n\n{NOTES}\n");
    for (group, work) in LISTS {
        writeln!(
            text,
            "### Middleware that {work}\n\n![](plots/{group}.svg)\n"
        )?;
        lists(&mut text, &results, group)?;
    }
    growth(&mut text, &results)?;
    profiles(&mut text, &results)?;
    for (group, title) in OTHERS {
        writeln!(text, "### {title}\n")?;
        others(&mut text, &results, group)?;
    }
    Ok(text)
}

/// Returns a plot for each kind of list: the file name and the SVG.
pub(crate) fn plots() -> Result<Vec<(String, String)>> {
    let results: Results = read_results("requests.json")?;
    let plots = LISTS.map(|(group, work)| {
        let lines = contenders(&results, group).into_iter().map(|contender| {
            let all = results.measured.iter();
            let own = all.filter(|one| one.group == group && one.contender == contender);
            Line {
                name: contender.to_owned(),
                points: own
                    .map(|one| (one.count as f64, one.instructions))
                    .collect(),
            }
        });
        let plot = Plot {
            title: format!("Instructions per request: middleware that {work}"),
            axis: "number of middleware",
            marks: &[0.0, 1.0, 5.0, 10.0, 20.0, 40.0],
            lines: lines.collect(),
        };
        (format!("{group}.svg"), plot.svg())
    });
    Ok(plots.into())
}

/// Returns the contenders of a group in the order of measurement.
fn contenders<'a>(results: &'a Results, group: &str) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::new();
    for one in &results.measured {
        if one.group == group && !names.contains(&&*one.contender) {
            names.push(&one.contender);
        }
    }
    names
}

type Cell = fn(&Measured, &Measured) -> String;

/// Writes a table for each metric.
fn lists(text: &mut String, results: &Results, group: &str) -> Result<()> {
    let tables: [(&str, Cell); 3] = [
        (
            "instructions: multiple of `app!`, and the number",
            |one, ours| {
                let ratio = one.instructions / ours.instructions;
                format!("**{ratio:.2}** {:.0}", one.instructions)
            },
        ),
        ("allocations and bytes", |one, _| {
            format!("**{}** {}", one.allocations, one.bytes)
        }),
        ("time: multiple of `app!`, and nanoseconds", |one, ours| {
            format!("**{:.2}** {:.0}", one.time / ours.time, one.time)
        }),
    ];
    for (title, cell) in tables {
        write!(text, "| {title} |")?;
        for count in COUNTS {
            write!(text, " {count} |")?;
        }
        writeln!(text, "\n| --- |{}", " ---: |".repeat(COUNTS.len()))?;
        for contender in contenders(results, group) {
            write!(text, "| {} |", named(contender))?;
            for count in COUNTS {
                let ours = results.find(group, OURS, count)?;
                let one = results.find(group, contender, count)?;
                write!(text, " {} |", cell(one, ours))?;
            }
            text.push('\n');
        }
        text.push('\n');
    }
    Ok(())
}

/// Writes the cost of one more middleware.
fn growth(text: &mut String, results: &Results) -> Result<()> {
    text.push_str(
        "### The cost of one more middleware of an `app!`\n\n\
         Instructions and allocations for each added middleware. In parentheses is the work of the \
         middleware itself, as measured in the hand-written layer for all.\n\n\
         | | 1 to 5 | 5 to 10 | 10 to 20 | 20 to 40 |\n| --- | ---: | ---: | ---: | ---: |\n",
    );
    for (group, work) in LISTS {
        write!(text, "| {work} |")?;
        for (from, to) in [(1, 5), (5, 10), (10, 20), (20, 40)] {
            let each = |contender, what: fn(&Measured) -> f64| -> Result<f64> {
                let [from_cost, to_cost] =
                    [from, to].map(|count| results.find(group, contender, count).map(what));
                Ok((to_cost? - from_cost?) / (to - from) as f64)
            };
            write!(
                text,
                " {:.0} ({:.0}), {:.2} ({:.2}) |",
                each(OURS, |one| one.instructions)?,
                each(LIMIT, |one| one.instructions)?,
                each(OURS, |one| one.allocations as f64)?,
                each(LIMIT, |one| one.allocations as f64)?,
            )?;
        }
        text.push('\n');
    }
    text.push('\n');
    Ok(())
}

fn profiles(text: &mut String, results: &Results) -> Result<()> {
    text.push_str(
        "### Instructions by purpose, with ten middleware\n\n\
         The last column is the total with Debian's `libjemalloc2` preloaded in place of glibc's allocator.\n\n\
         | middleware that | contender | copies (memcpy) | malloc and free | everything else | total with jemalloc |\n\
         | --- | --- | ---: | ---: | ---: | ---: |\n",
    );
    for profile in &results.profiles {
        let work = LISTS.iter().find(|(group, _)| *group == profile.group);
        let work = work.map_or("", |(_, work)| work);
        write!(text, "| {work} | {} |", named(&profile.contender))?;
        for (_, instructions) in &profile.parts {
            write!(text, " {instructions:.0} |")?;
        }
        match profile.jemalloc {
            Some(instructions) => writeln!(text, " {instructions:.0} |")?,
            None => writeln!(text, " |")?,
        }
    }
    text.push('\n');
    Ok(())
}

/// Writes all results of a group in one table.
fn others(text: &mut String, results: &Results, group: &str) -> Result<()> {
    text.push_str(
        "| contender | number | instructions | allocations, bytes | time |\n\
         | --- | ---: | ---: | ---: | ---: |\n",
    );
    let of_group = results.measured.iter().filter(|one| one.group == group);
    for one in of_group {
        let ours = results.find(group, OURS, one.count)?;
        writeln!(
            text,
            "| {} | {} | **{:.2} ×** {:.0} | {}, {} | **{:.2} ×** {:.0} ns |",
            named(&one.contender),
            one.count,
            one.instructions / ours.instructions,
            one.instructions,
            one.allocations,
            one.bytes,
            one.time / ours.time,
            one.time,
        )?;
    }
    text.push('\n');
    Ok(())
}

/// Returns the name of a contender with its code in backticks.
fn named(contender: &str) -> String {
    let mut name = contender.to_owned();
    for code in [
        "app!",
        "#[middleware]",
        "from_fn",
        "ServiceBuilder",
        "try_run",
        "CorsLayer",
        "trusted_hosts",
        "proxy_headers",
        "https_redirect",
        "reject_cross_site",
        "security_headers",
        "redirect_slashes",
        "after_response",
        "problem_details",
        "map_source",
        "debug_errors",
    ] {
        name = name.replace(code, &format!("`{code}`"));
    }
    name
}
