//! `Condition`: the condition of an item, a scope or an include.

use super::item::Id;

/// The condition of an item, a scope or an include.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Condition {
    /// What exists only if the condition is true.
    pub(super) id: Id,
    /// The condition as written.
    pub(super) text: &'static str,
}

impl Condition {
    /// Returns a condition, if there is one.
    pub(super) const fn new(id: Id, text: Option<&'static str>) -> Option<Self> {
        match text {
            Some(text) => Some(Self { id, text }),
            None => None,
        }
    }
}
