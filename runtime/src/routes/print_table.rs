//! Prints rows as a table.

use std::{fmt, iter};

use super::{
    common_entries::{common, remainder},
    middleware::MiddlewareInfo,
    placement::Placement,
    row::{RouteInfo, RouteKind, method},
    table::RouteTable,
};

/// The width that the table keeps to, as long as no single name is wider.
const WIDTH: usize = 100;
/// The minimum width of the MIDDLEWARE column.
const LIST: usize = 40;
const GAP: &str = "  ";
/// The maximum length of an entry that is printed as written.
const ENTRY: usize = 32;
/// The maximum length of a handler expression. A name is never shortened.
const HANDLER: usize = 40;

/// Prints all rows as a table, with the middleware that run for each.
///
/// A row `405` stands for all paths that have the same answer to another method, and a row `404` for
/// the unmatched paths under a prefix. The list before routing has its own line. So have the
/// middleware that run for all rows, if the lists would not fit on a line otherwise; the rows then have
/// `…` in their place, or `… without [log]`. A line breaks between two entries of a list, and nowhere else.
impl fmt::Display for RouteTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_table(f, self.iter())
    }
}

/// Writes a table of these rows.
pub(super) fn write_table<'a>(
    f: &mut fmt::Formatter<'_>,
    rows: impl Iterator<Item = &'a RouteInfo>,
) -> fmt::Result {
    let groups = grouped(rows);
    let (before, lists): (Vec<_>, Vec<_>) = groups.iter().map(|rows| lists(rows[0])).unzip();
    let mut cells = vec![["METHOD", "PATH", "HANDLER"].map(str::to_owned)];
    cells.extend(groups.iter().map(|rows| {
        let handler = short_handler(rows[0].handler().unwrap_or_default());
        let handler = handler + &conditions(&rows[0].conditions());
        [method(rows[0]), path(rows), handler.trim_start().to_owned()]
    }));
    let widths = [0, 1, 2].map(|at| cells.iter().map(|row| length(&row[at])).max().unwrap_or(0));
    let left: usize = widths.iter().map(|width| width + GAP.len()).sum();
    let room = WIDTH.saturating_sub(left).max(LIST);

    if let Some(before) = before.first().filter(|before| !before.is_empty()) {
        writeln!(f, "before routing: {}", written(before).join(" > "))?;
    }
    let mut texts: Vec<_> = lists.iter().map(|list| written(list)).collect();
    if texts.iter().any(|list| length(&list.join(" > ")) > room) {
        let rows: Vec<&RouteInfo> = groups.iter().map(|rows| rows[0]).collect();
        let common = common(&rows, &lists);
        if !common.is_empty() {
            writeln!(f, "all rows: {}", written(&common).join(" > "))?;
            texts = lists.iter().map(|list| shortened(list, &common)).collect();
        }
    }
    texts.insert(0, vec!["MIDDLEWARE, OUTERMOST FIRST".to_owned()]);
    let [m, p, h] = widths;
    for ([method, path, handler], list) in cells.iter().zip(&texts) {
        let mut line = format!("{method:m$}{GAP}{path:p$}{GAP}{handler:h$}{GAP}");
        for part in wrap(list, room) {
            writeln!(f, "{}", (line + &part).trim_end())?;
            line = " ".repeat(left);
        }
    }
    Ok(())
}

/// Returns what runs before routing, and the other middleware of a row.
fn lists(row: &RouteInfo) -> (Vec<MiddlewareInfo>, Vec<MiddlewareInfo>) {
    let all = row.middleware().into_iter();
    all.partition(|entry| entry.placement() == Placement::BeforeRouting)
}

/// Returns the entries of a list as they are printed.
fn written(list: &[MiddlewareInfo]) -> Vec<String> {
    list.iter().map(short_entry).collect()
}

/// Returns the entries of a list as they are printed, with `…` in place of the common ones.
fn shortened(list: &[MiddlewareInfo], common: &[MiddlewareInfo]) -> Vec<String> {
    let Some(remainder) = remainder(list, common) else {
        return written(list);
    };
    let mut texts = written(remainder.entries);
    let place = match &*remainder.left_out {
        [] => "…".to_owned(),
        names => format!("… without [{}]", names.join(", ")),
    };
    texts.insert(0, place);
    texts
}

