//! The messages of `#[middleware]`.

use std::fmt::Display;

use crate::diagnostics::{did_you_mean, message};

pub(crate) const NOT_A_FUNCTION: &str = "`#[middleware]` goes on an `async fn`\n\
    write: async fn name(req: Request, next: Next) -> Response { ... }";
pub(crate) const LONG_RULE: &str = "a rule names up to eight middleware\n\
    put those that belong together behind one of them, which has a rule of its own";
pub(crate) const CONFIG_OPTIONS: &str = "`#[config]` takes no options";

pub(crate) fn unknown_option(meant: Option<&str>) -> String {
    message(
        "`#[middleware]` has no such option",
        did_you_mean(
            meant,
            "it has `outside(other, ...)`, `inside(other, ...)` and `crate = path`",
        ),
    )
}

pub(crate) fn not_async(expected: impl Display) -> String {
    message("a middleware is an `async fn`", wanted(expected))
}

pub(crate) fn qualifier(qualifier: impl Display) -> String {
    format!("a middleware cannot be `{qualifier}`")
}

pub(crate) fn receiver(expected: impl Display) -> String {
    message(
        "a middleware is a free function, without `self`",
        format_args!(
            "what it keeps between requests is config, or the fields of a type that implements `Middleware` by hand\n{}",
            wanted(expected)
        ),
    )
}

pub(crate) fn no_next(expected: impl Display) -> String {
    message(
        "a middleware takes the `Next` as its last parameter",
        wanted(expected),
    )
}

pub(crate) fn next_not_last(expected: impl Display) -> String {
    message(
        "`Next` is the last parameter of a middleware",
        wanted(expected),
    )
}

pub(crate) fn no_request(expected: impl Display) -> String {
    message(
        "a middleware takes the `Request` as its last parameter but one, before the `Next`",
        wanted(expected),
    )
}

pub(crate) fn request_too_early(expected: impl Display) -> String {
    message(
        "the `Request` comes after config and extractors, right before the `Next`",
        wanted(expected),
    )
}

pub(crate) fn unknown_attribute(found: impl Display) -> String {
    message(
        format_args!("a parameter of a middleware has no attribute `{found}`"),
        "did you mean `config`?",
    )
}

pub(crate) fn body_extractor(name: impl Display) -> String {
    message(
        format_args!("`{name}` takes the body, which the `Request` of a middleware still holds"),
        format_args!(
            "extract it from the request: `{name}::from_request(req, &state)`, with `use axum::extract::FromRequest`"
        ),
    )
}

pub(crate) fn config_not_reference(ty: impl Display) -> String {
    message(
        "config is lent to each request, so a `#[config]` parameter is a reference",
        format_args!("write: &{ty}"),
    )
}

pub(crate) const CONFIG_MUTABLE: &str = "config is shared by all requests, so a `#[config]` parameter is a shared reference\n\
    write `&T`, where `T` may be a `Mutex` or an atomic";
pub(crate) const CONFIG_MISPLACED: &str = "`#[config]` goes on a parameter before the `Request`";
pub(crate) const IMPL_TRAIT: &str = "`impl Trait` has no name to store or to extract\n\
    write a type parameter: async fn name<T: Trait>(...)";
pub(crate) fn provided_twice(ty: impl Display) -> String {
    message(
        format_args!("`{ty}` is provided twice"),
        "what is further in would only see one: wrap the other in a type of its own",
    )
}

pub(crate) const RULE: &str = "an order rule names types in parentheses\n\
    write: outside(other, ...), or inside(other, ...)";
pub(crate) const TOO_MANY: &str = "a middleware takes up to 16 parameters before the `Request`";
pub(crate) const NEXT_ARGUMENTS: &str = "`Next` names what the middleware provides, and nothing else\n\
    write: `Next`, or `Next<T>`, or `Next<(T, U)>`";

fn wanted(expected: impl Display) -> String {
    format!("expected: {expected}")
}
