//! Recognizes where an item or a list begins. Only `read_before` consumes input.

use proc_macro2::Ident;
use syn::{LitStr, Token, ext::IdentExt, parse::ParseStream, token};

use crate::diagnostics::nearest;

/// The words that begin a route.
pub(super) const METHODS: [&str; 10] = [
    "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "ANY",
];

/// The words that begin the other items.
pub(super) const KEYWORDS: [&str; 7] = [
    "scope",
    "mount",
    "merge",
    "include",
    "fallback",
    "method_not_allowed",
    "stack",
];

/// Returns whether an item begins here. The first word does not decide: a handler may be called
/// `fallback`.
pub(super) fn begins_item(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    let Ok(word) = Ident::parse_any(&ahead) else {
        return false;
    };
    match &*word.to_string() {
        "scope" => {
            ahead.peek(LitStr)
                || ahead.peek(token::Brace)
                || begins_list(&ahead)
                || ahead.peek(Token![if])
        }
        "mount" => ahead.peek(LitStr),
        "merge" => Ident::parse_any(&ahead).is_ok(),
        "include" => ahead.peek(Token![::]) || Ident::parse_any(&ahead).is_ok(),
        "stack" => Ident::parse_any(&ahead).is_ok() && ahead.peek(Token![=]),
        "fallback" | "method_not_allowed" => ahead.peek(Token![=>]),
        method => METHODS.contains(&method) && (ahead.peek(LitStr) || ahead.peek(Token![|])),
    }
}

/// Returns whether `with [` or `without [` follows.
pub(super) fn begins_list(input: ParseStream<'_>) -> bool {
    (is_word(input, "with") || is_word(input, "without")) && input.peek2(token::Bracket)
}

/// Returns whether `before routing`, or a misspelling of it, follows.
pub(super) fn begins_before(input: ParseStream<'_>) -> bool {
    read_before(&input.fork()).is_some()
}

pub(super) const BEFORE: &str = "before routing";

/// Reads `before routing`, or a misspelling of it before a list. Returns the wrong word, if any.
#[expect(
    clippy::option_option,
    reason = "the outer option is its presence, the inner one its misspelling"
)]
pub(super) fn read_before(input: ParseStream<'_>) -> Option<Option<Ident>> {
    let first = Ident::parse_any(input).ok()?;
    if input.peek(token::Bracket) {
        let is_meant = first == "before" || first == "before_routing";
        return is_meant.then_some(Some(first));
    }
    let second = Ident::parse_any(input).ok()?;
    if first == "before" && second == "routing" {
        return Some(None);
    }
    let is_meant = input.peek(token::Bracket)
        && nearest(&first.to_string(), &["before"]).is_some()
        && nearest(&second.to_string(), &["routing"]).is_some();
    is_meant.then(|| Some(if first == "before" { second } else { first }))
}

/// Returns whether the next token is this word.
fn is_word(input: ParseStream<'_>, word: &str) -> bool {
    Ident::parse_any(&input.fork()).is_ok_and(|ident| ident == word)
}
