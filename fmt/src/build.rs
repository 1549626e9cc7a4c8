//! Builds the rows of a body from its tokens and comments.

use crate::{
    app::outline::{Leaf, LeafKind, Outline},
    lex::{Kind, Lexeme},
    row_builder::RowBuilder,
    tree::{Part, PartKind, Row},
};

/// Builds the rows of a body, and collects its leaves.
pub(crate) fn build(text: &str, lexemes: &[Lexeme], outline: &Outline) -> (Vec<Row>, Vec<Leaf>) {
    let mut builder = Builder {
        text,
        rest: lexemes,
        outline,
        leaves: Vec::new(),
    };
    let rows = builder.rows();
    (rows, builder.leaves)
}

struct Builder<'a> {
    text: &'a str,
    rest: &'a [Lexeme],
    outline: &'a Outline,
    leaves: Vec<Leaf>,
}

impl Builder<'_> {
    /// Reads rows up to the end of the group.
    fn rows(&mut self) -> Vec<Row> {
        let mut rows = RowBuilder::default();
        while let Some(next) = self.rest.first().filter(|next| next.kind != Kind::Close) {
            let begins_item = self.outline.items.contains(&next.range.start);
            let next_breaks = self.rest.get(1).filter(|next| next.kind != Kind::Close);
            let next_breaks = next_breaks.map(|next| next.breaks);
            let part = self.part(next);
            match &part.kind {
                PartKind::Comment { .. } => rows.comment(part, next_breaks),
                PartKind::Word(comma) if comma == "," => rows.comma(),
                _ => rows.solid(part, begins_item),
            }
        }
        rows.finish()
    }

    /// Reads the part that begins with this token or comment.
    fn part(&mut self, first: &Lexeme) -> Part {
        let text = self.text;
        let breaks = first.breaks;
        let (start, mut end) = (first.range.start, first.range.end);
        let kind = if let Some(leaf) = self.outline.leaves.get(&start) {
            end = leaf.range.end;
            self.leaf(leaf.clone(), PartKind::Leaf)
        } else if first.is_comment() {
            let is_line = first.kind == Kind::LineComment;
            let text = text[first.range.clone()].trim_end().to_owned();
            PartKind::Comment { text, is_line }
        } else if first.kind == Kind::Open {
            return self.group(breaks);
        } else if text[start..].starts_with('#') {
            end = self.attribute_end();
            let (range, kind) = (start..end, LeafKind::Attribute);
            self.leaf(Leaf { range, kind }, PartKind::Attribute)
        } else {
            // These signs are two tokens.
            if ["=>", ".."]
                .iter()
                .any(|sign| text[start..].starts_with(sign))
            {
                end = start + 2;
            }
            PartKind::Word(text[start..end].to_owned())
        };
        let next = self.rest.iter().position(|next| next.range.start >= end);
        self.rest = &self.rest[next.unwrap_or(self.rest.len())..];
        Part { kind, breaks }
    }

    fn group(&mut self, breaks: usize) -> Part {
        let is_block = self.text[self.rest[0].range.clone()].starts_with('{');
        self.rest = &self.rest[1..];
        let rows = self.rows();
        self.rest = self.rest.get(1..).unwrap_or_default();
        let kind = if is_block {
            PartKind::Block(rows)
        } else {
            PartKind::List(rows)
        };
        Part { kind, breaks }
    }

    fn leaf(&mut self, leaf: Leaf, part: fn(usize) -> PartKind) -> PartKind {
        self.leaves.push(leaf);
        part(self.leaves.len() - 1)
    }

    /// Returns the end of the attribute that begins here.
    fn attribute_end(&self) -> usize {
        let mut depth = 0;
        for lexeme in self.rest {
            match lexeme.kind {
                Kind::Open => depth += 1,
                Kind::Close if depth == 1 => return lexeme.range.end,
                Kind::Close => depth -= 1,
                _ => {}
            }
        }
        self.text.len()
    }
}
