//! `EntryInfo`: an entry of a list, as its `app!` declares it.

/// An entry of a list, as its `app!` declares it.
#[doc(hidden)]
#[derive(Debug)]
pub struct EntryInfo {
    pub(crate) id: usize,
    pub(super) name: &'static str,
    pub(super) written: &'static str,
    pub(super) condition: Option<&'static str>,
    pub(super) alternatives: &'static [&'static str],
    pub(super) line: u32,
    pub(super) types: fn() -> EntryTypes,
}

/// The names of the types that an entry provides and requires.
#[doc(hidden)]
#[derive(Debug, Default)]
pub struct EntryTypes {
    pub(crate) provides: Vec<String>,
    pub(crate) requires: Vec<String>,
}

impl EntryTypes {
    /// Adds the types of another value of the entry.
    #[must_use]
    pub fn or(mut self, other: Self) -> Self {
        let pairs = [
            (&mut self.provides, other.provides),
            (&mut self.requires, other.requires),
        ];
        for (all, others) in pairs {
            for name in others {
                if !all.contains(&name) {
                    all.push(name);
                }
            }
        }
        self
    }
}

impl EntryInfo {
    #[must_use]
    pub const fn new(
        id: usize,
        name: &'static str,
        written: &'static str,
        condition: Option<&'static str>,
        line: u32,
        types: fn() -> EntryTypes,
    ) -> Self {
        Self {
            id,
            name,
            written,
            condition,
            alternatives: &[],
            line,
            types,
        }
    }

    /// Sets the names of the values after each `else`.
    #[must_use]
    pub const fn or_else(mut self, alternatives: &'static [&'static str]) -> Self {
        self.alternatives = alternatives;
        self
    }
}
