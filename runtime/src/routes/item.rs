//! `ItemInfo`: an item of an application that answers requests.

/// The number of an item or of a list: the index of its inclusion, and its number there.
pub(crate) type Id = (usize, usize);

/// An item of an application that answers requests.
///
/// It is a copy of what is declared: with incremental compilation, rustc hashes a whole array for each reference into it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ItemInfo {
    pub(crate) id: usize,
    pub(super) handler: &'static str,
    pub(super) description: &'static str,
    pub(super) line: u32,
    /// The condition after its `if`, or an empty string.
    pub(super) condition: &'static str,
}

/// An item as generated code declares it: its number, its handler, its description, its line, and its condition. An
/// empty string is no condition.
///
/// rustc checks a tuple in a fraction of the time that a call takes.
pub(crate) type DeclaredItem = (usize, &'static str, &'static str, u32, &'static str);

impl ItemInfo {
    pub(super) const fn new((id, handler, description, line, condition): DeclaredItem) -> Self {
        Self {
            id,
            handler,
            description,
            line,
            condition,
        }
    }
}

/// Returns a text, or `None` if it is empty.
pub(super) const fn not_empty(text: &'static str) -> Option<&'static str> {
    if text.is_empty() { None } else { Some(text) }
}
