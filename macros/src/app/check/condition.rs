//! Which items are there together.

use syn::Attribute;

use crate::app::cfgs::Cfgs;

/// The `#[cfg]` attributes that an item stands under, as text.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Condition(Vec<String>);

impl Condition {
    /// Whether what stands under the other one is there whenever what stands under this one is.
    pub(super) fn implies(&self, other: &Self) -> bool {
        other.0.iter().all(|cfg| self.0.contains(cfg))
    }

    /// Whether one of the two is there whenever the other one is.
    pub(super) fn may_coexist_with(&self, other: &Self) -> bool {
        self.implies(other) || other.implies(self)
    }

    pub(super) fn and(&self, attrs: &[Attribute]) -> Self {
        let mut all = self.0.clone();
        all.extend(Cfgs::default().and(attrs).texts());
        Self(all)
    }
}
