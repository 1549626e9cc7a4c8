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
    parse_up_to(input, |_| false)
}

/// Parses the condition of an entry, which ends before an `else`.
pub(super) fn parse_entry_condition(input: ParseStream<'_>) -> Result<Expr> {
    parse_up_to(input, |input| input.peek(Token![else]))
}

/// Parses an expression. A half-written one ends where `ends` returns true, at the latest.
fn parse_up_to(input: ParseStream<'_>, ends: fn(ParseStream<'_>) -> bool) -> Result<Expr> {
    let ahead = input.fork();
    if let Ok(expression) = ahead.parse() {
        input.advance_to(&ahead);
        return Ok(expression);
    }
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) && !begins_list(input) && !ends(input) {
        // After a dot, the same word may be a field or method name.
        if !tokens.is_empty() && begins_item(input) {
            break;
        }
        tokens.extend([input.parse::<TokenTree>()?]);
    }
    Ok(Expr::Verbatim(tokens))
}
