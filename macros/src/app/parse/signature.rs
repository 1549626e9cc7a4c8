//! Parses the signature of the application.

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Signature,
    parse::{ParseStream, Result, discouraged::Speculative},
};

use crate::app::parse::lookahead::{begins_before, begins_list};

/// Parses the signature up to the lists. It is cut out first: a `where` clause with a trailing
/// comma would read `with` as a type.
pub(super) fn parse_signature(input: ParseStream<'_>) -> Result<Signature> {
    let ahead = input.fork();
    let mut tokens = TokenStream::new();
    while !ahead.is_empty() {
        if begins_list(&ahead) || begins_before(&ahead) {
            input.advance_to(&ahead);
            return syn::parse2(tokens);
        }
        tokens.extend([ahead.parse::<TokenTree>()?]);
    }
    input.parse()
}
