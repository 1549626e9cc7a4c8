//! `ItemInfo`: an item of an application that answers requests.

/// The number of an item or of a list: the index of its inclusion, and its number there.
pub(crate) type Id = (usize, usize);

/// An item of an application that answers requests.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct ItemInfo {
    pub(crate) id: usize,
    pub(super) handler: &'static str,
    pub(super) description: &'static str,
    pub(super) line: u32,
    /// The condition after its `if`.
    pub(super) condition: Option<&'static str>,
}

impl ItemInfo {
    #[must_use]
    pub const fn new(
        id: usize,
        handler: &'static str,
        description: &'static str,
        line: u32,
    ) -> Self {
        Self {
            id,
            handler,
            description,
            line,
            condition: None,
        }
    }

    /// Sets the condition of the item.
    #[must_use]
    pub const fn only_if(mut self, condition: &'static str) -> Self {
        self.condition = Some(condition);
        self
    }
}
