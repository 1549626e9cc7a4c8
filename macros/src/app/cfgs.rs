//! The conditions of `#[cfg]` that generated items stand under.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Attribute, Meta};

/// The `#[cfg]`s that something stands under.
#[derive(Clone, Default)]
pub(super) struct Cfgs(Vec<TokenStream>);

impl Cfgs {
    pub(super) fn and(&self, attrs: &[Attribute]) -> Self {
        let cfgs = attrs.iter().filter(|attr| attr.path().is_ident("cfg"));
        let mut all = self.0.clone();
        all.extend(cfgs.filter_map(|cfg| match &cfg.meta {
            Meta::List(list) => Some(list.tokens.clone()),
            // Rustc says what is wrong with it where the item is.
            _ => None,
        }));
        Self(all)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The predicate that holds where all of them do.
    pub(super) fn all(&self) -> TokenStream {
        match &*self.0 {
            [cfg] => cfg.clone(),
            cfgs => quote!(all(#(#cfgs),*)),
        }
    }
}

impl ToTokens for Cfgs {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for cfg in &self.0 {
            tokens.extend(quote!(#[cfg(#cfg)]));
        }
    }
}
