//! Messages about the signature of an `app!` and the syntax of its items.

use std::fmt::Display;

use proc_macro2::Ident;
use quote::ToTokens;

use crate::diagnostics::{did_you_mean, message};

pub(crate) const UNKNOWN_OPTION: &str =
    "unknown option of `#[concentric]`\nwrite: #[concentric(crate = path)]";
pub(crate) const RECEIVER: &str =
    "`self` is not allowed in `app!`, which declares a free function\nremove `self`";
pub(crate) const WHERE_AFTER_LIST: &str = "`where` is not allowed after a list\n\
    write: fn name(...) -> Router where ... with [...] { ... }";
pub(crate) const SECOND_APP: &str =
    "expected one application, found more after its block\nwrite another `app!` for the rest";

pub(crate) fn no_output(name: impl Display) -> String {
    message(
        "expected the return type `Router`",
        format_args!("write: fn {name}(...) -> Router"),
    )
}

pub(crate) const EXPECTED_ITEM: &str = "expected a route, `scope`, `mount`, `merge`, `include`, `fallback`, `method_not_allowed` or `stack`\n\
    write: GET \"/path\" => handler";
pub(crate) const SEMICOLON: &str = "expected `,`, found `;`";
pub(crate) const EXPECTED_HANDLER: &str = "expected a handler after `=>`\nwrite: => handler, where `handler` is an `async fn`, a service or a response";
pub(crate) fn untyped_parameter(name: &str) -> String {
    message(
        format_args!("expected a type after `{name}`"),
        format_args!("write: |{name}: Path<u32>|, or another extractor"),
    )
}

pub(crate) const EXPECTED_ROUTE_NAME: &str = "expected an identifier as the name of the route\n\
    write: GET \"/path\" as name => handler";
pub(crate) const NAME_AFTER_HANDLER: &str = "`as` is not allowed after the handler\n\
    write: GET \"/path\" as name => handler";
pub(crate) const NAME_ON_MOUNT: &str =
    "a name is not allowed on `mount`\nwrite: mount \"/path\" => service";
pub(crate) const NAME_ON_SCOPE: &str =
    "a name is not allowed on `scope`\nwrite: scope \"/prefix\" { ... }";
pub(crate) const METHOD_ON_MOUNT: &str = "a method is not allowed on `mount`\n\
    write: mount \"/path\" => service, or for this path alone: GET \"/path\" => service";
pub(crate) const METHODS: &str = "write: GET | POST \"/path\" => handler";
pub(crate) const SCOPE: &str = "write: scope \"/prefix\" { ... }";
pub(crate) const LIST_ON_SCOPE: &str = "write: scope \"/prefix\" with [entry] { ... }";
pub(crate) const MERGE: &str = "write an item for each router: merge router()";
pub(crate) const SECOND_PATH: &str = "expected one path\n\
    write an item for each path: GET \"/a\" => handler, GET \"/b\" => handler";
pub(crate) const SECOND_PREFIX: &str = "expected one prefix\n\
    write a scope for each prefix: scope \"/a\" { ... } scope \"/b\" { ... }";
pub(crate) const SECOND_ARROW: &str = "expected a handler, found `=>` after the parameters\n\
    write a closure: GET \"/path\" => async |Query(query): Query<T>| { ... }";
pub(crate) const FUNCTION_AS_HANDLER: &str = "a function is not allowed in place of a handler\n\
    write it outside of `app!`, and its name here, or a closure: async || { ... }";
pub(crate) const NOT_BEFORE_LIST: &str =
    "a list cannot be negated\nwrite: => handler without [name]";
pub(crate) const ASSIGNMENT: &str = "expected `==`, found `=`";
pub(crate) const LET_IN_CONDITION: &str = "`let` is not allowed in a condition\n\
    write: if option.is_some(), or: if matches!(value, pattern)";
pub(crate) const PATH_ON_MERGE: &str = "a path is not allowed on `merge`\n\
    write: mount \"/path\" => router, or: scope \"/path\" { merge router }";
pub(crate) const PATH_ON_INCLUDE: &str = "a path is not allowed on `include`\n\
    write: scope \"/path\" { include part() }";
pub(crate) const EXPECTED_PART: &str =
    "expected the path of a part after `include`\nwrite: include module::part()";
pub(crate) const EXPECTED_ITEM_CONDITION: &str =
    "expected a condition after `if`\nwrite: GET \"/path\" => handler if condition";
pub(crate) const ELSE_ON_ITEM: &str = "`else` is not allowed on an item\n\
    write a second item: GET \"/path\" => other if !condition";
pub(crate) const CONDITION_AFTER_LISTS: &str = "`if` is not allowed after `with` and `without`\n\
    write: GET \"/path\" => handler if condition with [entry]";
pub(crate) const STRUCT_IN_CONDITION: &str = "a struct literal in a condition must be in parentheses\n\
    write: scope \"/path\" if value == (Type { field }) { ... }";
