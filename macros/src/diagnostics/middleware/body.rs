//! Messages about the use of `next` in the body.

use std::fmt::Display;

use crate::diagnostics::{message, write};

pub(crate) fn called_next(name: &str, arguments: impl Display) -> String {
    message(
        format_args!("`{name}` is not a function"),
        write(format_args!("{name}.run({arguments}).await")),
    )
}

pub(crate) fn called_method(name: &str, method: &str, arguments: impl Display) -> String {
    message(
        format_args!("`{name}` has no method `{method}`"),
        write(format_args!("{name}.run({arguments}).await")),
    )
}

pub(crate) fn provides_nothing(ty: impl Display) -> String {
    message(
        "this `Next` provides nothing",
        write(format_args!("Next<{ty}>")),
    )
}

pub(crate) fn not_provided(name: &str, types: &str, call: &str) -> String {
    message(
        format_args!("this middleware must provide `{types}` first"),
        format_args!("write: {name}.provide(value).{call}, or next: Next if it provides nothing"),
    )
}

pub(crate) fn second_provide(values: impl Display) -> String {
    message(
        "a middleware provides all its values in one call",
        write(format_args!("provide(({values}))")),
    )
}

pub(crate) fn spawned_next(name: &str) -> String {
    message(
        format_args!("`{name}` borrows from the request, so a spawned task cannot run it"),
        format_args!("write: {name}.run(req).await, and spawn only other work"),
    )
}

pub(crate) fn missing_await(call: &str) -> String {
    message(
        format_args!("`{call}` is a future, not a response"),
        write(format_args!("{call}.await")),
    )
}

pub(crate) const SEMICOLON: &str = "a middleware must return the response\nremove this semicolon";
