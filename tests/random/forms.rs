//! Compares an application as a whole with the same one in parts: its table and its URLs.
//!
//! Four things may differ, and are not compared:
//!
//! - the file and the line, since the two are different text;
//! - the placement of an entry, which may be a part or an `include`, where a whole application has a scope;
//! - the order of the rows `405`: each `app!` has those of its own routes, so a path whose first route is an `ANY` in
//!   another one is further down;
//! - the rows `405` of a path that has an `ANY` under a condition: whether another route of the path can exist without it
//!   is decided for each `app!`, and a row that no request takes may remain. Such an application is not printed.

use concentric::{Explanation, RouteInfo, RouteKind, RouteTable};

use crate::apps::{APPS, App};

/// Returns all that a row says.
fn row(row: &RouteInfo) -> String {
    let middleware = row.middleware();
    let written: Vec<_> = middleware.iter().map(ToString::to_string).collect();
    let (name, handler, conditions) = (row.name(), row.handler(), row.conditions());
    let description = row.description();
    format!(
        "{row} {name:?} {handler:?} {description:?} {conditions:?} {}",
        written.join(" > ")
    )
}

fn rows<'a>(rows: impl IntoIterator<Item = &'a RouteInfo>) -> Vec<String> {
    rows.into_iter().map(row).collect()
}

/// Returns whether a path has a route for all methods that may be left out.
fn may_lose_any(routes: &RouteTable, path: &str) -> bool {
    let mut all = routes.iter().filter(|row| row.path() == path);
    all.any(|row| {
        let is_any = row.kind() == RouteKind::Route && row.methods().is_empty();
        is_any && !row.conditions().is_empty()
    })
}

/// Returns these rows of an application in their order, those of other methods in another one.
fn ordered<'a>(app: &App, all: impl IntoIterator<Item = &'a RouteInfo>) -> Vec<String> {
    let is_other_method = |row: &RouteInfo| row.kind() == RouteKind::MethodNotAllowed;
    let (others, all): (Vec<&RouteInfo>, Vec<_>) =
        all.into_iter().partition(|row| is_other_method(row));
    let others = others.into_iter();
    let mut others: Vec<_> = others
        .filter(|row| !may_lose_any(app.forms[0].routes, row.path()))
        .map(row)
        .collect();
    others.sort();
    [rows(all), others].concat()
}

/// Returns the lines of the printed table.
fn printed(routes: &RouteTable) -> Vec<String> {
    let mut lines: Vec<_> = routes.to_string().lines().map(str::to_owned).collect();
    lines.sort();
    lines
}

/// Returns all that an explanation says.
fn explanation(explanation: &Explanation<'_>) -> Vec<String> {
    let unless = explanation.unless().iter().copied();
    rows([explanation.route()].into_iter().chain(unless))
}

/// Returns what is wrong if `explain` says something else where the application is in parts.
pub(crate) fn explain_differs(app: &App, method: &str, path: &str) -> Option<String> {
    let [flat, parts] = app
        .forms
        .each_ref()
        .map(|form| form.routes.explain(method, path));
    (explanation(&flat) != explanation(&parts)).then(|| format!("flat: {flat}parts: {parts}"))
}

/// Fails if what two forms say differs.
#[track_caller]
fn assert_same(app: &App, what: &str, [flat, parts]: [&[String]; 2]) {
    if flat == parts {
        return;
    }
    let [flat, parts] = [(flat, parts), (parts, flat)].map(|(these, others)| {
        let only: Vec<_> = these.iter().filter(|one| !others.contains(one)).collect();
        format!("{only:#?}")
    });
    let sources = app.forms.each_ref().map(|form| form.source);
    let sources = sources.join("\n");
    panic!("{sources}\n{what} only where the application is flat: {flat}\nonly in parts: {parts}");
}

#[test]
fn an_application_in_parts_has_the_same_table() {
    let mut printed_apps = 0;
    for app in &APPS {
        let same = |what: &str, of: &dyn Fn(&RouteTable) -> Vec<String>| {
            let [flat, parts] = app.forms.each_ref().map(|form| of(form.routes));
            assert_same(app, what, [&flat, &parts]);
        };
        same("rows", &|routes| ordered(app, routes.iter()));
        same("unmatched rows", &|routes| {
            ordered(app, routes.unmatched().iter())
        });
        for prefix in app.model.scopes.iter().filter_map(|scope| scope.prefix) {
            same(&format!("unmatched rows under {prefix}"), &|routes| {
                ordered(app, routes.unmatched().under(prefix).iter())
            });
        }
        let routes = app.forms[0].routes;
        if !routes.iter().any(|row| may_lose_any(routes, row.path())) {
            same("lines", &printed);
            printed_apps += 1;
        }
    }
    assert!(printed_apps >= APPS.len() / 4, "{printed_apps} are printed");
}

#[test]
fn an_application_in_parts_has_the_same_urls() {
    let mut urls = 0;
    for app in &APPS {
        for [flat, parts] in (app.urls)() {
            assert_eq!(flat, parts, "{}", app.forms[1].source);
            urls += 1;
        }
    }
    assert!(urls >= APPS.len(), "too few URLs: {urls}");
}
