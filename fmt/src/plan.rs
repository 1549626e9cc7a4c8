//! Computes the place of each leaf, so that rustfmt knows the width that is left.

use crate::{
    app::outline::{Leaf, LeafKind},
    tree::{PartKind, Row},
};

/// The place of a leaf.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Place {
    /// The indentation of its lines after the first one, in levels.
    pub(crate) depth: usize,
    pub(crate) after: After,
}

/// What is in front of a leaf on its line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum After {
    Nothing,
    /// A text of this width, after which the line can be broken.
    Prefix(usize),
}

/// What rows are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Level {
    /// The signature with its lists and its block.
    Head,
    Items,
    Entries,
}

/// Returns the places of all leaves.
pub(crate) fn plan(rows: &[Row], leaves: &[Leaf], depth: usize) -> Vec<Place> {
    let place = Place {
        depth,
        after: After::Nothing,
    };
    let mut places = vec![place; leaves.len()];
    place_rows(rows, Level::Head, leaves, depth, &mut places);
    places
}

fn place_rows(rows: &[Row], level: Level, leaves: &[Leaf], depth: usize, places: &mut [Place]) {
    for row in rows {
        let mut prefix = 0;
        let mut last = "";
        for part in &row.parts {
            match &part.kind {
                PartKind::Word(word) => {
                    last = word;
                    prefix += word.chars().count() + 1;
                }
                PartKind::Comment { text, .. } => prefix += text.chars().count() + 1,
                PartKind::Leaf(at) if leaves[*at].kind == LeafKind::Expression => {
                    let (depth, after) = match (last, level) {
                        // It may be on a line of its own.
                        ("if", _) => (depth + 1, After::Prefix("if ".len())),
                        ("else", _) => (depth, After::Prefix("else ".len())),
                        (_, Level::Entries) => (depth, After::Nothing),
                        _ => (depth, After::Prefix(prefix)),
                    };
                    places[*at] = Place { depth, after };
                }
                PartKind::Leaf(at) | PartKind::Attribute(at) => places[*at].depth = depth,
                PartKind::List(rows) => place_rows(rows, Level::Entries, leaves, depth + 1, places),
                PartKind::Block(rows) => place_rows(rows, Level::Items, leaves, depth + 1, places),
            }
        }
    }
}
