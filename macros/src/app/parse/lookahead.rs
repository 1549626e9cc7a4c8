//! Where an item or a list begins. Nothing here consumes input but `read_before`.

use proc_macro2::Ident;
use syn::{LitStr, Token, ext::IdentExt, parse::ParseStream, token};

use crate::diagnostics::nearest;

pub(super) const METHODS: [&str; 10] = [
    "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "ANY",
];

pub(super) const KEYWORDS: [&str; 6] = [
    "scope",
    "mount",
    "merge",
    "fallback",
    "method_not_allowed",
    "stack",
];

/// Whether an item begins here. The word alone does not tell: a handler may be called `fallback`.
pub(super) fn begins_item(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    let Ok(word) = Ident::parse_any(&ahead) else {
        return false;
    };
    match &*word.to_string() {
        "scope" => ahead.peek(LitStr) || ahead.peek(token::Brace) || begins_list(&ahead),
        "mount" => ahead.peek(LitStr),
        "merge" => Ident::parse_any(&ahead).is_ok(),
        "stack" => Ident::parse_any(&ahead).is_ok() && ahead.peek(Token![=]),
        "fallback" | "method_not_allowed" => ahead.peek(Token![=>]),
        method => METHODS.contains(&method) && (ahead.peek(LitStr) || ahead.peek(Token![|])),
    }
}

/// Whether a list begins here: `with [` or `without [`.
pub(super) fn begins_list(input: ParseStream<'_>) -> bool {
    (is_word(input, "with") || is_word(input, "without")) && input.peek2(token::Bracket)
}

/// Whether `before routing` stands here, or what was meant to be it.
pub(super) fn begins_before(input: ParseStream<'_>) -> bool {
    read_before(&input.fork()).is_some()
}

pub(super) const BEFORE: &str = "before routing";

/// Reads `before routing`, or what was meant to be it before a list, with the word that is wrong.
#[expect(clippy::option_option, reason = "there is a word, and it may be wrong")]
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

/// Whether the next token is this word.
fn is_word(input: ParseStream<'_>, word: &str) -> bool {
    Ident::parse_any(&input.fork()).is_ok_and(|ident| ident == word)
}
