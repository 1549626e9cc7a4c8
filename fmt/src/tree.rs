//! The structure of a body: rows, which are items or entries, and their parts.

/// An item of a block, an entry of a list, or the signature with its lists and its block. A comment between them is a
/// row, too.
#[derive(Debug, Default)]
pub(crate) struct Row {
    pub(crate) has_blank_before: bool,
    pub(crate) parts: Vec<Part>,
    pub(crate) has_comma: bool,
    /// The comments after it, on its last line.
    pub(crate) trailing: Vec<String>,
}

/// A part of a row.
#[derive(Debug)]
pub(crate) struct Part {
    pub(crate) kind: PartKind,
    /// The number of line breaks before it in the source.
    pub(crate) breaks: usize,
}

#[derive(Debug)]
pub(crate) enum PartKind {
    Word(String),
    /// An attribute, and its index among the leaves.
    Attribute(usize),
    /// Rust that rustfmt formats, and its index among the leaves.
    Leaf(usize),
    Comment {
        text: String,
        is_line: bool,
    },
    List(Vec<Row>),
    Block(Vec<Row>),
}

impl Row {
    /// Returns whether the row is more than comments.
    pub(crate) fn is_solid(&self) -> bool {
        self.parts.iter().any(Part::is_solid)
    }

    /// Returns whether nothing can follow on the last line.
    pub(crate) fn ends_line(&self) -> bool {
        let is_line = |part: &Part| matches!(part.kind, PartKind::Comment { is_line: true, .. });
        match self.trailing.last() {
            Some(comment) => comment.starts_with("//"),
            None => self.parts.last().is_some_and(is_line),
        }
    }

    /// Returns whether the row ends with a block.
    pub(crate) fn has_block(&self) -> bool {
        let last = self.parts.iter().rfind(|part| part.is_solid());
        last.is_some_and(|last| matches!(last.kind, PartKind::Block(_)))
    }
}

impl Part {
    pub(crate) fn is_solid(&self) -> bool {
        !matches!(self.kind, PartKind::Comment { .. })
    }
}
