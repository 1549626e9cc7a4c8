//! Messages about duplicates and conflicts between items.

use std::fmt::Display;

use crate::diagnostics::message;

pub(crate) const FALLBACK_WITHOUT_PREFIX: &str = "`fallback` is not allowed in a scope without a prefix, where it would never run\n\
    write it in the outer block, or: scope \"/prefix\" { fallback => handler }";
pub(crate) const FALLBACK_BESIDE_MOUNT: &str = "`fallback` is not allowed next to a mount at `/`, which handles every unmatched path\n\
    remove one of them, or write: mount \"/path\" => service";

pub(crate) fn duplicate_item(keyword: impl Display) -> String {
    message(
        format_args!("duplicate `{keyword}` in this block"),
        "remove one of them",
    )
}

pub(crate) fn duplicate_route(method: impl Display, path: &str, line: usize) -> String {
    message(
        format_args!("duplicate route `{method} {path}`"),
        format_args!("the other one is on line {line}: remove one of them"),
    )
}

pub(crate) fn duplicate_route_name(name: &str, path: &str, line: usize) -> String {
    message(
        format_args!("duplicate route name `{name}`"),
        format_args!("the other one is `{path}` on line {line}: rename one of them"),
    )
}

pub(crate) fn duplicate_prefix(prefix: &str, line: usize) -> String {
    message(
        format_args!("duplicate prefix `{prefix}`"),
        format_args!(
            "the other scope is on line {line}: write one scope, and in it `scope with [...] {{ ... }}` for separate lists"
        ),
    )
}

pub(crate) fn duplicate_root_mount(line: usize) -> String {
    message(
        "duplicate mount at `/`",
        format_args!("the other one is on line {line}: remove one of them"),
    )
}

pub(crate) fn conflict(path: &str, other: &str, line: Option<usize>) -> String {
    let place = line.map_or(String::new(), |line| format!(", which is on line {line}"));
    message(
        format_args!("`{path}` conflicts with `{other}`{place}"),
        "a request could match both, and neither is more specific: change one of the paths",
    )
}
