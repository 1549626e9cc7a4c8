//! `ItemInfo`: an item of an application that answers requests.

/// The number of an item or of a list: the index of its inclusion, and its number there.
pub(crate) type Id = (usize, usize);

/// An item as generated code declares it: its number, its handler, its description, its line, and its condition. An
/// empty string is no condition.
///
/// rustc checks a tuple in a fraction of the time that a call takes.
pub(crate) type DeclaredItem = (usize, &'static str, &'static str, u32, &'static str);

/// An item of an application that answers requests.
///
/// It refers to what is declared: rustc evaluates a table in less time if rows are small.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ItemInfo(pub(super) &'static DeclaredItem);

impl ItemInfo {
    pub(crate) const fn id(self) -> usize {
        self.0.0
    }

    pub(super) const fn handler(self) -> &'static str {
        self.0.1
    }

    pub(super) const fn description(self) -> &'static str {
        self.0.2
    }

    pub(super) const fn line(self) -> u32 {
        self.0.3
    }

    /// Returns the condition after its `if`.
    pub(super) const fn condition(self) -> Option<&'static str> {
        not_empty(self.0.4)
    }
}

/// Returns a text, or `None` if it is empty.
pub(super) const fn not_empty(text: &'static str) -> Option<&'static str> {
    if text.is_empty() { None } else { Some(text) }
}