pub(crate) const EXPECTED_ROUTER: &str = "expected a router after `merge`\nwrite: merge router";
pub(crate) const ANY_AMONG_OTHERS: &str =
    "`ANY` is not allowed among other methods\nwrite: ANY \"/path\" => handler";

pub(crate) fn part_without_arguments(part: &impl ToTokens) -> String {
    let part = part.to_token_stream().to_string().replace(' ', "");
    message(
        "expected the arguments of the part",
        format_args!("write: include {part}()"),
    )
}

pub(crate) fn more_than_a_part(part: &impl ToTokens) -> String {
    let part = part.to_token_stream().to_string().replace(' ', "");
    message(
        "expected only the path of a part and its arguments",
        format_args!("write: include {part}(...)"),
    )
}

pub(crate) fn part_in_itself(part: impl Display) -> String {
    message(
        format_args!("`{part}` is not allowed inside itself"),
        "write the name of another part, or remove it",
    )
}

pub(crate) fn condition_on_fallback(keyword: impl Display) -> String {
    message(
        format_args!("a condition is not allowed on `{keyword}`"),
        "decide in the handler, or write it in a `scope \"/prefix\" if condition { ... }`",
    )
}

pub(crate) fn unknown_method(found: impl Display, meant: Option<&str>) -> String {
    message(
        format_args!("unknown method `{found}`"),
        did_you_mean(
            meant,
            "write one of: GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS, TRACE, CONNECT, or ANY for all of them",
        ),
    )
}

pub(crate) fn unknown_item(found: impl Display, meant: Option<&str>) -> String {
    message(
        format_args!("unknown keyword `{found}`"),
        did_you_mean(
            meant,
            "write: GET \"/path\" => handler, or begin with: scope, mount, merge, include, fallback, method_not_allowed, stack",
        ),
    )
}

pub(crate) fn duplicate_method(method: impl Display) -> String {
    message(format_args!("duplicate method `{method}`"), "remove it")
}

/// Formats a message about what was expected, and its help.
pub(crate) fn expected(what: &str, help: &str) -> String {
    message(format_args!("expected {what}"), help)
}

/// Formats a message about what was expected and what was found, and its help.
pub(crate) fn expected_but_found(what: &str, found: &str, help: &str) -> String {
    message(format_args!("expected {what}, found `{found}`"), help)
}

/// Returns the help for an item without a path.
pub(crate) fn path_help(keyword: impl Display) -> String {
    let keyword = keyword.to_string();
    if keyword == "mount" {
        "write: mount \"/path\" => service".to_owned()
    } else {
        format!("write: {keyword} \"/path\" => handler")
    }
}

/// Returns the help for an item without `=>`.
pub(crate) fn arrow_help(keyword: impl Display) -> String {
    let keyword = keyword.to_string();
    match &*keyword {
        "mount" => "write: mount \"/path\" => service".to_owned(),
        "fallback" | "method_not_allowed" => format!("write: {keyword} => handler"),
        _ => format!("write: {keyword} \"/path\" => handler"),
    }
}

pub(crate) fn word_before_arrow(word: &Ident) -> String {
    let after = match &*word.to_string() {
        "if" => "if condition",
        "with" => "with [entry]",
        "without" => "without [name]",
        _ => return unknown_word_before_arrow(word),
    };
    message(
        format_args!("`{word}` is not allowed before the handler"),
        format_args!("write: GET \"/path\" => handler {after}"),
    )
}

fn unknown_word_before_arrow(word: &Ident) -> String {
    message(
        format_args!("unknown keyword `{word}`"),
        "write: GET \"/path\" as name => handler",
    )
}

pub(crate) fn list_before_path(help: &str) -> String {
    message(
        "a list is not allowed before the path",
        format_args!("{help} with [entry]"),
    )
}

pub(crate) fn late_prefix(prefix: &str) -> String {
    message(
        "the prefix is not allowed after a list",
        format_args!("write: scope {prefix:?} with [...] {{ ... }}"),
    )
}

pub(crate) fn arrow_on_scope(path: &str) -> String {
    message(
        "`=>` is not allowed on `scope`",
        format_args!("write: mount {path} => router, or: scope {path} {{ merge router }}"),
    )
}

pub(crate) fn route_name(name: &str) -> String {
    message(
        "expected an identifier as the name of the route",
        format_args!("write: as {name}"),
    )
}

pub(crate) fn handler_list(handler: &str, entries: &str) -> String {
    message(
        "expected a handler, found a list",
        format_args!("write: => {handler} with [{entries}]"),
    )
}

pub(crate) fn call_with_extractors(handler: &str) -> String {
    message(
        "a handler is written without a call: its extractors are its parameters",
        format_args!("write: => {handler}"),
    )
}

pub(crate) fn layer_on_handler(handler: &str, entry: &str) -> String {
    message(
        format_args!("`.layer` is not allowed with `{entry}`, which is not a tower layer"),
        format_args!("write: => {handler} with [{entry}]"),
    )
}

pub(crate) fn index_on_handler(handler: &str, entries: &str) -> String {
    message(
        "expected `with` before the list",
        format_args!("write: => {handler} with [{entries}]"),
    )
}
