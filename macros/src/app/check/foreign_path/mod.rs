//! Rewrites paths in the syntax of other frameworks. The text alone decides.

mod brackets;
mod mistake;
mod outside;
mod parameter;
mod rewriter;
mod segment;
#[cfg(test)]
mod tests;

use self::{
    brackets::split_segments,
    outside::{Alone, path_alone},
    rewriter::Rewriter,
};

pub(super) use self::mistake::{Kind, Mistake};

/// A path that is not in axum's syntax.
pub(super) struct ForeignPath {
    /// The first mistake.
    pub(super) mistake: Mistake,
    /// The path to write. There are several if a parameter is optional, the shortest first.
    pub(super) paths: Vec<String>,
}

/// Returns the mistake in a path, and the path to write. `is_prefix` is whether the item handles all
/// paths under its own.
pub(super) fn foreign_path(written: &str, is_prefix: bool) -> Option<ForeignPath> {
    let Alone {
        path,
        optional,
        mistakes,
    } = path_alone(written);
    let mut rewriter = Rewriter::new(mistakes);
    let segments = split_segments(&path);
    let first_optional = segments.len().saturating_sub(optional);
    // A slash after the rest of the path is not a segment.
    let last = segments.iter().rposition(|text| !text.is_empty());
    for (at, text) in segments.iter().enumerate() {
        rewriter.add(text, Some(at) == last, at >= first_optional);
    }
    rewriter.end(is_prefix);
    let mut paths = rewriter.paths();
    let mistakes = rewriter.mistakes;
    let is_regex = mistakes.iter().any(|mistake| mistake.kind == Kind::Regex);
    if is_regex && paths.iter().any(|path| has_regex_sign(path)) {
        paths.clear();
    }
    // The rewritten path drops these, so the message must be about them.
    let is_dropped = |mistake: &&Mistake| matches!(mistake.kind, Kind::Query | Kind::TextAfter);
    let dropped = mistakes.iter().find(is_dropped);
    let mistake = dropped.or(mistakes.first())?.clone();
    Some(ForeignPath { mistake, paths })
}

/// Returns whether text of a path still contains a sign of a regex.
fn has_regex_sign(path: &str) -> bool {
    path.replace("{*", "{")
        .contains(['\\', '*', '+', '?', '(', '[', '|', '^', '$'])
}
