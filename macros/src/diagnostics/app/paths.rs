//! Messages about the syntax of paths.

use std::fmt::Display;

use crate::diagnostics::message;

pub(crate) const EXPECTED_PARAMETER_NAME: &str = "expected the name of a parameter in braces\n\
    write: {name}, or {*name} for the rest of the path, or {{ and }} for braces as text";
pub(crate) const ROOT_PREFIX: &str =
    "`/` is not allowed as the prefix of a scope\nwrite: scope with [...] { ... }";

pub(crate) fn dot_segment(found: &str, paths: &[String]) -> String {
    rewritten(
        format_args!("`{found}` is not allowed as a segment, since clients resolve it"),
        paths,
    )
}

/// Formats a message whose help is the path to write. There are several if a parameter is optional, and
/// none if the path cannot be rewritten.
fn rewritten(rule: impl Display, paths: &[String]) -> String {
    match paths {
        [] => message(
            rule,
            "write: {name} for one segment, or {*name} for the rest of the path",
        ),
        [path] => message(rule, format_args!("write: \"{path}\"")),
        paths => message(
            rule,
            format_args!("write one item for each path: \"{}\"", paths.join("\", \"")),
        ),
    }
}

pub(crate) fn expected_slash(paths: &[String]) -> String {
    rewritten("expected a path that starts with `/`", paths)
}

pub(crate) fn regex(found: &str, paths: &[String]) -> String {
    rewritten(
        format_args!("expected a path, found the regular expression `{found}`"),
        paths,
    )
}

pub(crate) fn query(paths: &[String]) -> String {
    let rule = "`?` and `#` are not allowed in a path";
    let rule = if paths.is_empty() {
        rule.to_owned()
    } else {
        rewritten(rule, paths)
    };
    message(
        rule,
        "for the query, write an argument of the handler: Query(query): Query<T>",
    )
}

pub(crate) fn expected_braces(found: &str, paths: &[String]) -> String {
    rewritten(
        format_args!("expected a parameter in braces, found `{found}`"),
        paths,
    )
}

pub(crate) fn expected_name(found: &str, paths: &[String]) -> String {
    let rule = format!("expected the name of a parameter in braces, found `{found}`");
    let text = rewritten(rule, paths);
    match found {
        "{}" => message(text, "for braces as text, write: {{}}"),
        _ => text,
    }
}

pub(crate) fn expected_rest(found: &str, paths: &[String]) -> String {
    rewritten(
        format_args!("expected `{{*name}}` for the rest of the path, found `{found}`"),
        paths,
    )
}

pub(crate) fn typed_parameter(found: &str, paths: &[String]) -> String {
    message(
        rewritten(
            format_args!("expected a parameter without a type or regex, found `{found}`"),
            paths,
        ),
        "its type goes into the handler's `Path<T>`",
    )
}

pub(crate) fn optional_parameter(found: &str, paths: &[String]) -> String {
    rewritten(
        format_args!("expected a path without optional parts, found `{found}`"),
        paths,
    )
}

pub(crate) fn text_after_parameter(found: &str, paths: &[String]) -> String {
    message(
        rewritten(
            format_args!("expected `/` or the end of the path after a parameter, found `{found}`"),
            paths,
        ),
        "split the parameter in the handler",
    )
}

pub(crate) fn rest_not_last(found: &str, paths: &[String]) -> String {
    message(
        rewritten(
            format_args!("expected `{found}` to be the whole last segment"),
            paths,
        ),
        "a parameter without `*` is one segment",
    )
}

pub(crate) fn rest_of_prefix(found: &str, paths: &[String]) -> String {
    let rule = format!(
        "`{found}` is not allowed in the prefix of a scope, which contains every path under it"
    );
    match paths {
        [path] if path == "/" => message(rule, "write: scope with [...] { ... }"),
        _ => rewritten(rule, paths),
    }
}

pub(crate) fn rest_of_mount(found: &str, paths: &[String]) -> String {
    rewritten(
        format_args!("`{found}` is not allowed on `mount`, which handles every path under its own"),
        paths,
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