/// Returns the rows in groups: the 405s of all paths that have the same answer are one.
fn grouped<'a>(rows: impl Iterator<Item = &'a RouteInfo>) -> Vec<Vec<&'a RouteInfo>> {
    let mut groups: Vec<Vec<&RouteInfo>> = Vec::new();
    for row in rows {
        match groups.iter_mut().find(|group| same_answer(group[0], row)) {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    groups
}

/// Returns whether both are 405s with the same handler, conditions and middleware.
fn same_answer(a: &RouteInfo, b: &RouteInfo) -> bool {
    let is_405 = |row: &RouteInfo| row.kind() == RouteKind::MethodNotAllowed;
    let handler = |row: &RouteInfo| row.item.map(|item| item.id());
    is_405(a)
        && is_405(b)
        && handler(a) == handler(b)
        && a.conditions() == b.conditions()
        && same_entries(&a.middleware(), &b.middleware())
}

fn same_entries(a: &[MiddlewareInfo], b: &[MiddlewareInfo]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.is(b))
}

/// Returns the path of these rows, or their number and what their paths begin with.
fn path(rows: &[&RouteInfo]) -> String {
    let [first, others @ ..] = rows else {
        return String::new();
    };
    if others.is_empty() {
        return first.path().to_owned();
    }
    let mut common: Vec<&str> = first.path().split('/').collect();
    for other in others {
        let same = common.iter().zip(other.path().split('/'));
        let length = same
            .take_while(|(segment, other)| *segment == other)
            .count();
        common.truncate(length);
    }
    match &*common.join("/") {
        "" => format!("{} paths", rows.len()),
        prefix => format!("{} paths under {prefix}", rows.len()),
    }
}

/// Returns the lines of a list. A line ends after an entry.
fn wrap(list: &[String], width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for (at, entry) in list.iter().enumerate() {
        let is_last = at + 1 == list.len();
        let piece = if is_last {
            entry.clone()
        } else {
            format!("{entry} >")
        };
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(&piece),
            Some(line) if length(line) + 1 + length(&piece) <= width => {
                line.push(' ');
                line.push_str(&piece);
            }
            _ => lines.push(piece),
        }
    }
    lines
}

/// Returns an entry as written, or its name and its condition where it is long.
pub(super) fn short_entry(entry: &MiddlewareInfo) -> String {
    if length(unconditional(entry)) <= ENTRY || entry.name().is_empty() {
        return entry.written().to_owned();
    }
    let first = match entry.condition() {
        Some(condition) => format!("{}(…) if {condition}", entry.name()),
        None => format!("{}(…)", entry.name()),
    };
    let others = entry.alternatives().iter();
    let others = others.map(|other| format!("{other}(…)"));
    let all: Vec<String> = iter::once(first).chain(others).collect();
    all.join(" else ")
}

/// Returns the text of an entry without its condition. An entry with an `else` is returned as written.
fn unconditional(entry: &MiddlewareInfo) -> &'static str {
    let condition = entry.condition().unwrap_or_default();
    let value = entry.written().strip_suffix(condition);
    let value = value.and_then(|value| value.strip_suffix(" if "));
    value.unwrap_or(entry.written())
}

/// Returns a handler as written. Shortens a long expression, but never a name.
pub(super) fn short_handler(handler: &str) -> String {
    let is_name = |text: &str| {
        text.chars()
            .all(|c| c.is_alphanumeric() || "_:".contains(c))
    };
    if length(handler) <= HANDLER || is_name(handler) {
        return handler.to_owned();
    }
    let begin: String = handler.chars().take(HANDLER - 1).collect();
    format!("{}…", begin.trim_end())
}

/// Returns the conditions after an `if`, or an empty string if there are none.
pub(super) fn conditions(conditions: &[&str]) -> String {
    let is_only = conditions.len() == 1;
    let texts = conditions.iter().map(|condition| {
        if is_only || !condition.contains("||") {
            (*condition).to_owned()
        } else {
            format!("({condition})")
        }
    });
    let texts: Vec<String> = texts.collect();
    if texts.is_empty() {
        String::new()
    } else {
        format!(" if {}", texts.join(" && "))
    }
}

fn length(text: &str) -> usize {
    text.chars().count()
}
