//! The messages of `#[middleware]`.

use std::fmt::Display;

use crate::diagnostics::{did_you_mean, message, write};

pub(crate) const NOT_A_FUNCTION: &str = "expected an `async fn` after `#[middleware]`\n\
    write: async fn name(req: Request, next: Next) -> Response { ... }";

// Options.

pub(crate) const EXPECTED_RULE_TYPES: &str = "expected types in parentheses\n\
    write: outside(other, ...), inside(other, ...), or requires(other, ...)";
pub(crate) const LONG_RULE: &str = "expected at most 8 types in an order rule\n\
    name one of them here, and write a rule on it for the others";
pub(crate) fn not_a_rule_type(rule: &str, ty: &str) -> String {
    message(
        format_args!("expected `,` after the type `{ty}`"),
        write(format_args!("{rule}({ty}, ...)")),
    )
}

pub(crate) const LONG_REQUIRES: &str = "expected at most 4 types in `requires`\n\
    remove this one here, and require it on one of the others";

pub(crate) fn unknown_option(found: &str, meant: Option<&str>) -> String {
    message(
        format_args!("unknown option `{found}`"),
        did_you_mean(
            meant,
            "write: outside(other, ...), inside(other, ...), requires(other, ...), or crate = path",
        ),
    )
}

// The signature. `expected` is the whole signature with the user's name and return type.

pub(crate) fn not_async(expected: impl Display) -> String {
    message("expected `async fn`, found `fn`", write(expected))
}

pub(crate) fn qualifier(qualifier: impl Display) -> String {
    format!("`{qualifier}` is not allowed on a middleware")
}

pub(crate) fn receiver(expected: impl Display) -> String {
    message(
        "`self` is not allowed on a middleware",
        format_args!(
            "keep data in a `#[config]` parameter, or in a type that implements `Middleware`\n{}",
            write(expected)
        ),
    )
}

pub(crate) fn no_next(expected: impl Display) -> String {
    message("expected `Next` as the last parameter", write(expected))
}

pub(crate) fn next_not_last(expected: impl Display) -> String {
    message("`Next` must be the last parameter", write(expected))
}

pub(crate) fn no_request(expected: impl Display) -> String {
    message("expected a `Request` before the `Next`", write(expected))
}

pub(crate) fn request_too_early(expected: impl Display) -> String {
    message(
        "the `Request` must be the parameter before the `Next`",
        write(expected),
    )
}

pub(crate) const NEXT_ARGUMENTS: &str = "expected `Next`, `Next<T>` or `Next<(T, U)>`";

pub(crate) fn duplicate_provided_type(ty: impl Display) -> String {
    message(
        format_args!("duplicate provided type `{ty}`"),
        format_args!("wrap one of them in a new type: struct Other({ty});"),
    )
}

// Parameters.

pub(crate) const TOO_MANY: &str = "expected at most 16 parameters before the `Request`";
pub(crate) const IMPL_TRAIT: &str = "`impl Trait` is not allowed on a parameter of a middleware\n\
    write: async fn name<T: Trait>(...)";
pub(crate) const CONFIG_OPTIONS: &str =
    "options are not allowed on `#[config]`\nwrite: #[config] name: &T";
pub(crate) const CONFIG_MUTABLE: &str = "`&mut` is not allowed on `#[config]`, which all requests share\n\
    write: &T, where `T` may be a `Mutex` or an atomic";
pub(crate) const CONFIG_MISPLACED: &str = "`#[config]` is not allowed on the `Request` or the `Next`\n\
    write: #[config] name: &T, req: Request, next: Next";

pub(crate) fn config_not_reference(ty: impl Display) -> String {
    message(
        format_args!("expected a reference for `#[config]`, found `{ty}`"),
        format_args!("write: &{ty}"),
    )
}

pub(crate) fn unknown_attribute(found: impl Display) -> String {
    message(
        format_args!("unknown attribute `{found}`"),
        did_you_mean(Some("config"), ""),
    )
}

pub(crate) fn body_extractor(name: impl Display) -> String {
    message(
        format_args!(
            "`{name}` is not allowed on a middleware: it consumes the body, which the `Request` holds"
        ),
        format_args!(
            "write: {name}::from_request(req, &state).await, with `use axum::extract::FromRequest`"
        ),
    )
}
