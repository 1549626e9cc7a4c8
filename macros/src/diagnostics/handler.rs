//! The messages of `#[handler]`.

use std::fmt::Display;

use crate::diagnostics::{did_you_mean, message};

pub(crate) const NOT_A_FUNCTION: &str = "expected an `async fn` after `#[handler]`\n\
    write: async fn name(...) -> Response { ... }";
pub(crate) const NO_BODY: &str = "`#[handler]` is not allowed on a function without a body\n\
    write it where the function is implemented";
pub(crate) const UNSAFE: &str = "`unsafe` is not allowed on a handler";
pub(crate) const TOO_MANY: &str = "expected at most 16 arguments\n\
    write several as one tuple: (a, b): (A, B)";

pub(crate) fn unknown_option(found: &str, meant: Option<&str>) -> String {
    message(
        format_args!("unknown option `{found}`"),
        did_you_mean(meant, "write: state = Type, or crate = path"),
    )
}

pub(crate) fn duplicate_option(name: &str) -> String {
    message(
        format_args!("duplicate option `{name}`"),
        "remove one of the two",
    )
}

pub(crate) fn not_async(name: impl Display) -> String {
    message(
        "expected `async fn`, found `fn`",
        format_args!("write: async fn {name}(...)"),
    )
}

pub(crate) fn reference(owned: Option<String>) -> String {
    message(
        "expected an owned type, found a reference",
        owned.map_or_else(
            || "write a type that owns its data".to_owned(),
            |owned| format!("write: {owned}"),
        ),
    )
}
