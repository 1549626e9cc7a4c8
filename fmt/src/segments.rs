//! Divides a row into segments, between which it can be broken.

use crate::tree::{Part, PartKind};

/// Some parts of a row. A row begins with `GET "/" => index`, and each `with [...]` or `if condition` is another segment.
pub(crate) type Segment<'a> = &'a [Part];

/// Divides a row without its attributes and its block.
pub(crate) fn segments(parts: &[Part]) -> Vec<Segment<'_>> {
    let mut segments = Vec::new();
    let mut start = 0;
    let mut before = "";
    for (at, part) in parts.iter().enumerate() {
        let PartKind::Word(word) = &part.kind else {
            continue;
        };
        let begins = matches!(&**word, "if" | "else" | "with" | "without" | "before");
        // A route or a stack can have such a name.
        let is_name = before == "as" || before == "stack";
        if begins && !is_name && at > start {
            segments.push(&parts[start..at]);
            start = at;
        }
        before = word;
    }
    if start < parts.len() {
        segments.push(&parts[start..]);
    }
    segments
}

/// Returns whether a segment is a word and a list.
pub(crate) fn ends_with_list(segment: &[Part]) -> bool {
    segment
        .last()
        .is_some_and(|last| matches!(last.kind, PartKind::List(_)))
}
