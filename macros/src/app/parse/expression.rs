//! Expressions, whole or half-written.

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Expr, Token,
    parse::{ParseStream, Result, discouraged::Speculative},
};

use crate::app::parse::lookahead::{begins_item, begins_list};

/// An expression, or the tokens of one that is half-written: those are rustc's to report, and the
/// editor's to complete.
pub(super) fn parse_expression(input: ParseStream<'_>) -> Result<Expr> {
    let ahead = input.fork();
    if let Ok(expression) = ahead.parse() {
        input.advance_to(&ahead);
        return Ok(expression);
    }
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) && !begins_list(input) {
        // A word that begins an item may also be the name after a dot.
        if !tokens.is_empty() && begins_item(input) {
            break;
        }
        tokens.extend([input.parse::<TokenTree>()?]);
    }
    Ok(Expr::Verbatim(tokens))
}
