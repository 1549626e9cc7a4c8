//! Writes the rows of a body, and decides on their line breaks.
//!
//! A row is on one line if it fits. Otherwise, it is broken in front of `with` and the other words that continue it, or
//! its last list is broken. A broken list has one entry on each line.

use crate::{
    leaves::Code,
    plan::Level,
    rustfmt::Config,
    segments::{Segment, segments},
    tree::{Part, PartKind, Row},
    writer::Writer,
};

/// Returns the text of the rows, each at this indentation in levels.
pub(crate) fn layout(rows: &[Row], codes: &[Code], config: &Config, depth: usize) -> String {
    let writer = Writer::new(config);
    let mut layout = Layout { codes, writer };
    layout.rows(rows, Level::Head, depth);
    layout.writer.finish()
}

pub(crate) struct Layout<'a> {
    codes: &'a [Code],
    pub(crate) writer: Writer<'a>,
}

impl Layout<'_> {
    fn rows(&mut self, rows: &[Row], level: Level, depth: usize) {
        let last = rows.iter().rposition(Row::is_solid);
        for (at, row) in rows.iter().enumerate() {
            if row.has_blank_before {
                self.writer.blank_line();
            }
            // A comment behind the bracket stays there.
            let is_behind =
                at == 0 && !row.is_solid() && row.parts.iter().all(|part| part.breaks == 0);
            if !is_behind {
                self.writer.new_line(depth);
            }
            let comma = match level {
                Level::Head => false,
                Level::Entries => row.is_solid(),
                // A comma that is missing between items stays so, but the last one has one.
                Level::Items => row.has_comma || (last == Some(at) && !row.has_block()),
            };
            self.row(row, level, depth, comma);
            for comment in &row.trailing {
                self.writer.word(comment);
            }
        }
    }

    fn row(&mut self, row: &Row, level: Level, depth: usize, has_comma: bool) {
        let is_attribute = |part: &Part| matches!(part.kind, PartKind::Attribute(_));
        let attributes = row.parts.iter().rposition(is_attribute);
        let after = attributes.map_or(0, |last| last + 1);
        let comments = row.parts[after..]
            .iter()
            .take_while(|part| !part.is_solid());
        let count = after + if after > 0 { comments.count() } else { 0 };
        for part in &row.parts[..count] {
            self.part(part, depth, depth);
            if is_attribute(part) || self.writer.must_break() {
                self.writer.new_line(depth);
            }
        }
        let parts = &row.parts[count..];
        let is_block = |part: &Part| matches!(part.kind, PartKind::Block(_));
        let block = parts.iter().rposition(is_block);
        let (parts, rest) = parts.split_at(block.unwrap_or(parts.len()));
        let suffix = block.map_or(usize::from(has_comma), |_| " {".len());
        let segments = segments(parts);
        match self.flat_all(&segments) {
            Some(flat) if self.writer.fits(&flat, suffix) => self.writer.word(&flat),
            _ if level == Level::Entries => self.broken_entry(&segments, depth, suffix),
            _ => self.broken(&segments, level, depth, suffix),
        }
        for part in rest {
            match &part.kind {
                PartKind::Block(rows) => self.block(rows, depth),
                _ => self.part(part, depth, depth + 1),
            }
        }
        if has_comma {
            self.writer.glue(",");
        }
    }

    /// Writes a segment, with its list on the line if it fits.
    pub(crate) fn segment(
        &mut self,
        segment: &[Part],
        depth: usize,
        continued: usize,
        suffix: usize,
    ) {
        match self.flat_all(&[segment]) {
            Some(flat) if self.writer.fits(&flat, suffix) => self.writer.word(&flat),
            _ => self.parts(segment, depth, continued),
        }
    }

    pub(crate) fn parts(&mut self, parts: &[Part], depth: usize, continued: usize) {
        for part in parts {
            self.part(part, depth, continued);
        }
    }

    /// Writes a part, with a list broken. After a line comment, it is on another line.
    fn part(&mut self, part: &Part, depth: usize, continued: usize) {
        let is_comment = matches!(part.kind, PartKind::Comment { .. });
        let after_comment = self.writer.is_after_comment();
        if self.writer.must_break() || (part.breaks > 0 && (is_comment || after_comment)) {
            self.writer.new_line_unless_empty(continued);
        }
        match &part.kind {
            PartKind::Word(word) => self.writer.word(word),
            PartKind::Comment { text, is_line } => self.writer.comment(text, *is_line),
            PartKind::Leaf(at) | PartKind::Attribute(at) => {
                let code = &self.codes[*at];
                if code.is_on_next_line {
                    self.writer.new_line_unless_empty(continued);
                }
                self.writer.word(&code.text);
            }
            PartKind::List(rows) => {
                if let Some(flat) = self
                    .flat_rows(rows)
                    .filter(|flat| self.writer.fits(flat, "[] {".len()))
                {
                    return self.writer.word(&format!("[{flat}]"));
                }
                self.writer.word("[");
                self.rows(rows, Level::Entries, depth + 1);
                if !rows.is_empty() {
                    self.writer.new_line(depth);
                }
                self.writer.glue("]");
            }
            PartKind::Block(rows) => self.block(rows, depth),
        }
    }

    fn block(&mut self, rows: &[Row], depth: usize) {
        if self.writer.must_break() || !self.writer.line_can_continue(depth) {
            self.writer.new_line(depth);
        }
        self.writer.word("{");
        self.rows(rows, Level::Items, depth + 1);
        if !rows.is_empty() {
            self.writer.new_line(depth);
        }
        self.writer.glue("}");
    }

    /// Returns segments on one line, if they can be.
    pub(crate) fn flat_all(&self, segments: &[Segment<'_>]) -> Option<String> {
        self.flat(segments.iter().copied().flatten())
    }

    fn flat<'p>(&self, parts: impl IntoIterator<Item = &'p Part>) -> Option<String> {
        let mut text = String::new();
        let mut is_after_comment = false;
        for part in parts {
            let is_comment = matches!(part.kind, PartKind::Comment { .. });
            if part.breaks > 0 && (is_comment && !text.is_empty() || is_after_comment) {
                return None;
            }
            is_after_comment = is_comment;
            let written = match &part.kind {
                PartKind::Word(word) => word.clone(),
                PartKind::Leaf(at) if !self.codes[*at].is_on_next_line => {
                    self.codes[*at].text.clone()
                }
                PartKind::Comment {
                    text,
                    is_line: false,
                } => text.clone(),
                PartKind::List(rows) => format!("[{}]", self.flat_rows(rows)?),
                _ => return None,
            };
            if !text.is_empty() && !text.ends_with("..") {
                text.push(' ');
            }
            text.push_str(&written);
        }
        (!text.contains('\n')).then_some(text)
    }

    /// Returns entries on one line, if they can be.
    fn flat_rows(&self, rows: &[Row]) -> Option<String> {
        let is_entry = |row: &Row| row.is_solid() && row.trailing.is_empty();
        if !rows.iter().all(is_entry) {
            return None;
        }
        let rows = rows.iter().map(|row| self.flat(&row.parts));
        Some(rows.collect::<Option<Vec<_>>>()?.join(", "))
    }
}
