//! Parameters that a part and the prefix around it both have.

use super::{
    message::Message,
    pattern::{equal, is_brace, parameter},
    pieces::IncludedPart,
};
use crate::routes::row::{RouteInfo, RouteKind};

/// Checks the rows of a part.
#[track_caller]
pub(super) const fn check_parameters(
    part: &IncludedPart,
    rows: &[RouteInfo],
    (start, end): (usize, usize),
) {
    if first(part.prefix).is_none() {
        return;
    }
    let mut at = start;
    while at < end {
        check_row(part, &rows[at]);
        at += 1;
    }
}

/// Checks that the path of a row has no parameter that the prefix around its part has, too.
#[track_caller]
const fn check_row(part: &IncludedPart, row: &RouteInfo) {
    let (mut prefix, mut of_prefix) = (part.prefix, first(part.prefix));
    while let Some(outer) = of_prefix {
        let (mut path, mut of_path) = (row.path, first(row.path));
        let mut count = 0;
        while let Some(inner) = of_path {
            // The catch-all of a 404 is not written by anyone.
            let is_written = !(inner.is_rest && matches!(row.kind, RouteKind::Fallback));
            if is_written && equal(outer.name, inner.name) {
                count += 1;
            }
            path = path.split_at(inner.end).1;
            of_path = first(path);
        }
        if count > 1 {
            Message::new("duplicate parameter `")
                .text(outer.name)
                .text("` in ")
                .row(row)
                .text(": rename it, or the one of the prefix around the `include`")
                .panic();
        }
        prefix = prefix.split_at(outer.end).1;
        of_prefix = first(prefix);
    }
}

/// A parameter of a path.
struct Parameter<'a> {
    name: &'a str,
    is_rest: bool,
    /// Where it ends in the path.
    end: usize,
}

/// Returns the first parameter of a path.
const fn first(path: &str) -> Option<Parameter<'_>> {
    let bytes = path.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if let Some((is_rest, end)) = parameter(bytes, at) {
            let begin = if is_rest { at + 2 } else { at + 1 };
            let name = path.split_at(end - 1).0.split_at(begin).1;
            return Some(Parameter { name, is_rest, end });
        }
        at += if is_brace(bytes, at) { 2 } else { 1 };
    }
    None
}
