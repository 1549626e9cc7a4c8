//! Messages about the item and its signature. `expected` is the whole signature with the user's name
//! and return type.

use std::fmt::Display;

use crate::diagnostics::{message, write};

pub(crate) const NOT_A_FUNCTION: &str = "expected an `async fn` after `#[middleware]`\n\
    write: async fn name(req: Request, next: Next) -> Response { ... }";

pub(crate) const NO_BODY: &str = "expected the body of the middleware, found `;`\n\
    write: async fn name(req: Request, next: Next) -> Response { ... }, outside of any trait";

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

pub(crate) fn in_impl(expected: impl Display) -> String {
    message(
        "a middleware cannot be a function of an `impl` block",
        format_args!("move it out, and write: {expected}"),
    )
}

pub(crate) fn no_next(expected: impl Display) -> String {
    message("expected `Next` as the last parameter", write(expected))
}

pub(crate) fn next_not_last(expected: impl Display) -> String {
    message("`Next` must be the last parameter", write(expected))
}

pub(crate) fn not_next(found: &str, expected: impl Display) -> String {
    message(
        format_args!("expected `Next` as the last parameter, found `{found}`"),
        write(expected),
    )
}

pub(crate) fn extra_next(expected: impl Display) -> String {
    message("duplicate `Next`: a middleware has one", write(expected))
}

pub(crate) fn no_response(expected: impl Display) -> String {
    message("a middleware must return a response", write(expected))
}

pub(crate) const UNIT_RESULT: &str = "a middleware must return a response\n\
    write: Result<Response, HttpError>, and return Ok(next.run(req).await)";

pub(crate) fn body_parameter(name: impl Display, expected: impl Display) -> String {
    message(
        format_args!("the `Request` of a middleware has no type parameter: remove `{name}`"),
        write(expected),
    )
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

pub(crate) fn several_types(types: &str) -> String {
    message(
        "`Next` takes several types as a tuple",
        write(format_args!("Next<({types})>")),
    )
}

pub(crate) const NEXT_ARGUMENTS: &str = "expected `Next`, `Next<T>` or `Next<(T, U)>`";

pub(crate) fn next_lifetime(lifetime: &str, rest: &str) -> String {
    let rest = if rest.is_empty() {
        String::new()
    } else {
        format!("<{rest}>")
    };
    message(
        format_args!("`Next` does not take the lifetime `{lifetime}` here"),
        write(format_args!("Next{rest}")),
    )
}

pub(crate) fn provided_reference(found: impl Display, owned: impl Display) -> String {
    message(
        format_args!(
            "a middleware cannot provide the reference `{found}`: handlers get a clone of the value"
        ),
        write(format_args!("Next<{owned}>")),
    )
}

pub(crate) fn duplicate_provided_type(ty: impl Display) -> String {
    message(
        format_args!("duplicate provided type `{ty}`"),
        format_args!("wrap one of them in a new type: struct Other({ty});"),
    )
}
