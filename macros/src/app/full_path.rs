//! `FullPath`, the full path or prefix of an item.

use proc_macro2::{Literal, Span, TokenStream};
use quote::ToTokens;

/// A full path or prefix, with the span of its last part.
///
/// `syn::LitStr` parses its text in each call, which is a large part of an expansion without optimization.
pub(super) struct FullPath {
    text: String,
    at: Span,
}

impl FullPath {
    pub(super) fn new(text: String, at: Span) -> Self {
        Self { text, at }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn span(&self) -> Span {
        self.at
    }
}

impl ToTokens for FullPath {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let mut literal = Literal::string(&self.text);
        literal.set_span(self.at);
        literal.to_tokens(tokens);
    }
}
