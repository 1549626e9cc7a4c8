//! Messages about the syntax of paths.

use crate::diagnostics::message;

pub(crate) const QUERY: &str = "`?` and `#` are not allowed in a path\n\
    for the query, write an argument of the handler: Query(query): Query<T>";
pub(crate) const EXPECTED_PARAMETER_NAME: &str = "expected the name of a parameter in braces\n\
    write: {name}, or {*name} for the rest of the path, or {{ and }} for braces as text";
pub(crate) const TEXT_AFTER_PARAMETER: &str = "expected `/` or the end of the path after a parameter\n\
    write: /{name}, or /text-{name}";
pub(crate) const CATCH_ALL_NOT_LAST: &str = "expected the end of the path after `{*name}`\n\
    write: {name}, for one segment";
pub(crate) const ROOT_PREFIX: &str =
    "`/` is not allowed as the prefix of a scope\nwrite: scope with [...] { ... }";
pub(crate) const CATCH_ALL_PREFIX: &str =
    "`{*name}` is not allowed in the prefix of a scope\nwrite: {name}, for one segment";
pub(crate) const CATCH_ALL_MOUNT: &str = "`{*name}` is not allowed on `mount`, which handles every path under its own\n\
    write: mount \"/path\" => service";

pub(crate) fn expected_slash(path: &str) -> String {
    message(
        "expected a path that starts with `/`",
        format_args!("write: \"/{path}\""),
    )
}

pub(crate) fn slash_after_prefix(prefix: &str) -> String {
    message(
        "the prefix of a scope must not end with `/`",
        format_args!("write: \"{}\"", prefix.trim_end_matches('/')),
    )
}

pub(crate) fn slash_after_mount(path: &str) -> String {
    message(
        "the path of a mount must not end with `/`",
        format_args!("write: \"{}\"", path.trim_end_matches('/')),
    )
}

pub(crate) fn old_parameter(found: &str, today: &str) -> String {
    message(
        format_args!("expected a parameter in braces, found `{found}`"),
        format_args!("write: {today}"),
    )
}

pub(crate) fn not_encoded(path: &str, encoded: &str) -> String {
    message(
        format_args!("expected a percent-encoded path, found `{path}`"),
        format_args!("write: {encoded}"),
    )
}

pub(crate) fn duplicate_parameter(name: &str, path: &str) -> String {
    message(
        format_args!("duplicate parameter `{name}` in `{path}`"),
        "rename one of them",
    )
}
