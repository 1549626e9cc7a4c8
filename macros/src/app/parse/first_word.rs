//! Explains an item that does not begin with a method or a keyword.

use proc_macro2::{Ident, TokenTree};
use syn::{
    Error, Lit, LitStr, Token,
    ext::IdentExt,
    parse::{ParseStream, discouraged::Speculative},
    token,
};

use crate::{
    app::parse::{
        lookahead::{KEYWORDS, METHODS, begins_item},
        misplaced::Before,
        next_token::{next, start, text, word},
    },
    diagnostics::{app as message, nearest},
};

/// Returns whether a word declares a variable or adds a middleware, which other items can use.
pub(super) fn declares(word: &Ident) -> bool {
    let is_declaration = ["let", "const", "static", "fn", "async", "pipe_through"]
        .iter()
        .any(|declared| word == declared);
    is_declaration || is_layer(&word.to_string())
}

/// Returns the error for an item that begins with an unknown word.
pub(super) fn unknown_word(input: ParseStream<'_>, word: &Ident) -> Error {
    let written = word.unraw().to_string();
    let meant = nearest(&written, &KEYWORDS).or_else(|| known_elsewhere(&written));
    let method = nearest(&written, &METHODS);
    let is_call = input.peek(token::Paren);
    let text = if let Some(text) = of_rust(&written, input) {
        text
    } else if !written.is_ascii()
        && let Some(letter) = written.chars().find(|char| !char.is_ascii())
    {
        message::foreign_letter(word, letter, ascii(&written))
    } else if input.peek(Token![.]) && !input.peek(Token![..]) {
        method_call(input, word)
    } else if let Some(method) = method.filter(|_| is_call) {
        message::call_of_method(word, method)
    } else if meant.is_none() && is_layer(&written) {
        message::unknown_list_item(word)
    } else if is_route(&written) {
        message::route_without_method(word)
    } else if input.peek(LitStr) || input.peek(Token![|]) {
        match meant {
            Some(meant) => message::unknown_item(word, Some(meant)),
            None => message::unknown_method(word, method),
        }
    } else {
        let begun = begun(&written);
        message::unknown_item(word, meant.or(method).or(begun))
    };
    Error::new(word.span(), text)
}

/// Returns the error for an item that does not begin with a word.
pub(super) fn no_word(input: ParseStream<'_>, before: Option<&Before>) -> Error {
    let Some(found) = next(input) else {
        return input.error(message::EXPECTED_ITEM);
    };
    let message = if input.peek(Token![.]) && !input.peek(Token![..]) {
        let ahead = input.fork();
        let name = ahead
            .parse::<Token![.]>()
            .and_then(|_| Ident::parse_any(&ahead));
        match name {
            Ok(name) if is_route(&name.to_string()) || method_of(&name).is_some() => {
                let method = method_of(&name).unwrap_or("GET");
                let text = message::call_of_method(format_args!(".{name}"), method);
                return Error::new(name.span(), text);
            }
            Ok(name) => {
                let is_scope = before.is_some_and(Before::is_scope);
                return Error::new(name.span(), message::method_on_item(&name, is_scope));
            }
            Err(_) => message::unexpected_item(&text(&found)),
        }
    } else if input.peek(LitStr) {
        message::path_without_method(&text(&found))
    } else if input.peek(token::Bracket) && input.peek2(LitStr) {
        message::METHODS_IN_BRACKETS.to_owned()
    } else if (input.peek(Lit) || input.peek(Token![*])) && input.peek2(Token![=>]) {
        message::fallback_of(&text(&found))
    } else {
        message::unexpected_item(&text(&found))
    };
    Error::new(start(&found), message)
}

/// Returns the message for a word that begins an item or a statement of Rust.
fn of_rust(word: &str, input: ParseStream<'_>) -> Option<String> {
    Some(match word {
        "let" | "const" | "static" | "def" | "var"
            if input.peek2(Token![=]) && input.peek3(token::Bracket) =>
        {
            message::unknown_item(word, Some("stack"))
        }
        "let" | "const" | "static" | "var" => message::declaration(word),
        "fn" | "async" | "pub" | "struct" | "enum" | "mod" | "impl" | "type" | "trait" => {
            message::rust_item(word)
        }
        "use" if input.peek2(Token![::]) => message::rust_item(word),
        "when" | "where" => message::word_for_if_on_item(word, ""),
        "unless" => message::word_for_if_on_item(word, "!"),
        "_" if input.peek(Token![=>]) => message::fallback_of(word),
        "if" => message::CONDITION_AS_ITEM.to_owned(),
        "for" | "while" | "loop" | "match" | "return" => message::statement(word),
        _ => return None,
    })
}

