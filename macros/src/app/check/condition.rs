//! Compares the `#[cfg]` conditions of items.

use syn::Attribute;

use crate::app::cfgs::Cfgs;

/// The `#[cfg]` conditions of an item, as text.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Condition(Vec<String>);

impl Condition {
    /// Returns whether the other condition holds whenever this one does.
    pub(super) fn implies(&self, other: &Self) -> bool {
        other.0.iter().all(|cfg| self.0.contains(cfg))
    }

    /// Returns whether one of the two conditions implies the other.
    pub(super) fn may_coexist_with(&self, other: &Self) -> bool {
        self.implies(other) || other.implies(self)
    }

    /// Returns this condition and those of the attributes.
    pub(super) fn and(&self, attrs: &[Attribute]) -> Self {
        let mut all = self.0.clone();
        all.extend(Cfgs::default().and(attrs).texts());
        Self(all)
    }
}
