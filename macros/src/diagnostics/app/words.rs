//! Messages about words and signs that do not begin an item.

use std::fmt::Display;

use quote::ToTokens;

use crate::diagnostics::message;

pub(crate) const METHODS_IN_BRACKETS: &str =
    "expected methods without brackets\nwrite: GET | POST \"/path\" => handler";
pub(crate) const CONDITION_AS_ITEM: &str = "`if` is not allowed at the beginning of an item\n\
    write: scope if condition { ... }, or: GET \"/path\" => handler if condition";

pub(crate) fn unexpected_item(found: &str) -> String {
    message(
        format_args!("expected a method or a keyword, found `{found}`"),
        "write: GET \"/path\" => handler",
    )
}

pub(crate) fn path_without_method(path: &str) -> String {
    message(
        format_args!("expected a method before the path, found `{path}`"),
        format_args!("write: GET {path} => handler"),
    )
}

pub(crate) fn fallback_of(found: &str) -> String {
    message(
        format_args!("expected a method or a keyword, found `{found}`"),
        "write: fallback => handler",
    )
}

pub(crate) fn method_on_item(method: impl Display, is_scope: bool) -> String {
    let help = if is_scope {
        "write: scope \"/prefix\" with [entry] { ... }"
    } else {
        "write: GET \"/path\" => handler with [entry]"
    };
    message(format_args!("`.{method}` is not allowed on an item"), help)
}

pub(crate) fn declaration(word: &str) -> String {
    message(
        format_args!("`{word}` is not allowed in `app!`"),
        "write a parameter, and pass the value: fn name(value: Type) -> Router",
    )
}

pub(crate) fn rust_item(word: &str) -> String {
    message(
        format_args!("`{word}` is not allowed in `app!`"),
        "write it outside of `app!`, and use its name: GET \"/path\" => handler",
    )
}

pub(crate) fn statement(word: &str) -> String {
    message(
        format_args!("`{word}` is not allowed in `app!`"),
        "write each route: GET \"/path\" => handler",
    )
}

pub(crate) fn foreign_letter(word: impl Display, letter: char, meant: Option<&str>) -> String {
    let code = u32::from(letter);
    let help = meant.map_or("write it in ASCII letters".to_owned(), |meant| {
        format!("write in ASCII letters: {meant}")
    });
    message(
        format_args!(
            "unknown keyword `{word}`, which contains the letter `{letter}` (U+{code:04X})"
        ),
        help,
    )
}

pub(crate) fn call_of_method(found: impl Display, method: &str) -> String {
    message(
        format_args!("unknown keyword `{found}`"),
        format_args!("write: {method} \"/path\" => handler"),
    )
}

pub(crate) fn unknown_list_item(word: impl Display) -> String {
    message(
        format_args!("unknown keyword `{word}`"),
        "write: GET \"/path\" => handler with [entry], or: fn name() -> Router with [entry] { ... }",
    )
}

pub(crate) fn route_without_method(word: impl Display) -> String {
    message(
        format_args!("unknown keyword `{word}`"),
        "write an item for each method: GET \"/path\" => handler, POST \"/path\" => other",
    )
}

pub(crate) fn second_handler(handler: impl Display) -> String {
    message(
        format_args!("expected one handler, found `{handler}` after `,`"),
        format_args!("write: GET \"/path\" => {handler} with [entry]"),
    )
}

pub(crate) fn list_without_scope(list: impl Display) -> String {
    message(
        format_args!("expected `scope` before `{list}`"),
        format_args!("write: scope {list} [...] {{ ... }}"),
    )
}

pub(crate) fn list_after_scope(list: impl Display) -> String {
    message(
        format_args!("`{list}` is not allowed after the block of a scope"),
        format_args!("write: scope \"/prefix\" {list} [...] {{ ... }}"),
    )
}

pub(crate) fn comma_before_list(list: impl Display) -> String {
    message(
        format_args!("`,` is not allowed before `{list}`"),
        format_args!("write: GET \"/path\" => handler {list} [...]"),
    )
}

pub(crate) fn list_before_item(list: impl Display) -> String {
    message(
        format_args!("`{list}` is not allowed before an item"),
        format_args!("write: GET \"/path\" => handler {list} [...]"),
    )
}

pub(crate) fn list_as_item(list: impl Display) -> String {
    message(
        format_args!("`{list}` is not allowed as an item"),
        format_args!(
            "write: fn name() -> Router {list} [...] {{ ... }}, or: scope {list} [...] {{ ... }}"
        ),
    )
}

pub(crate) fn attribute(name: &impl ToTokens) -> String {
    let name = name.to_token_stream().to_string().replace(' ', "");
    let help = match &*name {
        "get" | "post" | "put" | "patch" | "delete" | "head" | "options" | "route" => {
            "write: GET \"/path\" => handler"
        }
        "deprecated" => "remove it, or write a comment: /// Deprecated.",
        _ => "remove it, or for a middleware write: GET \"/path\" => handler with [entry]",
    };
    message(
        format_args!("`#[{name}]` is not allowed in `app!`, only `#[cfg]` and `///`"),
        help,
    )
}

pub(crate) fn inner_attribute(name: &impl ToTokens) -> String {
    let name = name.to_token_stream().to_string();
    let help = if name == "doc" {
        "write: /// text, before the function or an item"
    } else {
        "write it before the function, without `!`"
    };
    message("inner attributes and `//!` are not allowed in `app!`", help)
}
