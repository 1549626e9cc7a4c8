//! Divides the parts of a block or a list into rows.

use crate::tree::{Part, PartKind, Row};

/// Divides parts into rows.
#[derive(Default)]
pub(crate) struct RowBuilder {
    finished: Vec<Row>,
    row: Row,
}

impl RowBuilder {
    pub(crate) fn finish(mut self) -> Vec<Row> {
        self.end();
        self.finished
    }

    /// Adds a part that is not a comment.
    pub(crate) fn solid(&mut self, part: Part, begins_item: bool) {
        let is_attribute = matches!(part.kind, PartKind::Attribute(_));
        let is_core = |part: &Part| part.is_solid() && !matches!(part.kind, PartKind::Attribute(_));
        // The commas between items are optional.
        if (begins_item || is_attribute) && self.row.parts.iter().any(is_core) {
            self.end();
        }
        self.add(part);
    }

    pub(crate) fn comma(&mut self) {
        self.row.has_comma = true;
        self.end();
    }

    /// Adds a comment, which may belong to the row before or to the next one.
    pub(crate) fn comment(&mut self, part: Part, next_breaks: Option<usize>) {
        if self.row.is_solid() {
            self.add(part);
            return;
        }
        let PartKind::Comment { text, is_line } = &part.kind else {
            return;
        };
        let is_last_on_line = *is_line || next_breaks.is_none_or(|breaks| breaks > 0);
        match self
            .finished
            .last_mut()
            .filter(|before| self.row.parts.is_empty() && !before.ends_line())
        {
            Some(before) if part.breaks == 0 && is_last_on_line => {
                before.trailing.push(text.clone());
            }
            _ => {
                self.add(part);
                if is_last_on_line {
                    self.end();
                }
            }
        }
    }

    fn add(&mut self, part: Part) {
        if self.row.parts.is_empty() {
            self.row.has_blank_before = part.breaks > 1 && !self.finished.is_empty();
        }
        self.row.parts.push(part);
    }

    /// Finishes the row. Line comments at its end move behind its comma.
    fn end(&mut self) {
        let mut row = std::mem::take(&mut self.row);
        if !row.is_solid() {
            if !row.parts.is_empty() {
                self.finished.push(row);
            }
            return;
        }
        let solid = row.parts.iter().rposition(Part::is_solid).unwrap_or(0);
        let is_inline = |part: &Part| {
            part.breaks == 0 && matches!(part.kind, PartKind::Comment { is_line: false, .. })
        };
        let after = &row.parts[solid + 1..];
        // `a /* comment */,`
        let inline = after.iter().take_while(|part| is_inline(part)).count();
        let mut after = row
            .parts
            .split_off(solid + 1 + inline)
            .into_iter()
            .peekable();
        while let Some(part) = after.next_if(|part| part.breaks == 0) {
            if let PartKind::Comment { text, .. } = part.kind {
                row.trailing.push(text);
            }
        }
        self.finished.push(row);
        for part in after {
            self.add(part);
            self.finished.push(std::mem::take(&mut self.row));
        }
    }
}
