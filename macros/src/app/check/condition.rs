//! Compares the conditions of items.

use quote::ToTokens;
use syn::{Attribute, Expr};

use crate::app::cfgs::Cfgs;

/// The `#[cfg]`s and the `if`s of an item and of the scopes around it, as text.
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

    /// Returns this condition and that after an `if`.
    pub(super) fn and_if(mut self, condition: Option<&Expr>) -> Self {
        let text = condition.map(|condition| format!("if {}", condition.to_token_stream()));
        self.0.extend(text);
        self
    }
}
