//! Prints what formatting changes, as rustfmt does.

use std::{fmt::Write, path::Path};

use similar::{ChangeTag, TextDiff};

/// The number of lines around a change.
const CONTEXT: usize = 3;

/// Returns the lines that differ, or nothing if none does.
pub(crate) fn diff(path: &Path, before: &str, after: &str) -> String {
    let diff = TextDiff::from_lines(before, after);
    let mut text = String::new();
    for group in diff.grouped_ops(CONTEXT) {
        let line = group.first().map_or(0, |first| first.old_range().start) + 1;
        // Writing to a string succeeds.
        let _ = writeln!(text, "Diff in {}:{line}:", path.display());
        for change in group
            .iter()
            .flat_map(|operation| diff.iter_changes(operation))
        {
            let sign = match change.tag() {
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
                ChangeTag::Equal => ' ',
            };
            let line = change.value().trim_end_matches(['\r', '\n']);
            let _ = writeln!(text, "{sign}{line}");
        }
    }
    text
}
