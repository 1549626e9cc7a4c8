//! Writes the section of the report about growth.

use std::fmt::Write;

use anyhow::Result;

use super::{Results, routes::Routes};
use crate::{
    places::read_results,
    plot::{Line, Plot},
};

const PLOT: &str = "growth.svg";

/// The forms of an application, and their names in the report.
const FORMS: [(&str, &str); 4] = [
    ("axum", "axum, `route`"),
    ("nest", "axum, `nest` of 50 routes each"),
    ("flat", "`app!`, flat"),
    ("parts", "`app!`, parts of 50 routes each"),
];

/// Returns the section, from `results/growth.json`.
pub(crate) fn section() -> Result<String> {
    let results: Results = read_results("growth.json")?;
    let mut text = format!(
        "## Growth\n\n![](plots/{PLOT})\n\n### Routes\n\n\
         The same routes in four forms, without middleware and with three around all. All routes share one handler, \
         so that 5,000 routes can be compiled, and every second route has a parameter. Requests are called in \
         process, and go to a route in the middle of the table. Instructions are those of callgrind. \
         The 404 and the 405 of axum have no body. Those of `app!` have one in JSON, and a 404 is answered by the innermost \
         scope that owns the path, which is looked up first: among the prefixes of all parts, if there are some. \
         `app!` keeps a row of the table for each route, and checks the `Path` of each handler with a request when \
         it is built.\n\n\
         | form | routes | middleware | instructions to build | ms to build | KiB held | matched | unmatched (404) | wrong method (405) |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
    );
    for one in &results.routes {
        let [matched, unmatched, method] = one.requests;
        writeln!(
            text,
            "| {} | {} | {} | {:.0} | {:.2} | {:.0} | {matched:.0} | {unmatched:.0} | {method:.0} |",
            named(&one.form),
            one.routes,
            one.middleware,
            one.build,
            one.time,
            one.bytes as f64 / 1024.0,
        )?;
    }
    text.push_str(
        "\nIn `app!` with parts, each part has a prefix of its own. Each route with a parameter is compared with each \
         of these prefixes, so building grows with the product of both.\n",
    );
    text.push_str(
        "\n### Idle connections\n\n\
         Each idle connection has had one response. Its memory is the slope of the server's resident memory. \
         `axum::serve` gets the router by `into_make_service`, so that its connections share the routes. \
         The load is that of 64 connections of wrk.\n\n\
         | server | routes | idle connections | KiB for each | µs per request, without and with them | requests per second, without and with them |\n\
         | --- | ---: | ---: | ---: | ---: | ---: |\n",
    );
    for one in &results.idle {
        let ([alone, beside], [rate_alone, rate]) = (one.processor, one.per_second);
        writeln!(
            text,
            "| `{}` | {} | {} | {:.2} | {alone:.1} / {beside:.1} | {rate_alone:.0} / {rate:.0} |",
            one.server, one.routes, one.connections, one.memory,
        )?;
    }
    Ok(text)
}

/// Returns the plot: the file name and the SVG.
pub(crate) fn plots() -> Result<Vec<(String, String)>> {
    let results: Results = read_results("growth.json")?;
    let lines = FORMS.map(|(form, name)| {
        let is_own = |one: &&Routes| one.form == form && one.middleware == 0;
        let own = results.routes.iter().filter(is_own);
        Line {
            name: name.replace('`', ""),
            points: own
                .map(|one| (one.routes as f64, one.build / 1e3))
                .collect(),
        }
    });
    let plot = Plot {
        title: "Thousands of instructions to build an application without middleware".to_owned(),
        axis: "number of routes",
        marks: &[0.0, 1000.0, 2500.0, 5000.0],
        lines: lines.into(),
    };
    Ok(vec![(PLOT.to_owned(), plot.svg())])
}

fn named(form: &str) -> &str {
    let found = FORMS.iter().find(|(name, _)| *name == form);
    found.map_or(form, |(_, name)| name)
}
