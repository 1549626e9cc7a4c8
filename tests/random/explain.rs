//! Compares `explain` with what a request has run.

use concentric::RouteKind;

use crate::apps::App;

/// Returns what is wrong if `explain` says something else than what a request has run.
pub(crate) fn differs(
    app: &App,
    on: bool,
    method: &str,
    path: &str,
    passed: &[String],
    status: u16,
) -> Option<String> {
    // The values of the parameters are those of the request.
    let passed = passed.iter().map(|line| match line.split_once(" {") {
        Some((name, _)) => name,
        None => line,
    });
    let passed: Vec<_> = passed.collect();
    let explanation = app.routes.explain(method, path);
    let mut rows = vec![explanation.route()];
    rows.extend(explanation.unless());
    if !explanation.unless().is_empty() {
        // A merged route that matches may yield to the scope that owns the path.
        let scopes = app.routes.unmatched();
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
    (!agrees).then(|| format!("explain: one of {expected:?}\n{explanation}"))
}
