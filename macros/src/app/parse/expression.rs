//! Parses expressions, also half-written ones.

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Expr, Token,
    parse::{ParseStream, Result, discouraged::Speculative},
};

use crate::app::parse::lookahead::{begins_item, begins_list};

/// Parses an expression. A half-written one is kept as tokens: rustc reports it, and the editor
/// completes it.
pub(super) fn parse_expression(input: ParseStream<'_>) -> Result<Expr> {
    let ahead = input.fork();
    if let Ok(expression) = ahead.parse() {
        input.advance_to(&ahead);
        return Ok(expression);
    }
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) && !begins_list(input) {
        // After a dot, the same word may be a field or method name.
        if !tokens.is_empty() && begins_item(input) {
            break;
        }
        tokens.extend([input.parse::<TokenTree>()?]);
    }
    Ok(Expr::Verbatim(tokens))
}
