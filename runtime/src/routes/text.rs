//! The rows as a table.

use std::fmt::{self, Write};

use super::{
    level::Level,
    middleware::MiddlewareInfo,
    row::{RouteInfo, RouteKind, method},
    table::Routes,
};

/// How wide the table may be.
const WIDTH: usize = 100;
/// How wide a column may be, and the gap between two.
const WIDEST: [usize; 3] = [16, 36, 24];
const GAP: &str = "  ";
/// How long an entry may be that is shown as written, and how much of a handler is.
const ENTRY: usize = 32;
pub(super) const HANDLER: usize = 72;

/// A table of all rows, 100 columns wide, with what stands in front of each.
///
/// A line `other` stands for all paths whose other methods have the same answer. Where the lists do not
/// fit on a line each, what stands in front of all rows is written once.
impl fmt::Display for Routes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_table(f, self.iter())
    }
}

pub(super) fn write_table<'a>(
    f: &mut fmt::Formatter<'_>,
    rows: impl Iterator<Item = &'a RouteInfo>,
) -> fmt::Result {
    let groups = grouped(rows);
    let mut stacks: Vec<Vec<String>> = groups
        .iter()
        .map(|rows| rows[0].middleware().into_iter().map(shortened).collect())
        .collect();
    let mut cells: Vec<[Vec<String>; 3]> = groups
        .iter()
        .map(|rows| {
            [
                pieces(&method(rows[0]), '|'),
                path(rows),
                pieces(
                    &shorten(rows[0].handler().unwrap_or_default(), HANDLER),
                    ':',
                ),
            ]
        })
        .collect();
    cells.insert(
        0,
        ["METHOD", "PATH", "HANDLER"].map(|title| vec![title.to_owned()]),
    );
    let mut widths = [0; 4];
    for (at, widest) in WIDEST.into_iter().enumerate() {
        let cells = cells.iter().map(|cells| length(&cells[at].concat()));
        widths[at] = cells.max().unwrap_or(0).min(widest);
    }
    widths[3] = WIDTH - widths.iter().sum::<usize>() - 3 * GAP.len();

    let too_long = stacks
        .iter()
        .any(|stack| length(&joined(stack).concat()) > widths[3]);
    let common = if too_long {
        common(&stacks)
    } else {
        Vec::new()
    };
    if length(&joined(&common).concat()) > 12 {
        for stack in &mut stacks {
            stack.splice(..common.len(), ["all".to_owned()]);
        }
        cells.insert(1, [vec!["all".to_owned()], Vec::new(), Vec::new()]);
        stacks.insert(0, common);
    }
    stacks.insert(0, vec!["MIDDLEWARE, OUTERMOST FIRST".to_owned()]);
    for ([method, path, handler], stack) in cells.into_iter().zip(stacks) {
        write_cells(f, &[method, path, handler, joined(&stack)], widths)?;
    }
    Ok(())
}

/// What all of these begin with.
fn common(stacks: &[Vec<String>]) -> Vec<String> {
    let Some((first, others)) = stacks.split_first() else {
        return Vec::new();
    };
    let same = |at: &usize| others.iter().all(|other| other.get(*at) == first.get(*at));
    first[..(0..first.len()).take_while(same).count()].to_vec()
}

/// The rows, with those of other methods that have the same answer in one.
pub(super) fn grouped<'a>(rows: impl Iterator<Item = &'a RouteInfo>) -> Vec<Vec<&'a RouteInfo>> {
    let mut groups: Vec<Vec<&RouteInfo>> = Vec::new();
    for row in rows {
        let same = groups.iter_mut().find(|group| {
            [row, group[0]]
                .iter()
                .all(|row| row.kind() == RouteKind::MethodNotAllowed)
                && row.stack.id == group[0].stack.id
        });
        match same {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    groups
}

/// The path of these rows, or how many they have.
fn path(rows: &[&RouteInfo]) -> Vec<String> {
    match (rows, rows[0].stack.level) {
        ([row], _) => pieces(row.path(), '/'),
        (_, Level::Scope(prefix)) if !prefix.is_empty() => {
            let mut text = vec![format!("{} paths below ", rows.len())];
            text.extend(pieces(prefix, '/'));
            text
        }
        _ => vec![format!("{} paths", rows.len())],
    }
}

fn write_cells(
    f: &mut fmt::Formatter<'_>,
    cells: &[Vec<String>; 4],
    widths: [usize; 4],
) -> fmt::Result {
    let wrapped: Vec<Vec<String>> = cells
        .iter()
        .zip(widths)
        .map(|(cell, width)| wrap(cell, width))
        .collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    for at in 0..height {
        let mut line = String::new();
        for (cell, width) in wrapped.iter().zip(widths) {
            let text = cell.get(at).map_or("", |text| text.trim_end());
            write!(line, "{text:width$}{GAP}")?;
        }
        writeln!(f, "{}", line.trim_end())?;
    }
    Ok(())
}

/// The lines of a cell: as many pieces in each as fit.
fn wrap(pieces: &[String], width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in pieces {
        let mut rest: Vec<char> = piece.chars().collect();
        let used = lines.last().map_or(0, |line| length(line));
        // A space at the end of a line is not seen.
        if used > 0 && used + length(piece.trim_end()) > width {
            lines.push(String::new());
        }
        while rest.len() > width && length(piece.trim_end()) > width {
            let tail = rest.split_off(width);
            push(&mut lines, rest);
            lines.push(String::new());
            rest = tail;
        }
        push(&mut lines, rest);
    }
    lines
}

fn push(lines: &mut [String], text: Vec<char>) {
    if let Some(last) = lines.last_mut() {
        last.extend(text);
    }
}

/// A text in pieces, between which a line may end: after each of these characters.
fn pieces(text: &str, end: char) -> Vec<String> {
    text.split_inclusive(end).map(str::to_owned).collect()
}

/// What is passed one after the other.
fn joined(entries: &[String]) -> Vec<String> {
    let last = entries.len().saturating_sub(1);
    let pieces = entries.iter().enumerate();
    pieces
        .map(|(at, entry)| {
            if at == last {
                entry.clone()
            } else {
                format!("{entry} > ")
            }
        })
        .collect()
}

/// An entry as written, or only its name and whether it stands under an `if`.
pub(super) fn shortened(entry: &MiddlewareInfo) -> String {
    if length(entry.written()) <= ENTRY || entry.name().is_empty() {
        return shorten(entry.written(), ENTRY);
    }
    let condition = if entry.is_conditional() {
        " if …"
    } else {
        ""
    };
    format!("{}(…){condition}", entry.name())
}

/// The beginning of a text that is longer than this.
pub(super) fn shorten(text: &str, most: usize) -> String {
    if length(text) <= most {
        return text.to_owned();
    }
    let begin: String = text.chars().take(most - 1).collect();
    format!("{}…", begin.trim_end())
}

fn length(text: &str) -> usize {
    text.chars().count()
}
