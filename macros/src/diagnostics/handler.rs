//! The messages of `#[handler]`.

use std::fmt::Display;

use crate::diagnostics::{did_you_mean, message};

pub(crate) const NOT_A_FUNCTION: &str = "`#[handler]` goes on an `async fn`\n\
    write: async fn name(...) -> Response { ... }";
pub(crate) const NO_BODY: &str = "`#[handler]` goes on a function with a body\n\
    write it where the function is implemented";
pub(crate) const UNSAFE: &str = "a handler cannot be `unsafe`";
pub(crate) const TOO_MANY: &str = "a handler takes up to 16 arguments\n\
    take several as one: a tuple of extractors is an extractor";

pub(crate) fn unknown_option(meant: Option<&str>) -> String {
    message(
        "`#[handler]` has no such option",
        did_you_mean(meant, "it has `state = Type` and `crate = path`"),
    )
}

pub(crate) fn not_async(name: impl Display) -> String {
    message(
        "a handler is an `async fn`",
        format_args!("write: async fn {name}(...)"),
    )
}

pub(crate) fn reference(owned: Option<String>) -> String {
    message(
        "an argument of a handler is made for it from the request, so it is not a reference",
        owned.map_or_else(
            || "write a type that owns what it holds".to_owned(),
            |owned| format!("write: {owned}"),
        ),
    )
}