/// Returns the message for `app.get("/path", handler)` or `router.layer(entry)`.
fn method_call(input: ParseStream<'_>, receiver: &Ident) -> String {
    let ahead = input.fork();
    let called = ahead
        .parse::<Token![.]>()
        .and_then(|_| Ident::parse_any(&ahead));
    let Ok(called) = called else {
        return message::unknown_item(receiver, None);
    };
    let called = called.to_string();
    if is_layer(&called) {
        return message::unknown_list_item(called);
    }
    let method = nearest(&called, &METHODS).unwrap_or("GET");
    message::call_of_method(format_args!("{receiver}.{called}"), method)
}

/// Returns the keyword for a word that other frameworks use.
fn known_elsewhere(word: &str) -> Option<&'static str> {
    Some(match word {
        "nest" | "group" | "prefix" | "pipe_through" | "blueprint" | "namespace" => "scope",
        "nest_service" | "service" | "forward" | "files" | "serve" => "mount",
        "pipeline" => "stack",
        "not_found" | "default" | "catch" | "otherwise" | "default_service" => "fallback",
        "include_router" | "import" => "include",
        _ => return None,
    })
}

/// Returns whether other frameworks add a middleware with this word.
fn is_layer(word: &str) -> bool {
    #[rustfmt::skip]
    let words = [
        "after", "apply", "before", "filter", "fairing", "guard", "guards", "hook", "hoop", "layer", "layers", "middleware",
        "middlewares", "plug", "route_layer", "use", "wrap", "wrap_fn", "attach", "depends", "dependencies",
    ];
    words.contains(&word)
}

/// Returns the method that the name of a function or a method of Rust means.
fn method_of(name: &Ident) -> Option<&'static str> {
    let name = name.to_string().to_uppercase();
    METHODS.iter().find(|method| **method == name).copied()
}

fn is_route(word: &str) -> bool {
    [
        "route",
        "resource",
        "resources",
        "path",
        "url",
        "endpoint",
        "at",
        "handle",
        "method",
        "on",
    ]
    .contains(&word)
}

/// Returns the method or keyword that a half-written word begins.
fn begun(word: &str) -> Option<&'static str> {
    let mut words = METHODS.iter().chain(&KEYWORDS);
    words.find(|whole| whole.starts_with(word)).copied()
}

/// Returns the method or keyword that a word looks like, such as `GЕT` with a Cyrillic letter.
fn ascii(word: &str) -> Option<&'static str> {
    let is_like = |other: &str| {
        let mut both = word.chars().zip(other.chars());
        word.chars().count() == other.len()
            && both.all(|(char, other)| !char.is_ascii() || char == other)
    };
    let mut words = METHODS.iter().chain(&KEYWORDS);
    words.find(|other| is_like(other)).copied()
}

/// Consumes what is written between two methods. Returns whether there is another method.
pub(super) fn skip_separator(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    let is_method = |input: ParseStream<'_>| {
        word(input).is_some_and(|word| METHODS.iter().any(|method| word == method))
    };
    while !is_method(&ahead) {
        let is_sign = matches!(next(&ahead), Some(TokenTree::Punct(_)))
            || word(&ahead).is_some_and(|word| word == "or" || word == "and");
        if !is_sign || ahead.parse::<TokenTree>().is_err() {
            return false;
        }
    }
    input.advance_to(&ahead);
    true
}

/// Skips `, word`, and returns the last word.
pub(super) fn skip_words(input: ParseStream<'_>) -> Option<Ident> {
    let mut last = None;
    let ahead = input.fork();
    while ahead.parse::<Token![,]>().is_ok()
        && !begins_item(&ahead)
        && let Ok(word) = Ident::parse_any(&ahead)
        && (ahead.is_empty() || ahead.peek(Token![,]))
    {
        input.advance_to(&ahead);
        last = Some(word);
    }
    last
}
