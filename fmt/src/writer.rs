//! Writes words on lines.

use crate::rustfmt::Config;

pub(crate) struct Writer<'a> {
    config: &'a Config,
    text: String,
    /// What the last word was.
    last: Last,
}

#[derive(Clone, Copy, PartialEq)]
enum Last {
    /// The line is empty.
    Nothing,
    Word,
    BlockComment,
    /// Nothing can follow on the line.
    LineComment,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(config: &'a Config) -> Self {
        Self {
            config,
            text: String::new(),
            // The brace of the macro is in front of it.
            last: Last::Word,
        }
    }

    pub(crate) fn finish(self) -> String {
        self.text
    }

    /// Writes a word, after a space.
    pub(crate) fn word(&mut self, word: &str) {
        if self.last != Last::Nothing && !self.text.ends_with("..") {
            self.text.push(' ');
        }
        self.glue(word);
    }

    /// Writes a word directly after the last one.
    pub(crate) fn glue(&mut self, word: &str) {
        self.text.push_str(word);
        self.last = Last::Word;
    }

    pub(crate) fn comment(&mut self, text: &str, is_line: bool) {
        self.word(text);
        self.last = if is_line {
            Last::LineComment
        } else {
            Last::BlockComment
        };
    }

    pub(crate) fn blank_line(&mut self) {
        self.text.push('\n');
    }

    /// Begins a line at this indentation in levels.
    pub(crate) fn new_line(&mut self, depth: usize) {
        self.text.push('\n');
        self.text.push_str(&self.config.indentation(depth));
        self.last = Last::Nothing;
    }

    pub(crate) fn new_line_unless_empty(&mut self, depth: usize) {
        if self.last != Last::Nothing {
            self.new_line(depth);
        }
    }

    /// Returns whether nothing can follow the last comment on its line.
    pub(crate) fn must_break(&self) -> bool {
        self.last == Last::LineComment
    }

    pub(crate) fn is_after_comment(&self) -> bool {
        matches!(self.last, Last::BlockComment | Last::LineComment)
    }

    /// Returns whether a text fits on the line, after a space.
    pub(crate) fn fits(&self, text: &str, suffix: usize) -> bool {
        let space = usize::from(self.last != Last::Nothing);
        !self.must_break() && self.column() + space + width(text) + suffix <= self.config.max_width
    }

    /// Returns whether a text fits on a line of its own.
    pub(crate) fn fits_on_line(&self, text: &str, depth: usize, suffix: usize) -> bool {
        depth * self.config.tab_spaces + width(text) + suffix <= self.config.max_width
    }

    /// Returns whether the line is at this indentation, so that a list or a block can end below it.
    pub(crate) fn line_can_continue(&self, depth: usize) -> bool {
        let line = self.line();
        let start = line.len() - line.trim_start().len();
        line[..start] == self.config.indentation(depth)
    }

    /// Returns whether the line begins with the end of a group.
    pub(crate) fn ends_group(&self, depth: usize) -> bool {
        self.line_can_continue(depth) && self.line().trim_start().starts_with([')', ']', '}'])
    }

    fn column(&self) -> usize {
        let line = self.line();
        let tabs = line.matches('\t').count();
        width(line) + tabs * (self.config.tab_spaces - 1)
    }

    fn line(&self) -> &str {
        self.text.rsplit('\n').next().unwrap_or_default()
    }
}

fn width(text: &str) -> usize {
    text.chars().count()
}
