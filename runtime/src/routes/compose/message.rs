//! The text of a compile error, put together at compile time.

use crate::routes::row::{RouteInfo, RouteKind};

/// A text of limited length.
pub(super) struct Message {
    text: [u8; 512],
    length: usize,
}

impl Message {
    /// Begins with a text.
    pub(super) const fn new(text: &str) -> Self {
        let empty = Self {
            text: [0; 512],
            length: 0,
        };
        empty.text(text)
    }

    /// Begins with a row and its place in the source.
    pub(super) const fn about(row: &RouteInfo) -> Self {
        Self::new("").row(row)
    }

    /// Adds text. What does not fit is left out.
    pub(super) const fn text(mut self, text: &str) -> Self {
        let text = text.as_bytes();
        let mut at = 0;
        while at < text.len() && self.length < self.text.len() {
            self.text[self.length] = text[at];
            self.length += 1;
            at += 1;
        }
        self
    }

    /// Adds a row as it is declared, and its place.
    pub(super) const fn row(mut self, row: &RouteInfo) -> Self {
        self = self.text("`");
        match row.kind {
            RouteKind::Route if row.methods().is_empty() => self = self.text("ANY"),
            RouteKind::Route => {
                let mut at = 0;
                while at < row.methods().len() {
                    self = self
                        .text(if at == 0 { "" } else { " | " })
                        .text(row.methods()[at]);
                    at += 1;
                }
            }
            RouteKind::Mount => self = self.text("mount"),
            RouteKind::Merge => self = self.text("merge"),
            RouteKind::Fallback if row.scope.is_root() => self = self.text("fallback"),
            _ => self = self.text("scope"),
        }
        let prefix = match row.kind {
            RouteKind::Fallback if row.scope.is_root() => "",
            RouteKind::Fallback => row.path.split_at(row.path.len() - "/{*rest}".len()).0,
            _ => row.path,
        };
        if !prefix.is_empty() {
            self = self.text(" ").text(prefix);
        }
        let (file, line) = match row.kind {
            RouteKind::Fallback if !row.scope.is_root() => row.scope_place(),
            _ => (row.file(), row.line()),
        };
        self.text("` (").text(file).text(":").number(line).text(")")
    }

    /// Adds a number.
    pub(super) const fn number(self, number: u32) -> Self {
        let this = if number >= 10 {
            self.number(number / 10)
        } else {
            self
        };
        let digits = "0123456789";
        let (_, from) = digits.split_at((number % 10) as usize);
        this.text(from.split_at(1).0)
    }

    /// Panics with the text.
    #[track_caller]
    #[expect(clippy::panic, reason = "a panic in a constant is a compile error")]
    pub(super) const fn panic(&self) -> ! {
        let (text, _) = self.text.split_at(self.length);
        match str::from_utf8(text) {
            Ok(text) => panic!("{}", text),
            // The text ends within a character.
            Err(_) => panic!("a part conflicts with the rest of the application"),
        }
    }
}
