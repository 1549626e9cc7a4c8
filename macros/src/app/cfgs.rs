//! Collects the conditions of `#[cfg]` for generated items.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Attribute, Meta, Token, punctuated::Punctuated};

/// The conditions under which an item exists, all of which must hold.
#[derive(Clone, Default)]
pub(super) struct Cfgs(Vec<TokenStream>);

impl Cfgs {
    /// Returns these conditions and those of the attributes.
    pub(super) fn and(&self, attrs: &[Attribute]) -> Self {
        let mut all = self.0.clone();
        for attr in attrs {
            collect_conditions(&attr.meta, &mut all);
        }
        Self(all)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns each condition as text.
    pub(super) fn texts(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(ToString::to_string)
    }

    /// Returns a single predicate for all conditions.
    pub(super) fn all(&self) -> TokenStream {
        match &*self.0 {
            [cfg] => cfg.clone(),
            cfgs => quote!(all(#(#cfgs),*)),
        }
    }
}

/// Adds the condition of an attribute, if it has one. rustc reports a malformed one at the item.
fn collect_conditions(attr: &Meta, to: &mut Vec<TokenStream>) {
    let Meta::List(list) = attr else {
        return;
    };
    if list.path.is_ident("cfg") {
        to.push(list.tokens.clone());
    } else if list.path.is_ident("cfg_attr")
        && let Ok(parts) = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)
    {
        let mut parts = parts.iter();
        let condition = parts.next();
        let mut inner = Vec::new();
        parts.for_each(|attr| collect_conditions(attr, &mut inner));
        to.extend(inner.iter().map(|cfg| quote!(any(not(#condition), #cfg))));
    }
}

/// Returns whether one of the attributes has a condition.
pub(super) fn has_cfg(attrs: &[Attribute]) -> bool {
    !Cfgs::default().and(attrs).is_empty()
}

impl ToTokens for Cfgs {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for cfg in &self.0 {
            tokens.extend(quote!(#[cfg(#cfg)]));
        }
    }
}
