//! Compares `explain` with what a request has run.

use concentric::{Explanation, RouteInfo, RouteKind, RouteTable};

use crate::{apps::App, oracle::meaning};

/// Whether `explain` says what a request has run.
pub(crate) enum Agreement {
    Yes,
    /// The table does not know which conditions hold, and one that does not decides.
    Unknown,
    No(String),
}

/// Compares `explain` for a request to one form of an application with what the request has run.
pub(crate) fn agrees(
    app: &App,
    (form, method, _): (usize, &str, &str),
    path: &str,
    on: bool,
    passed: &[String],
    status: u16,
) -> Agreement {
    // The values of the parameters are those of the request.
    let passed = passed.iter().map(|line| match line.split_once(" {") {
        Some((name, _)) => name,
        None => line,
    });
    let passed: Vec<_> = passed.collect();
    let routes = app.forms[form].routes;
    let explanation = routes.explain(method, path);
    if depends_on_what_is_left_out(routes, &explanation, path, on) {
        return Agreement::Unknown;
    }
    let mut rows = vec![explanation.route()];
    rows.extend(explanation.unless());
    if !explanation.unless().is_empty() {
        // A merged route that matches may yield to the scope that owns the path.
        let scopes = routes.unmatched();
        rows.extend(
            scopes
                .iter()
                .filter(|row| row.kind() == RouteKind::Fallback),
        );
    }
    let expected: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let entries = row.middleware().into_iter().filter(|entry| {
                let written = entry.written();
                !entry.is_conditional() || written.ends_with(if on { "if on" } else { "if !on" })
            });
            let names = entries.map(|entry| match entry.written().split_once("(\"") {
                Some((_, scope)) => format!("{} {}", entry.name(), scope.trim_end_matches("\")")),
                None => entry.name().to_owned(),
            });
            let answer = Some(row.description().to_owned()).filter(|name| !name.is_empty());
            names.chain(answer).collect()
        })
        .collect();
    let agrees = rows.iter().zip(&expected).any(|(row, expected)| {
        let status_of_row = match row.kind() {
            // All handlers of these applications answer with a 200, also those of unmatched paths.
            _ if row.handler().is_some() => 200,
            RouteKind::MethodNotAllowed => 405,
            _ => 404,
        };
        // A merged router answers other methods of its own paths.
        let is_other_method = row.kind() == RouteKind::Merge && status == 405;
        (passed == *expected && status == status_of_row)
            || (is_other_method && passed == expected[..expected.len() - 1])
    });
    if agrees {
        Agreement::Yes
    } else {
        Agreement::No(format!("explain: one of {expected:?}\n{explanation}"))
    }
}

/// Returns whether the application leaves out the row that a request takes by the table, or one that it depends on: a
/// merged router that may answer instead, a route or a mount that the path matches, or one that conflicts with those,
/// or a scope that may own the path.
fn depends_on_what_is_left_out(
    routes: &RouteTable,
    explanation: &Explanation<'_>,
    path: &str,
    on: bool,
) -> bool {
    let left_out: Vec<_> = routes.iter().filter(|row| is_left_out(row, on)).collect();
    let mut unless = explanation.unless().iter();
    let conflicts = |row: &RouteInfo| {
        let mut others = left_out.iter().filter(|other| !is_scope(other));
        others.any(|other| table(&[row, other]).is_none())
    };
    let mut declared = routes.iter().filter(|row| !is_scope(row));
    is_left_out(explanation.route(), on)
        || unless.any(|merged| is_left_out(merged, on))
        || left_out.iter().any(|row| matches(row, path))
        || declared.any(|row| matches(row, path) && conflicts(row))
}

fn is_scope(row: &RouteInfo) -> bool {
    row.kind() == RouteKind::Fallback
}

/// Returns whether a path, or what it means, matches a route or a mount, or is under the prefix of a scope.
fn matches(row: &RouteInfo, path: &str) -> bool {
    let meaning = format!("/{}", meaning(path).join("/"));
    table(&[row]).is_some_and(|table| table.at(path).is_ok() || table.at(&meaning).is_ok())
}

/// Returns the routing table of these rows, or `None` if they conflict.
fn table(rows: &[&RouteInfo]) -> Option<matchit::Router<()>> {
    let mut table = matchit::Router::new();
    for row in rows {
        let own = row.path().trim_end_matches("/{*rest}");
        let own = own.trim_end_matches('/');
        let paths = match row.kind() {
            RouteKind::Route => vec![row.path().to_owned()],
            RouteKind::Mount | RouteKind::Fallback if own.is_empty() => vec!["/{*rest}".to_owned()],
            RouteKind::Mount | RouteKind::Fallback => vec![
                own.to_owned(),
                format!("{own}/"),
                format!("{own}/{{*rest}}"),
            ],
            _ => Vec::new(),
        };
        for path in paths {
            table.insert(path, ()).ok()?;
        }
    }
    Some(table)
}

/// Returns whether one of the conditions of a row does not hold. Each is `on` or `state.is_on()`, or its opposite.
fn is_left_out(row: &RouteInfo, on: bool) -> bool {
    let mut conditions = row.conditions().into_iter();
    conditions.any(|condition| condition.starts_with('!') == on)
}
