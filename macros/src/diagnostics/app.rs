//! The messages of `app!`.

use std::fmt::Display;

use crate::diagnostics::{did_you_mean, message};

// The head.

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

// Items.

pub(crate) const EXPECTED_ITEM: &str = "expected a route, `scope`, `mount`, `merge`, `fallback`, `method_not_allowed` or `stack`\n\
    write: GET \"/path\" => handler";
pub(crate) const SEMICOLON: &str = "expected `,`, found `;`";
pub(crate) const EXPECTED_PATH: &str =
    "expected a string literal as the path\nwrite: GET \"/path\" => handler";
pub(crate) const EXPECTED_HANDLER: &str = "expected a handler after `=>`\nwrite: => handler, where `handler` is an `async fn` or a closure";
pub(crate) const EXPECTED_ROUTE_NAME: &str = "expected an identifier as the name of the route\n\
    write: GET \"/path\" as name => handler";
pub(crate) const NAME_AFTER_HANDLER: &str = "`as` is not allowed after the handler\n\
    write: GET \"/path\" as name => handler";
pub(crate) const NAME_ON_MOUNT: &str =
    "a name is not allowed on `mount`\nwrite: mount \"/path\" => service";
pub(crate) const PATH_ON_MERGE: &str = "a path is not allowed on `merge`\n\
    write: mount \"/path\" => router, or: scope \"/path\" { merge router }";
pub(crate) const EXPECTED_ROUTER: &str = "expected a router after `merge`\nwrite: merge router";
pub(crate) const ANY_AMONG_OTHERS: &str =
    "`ANY` is not allowed among other methods\nwrite: ANY \"/path\" => handler";

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
            "write: GET \"/path\" => handler, or begin with: scope, mount, merge, fallback, method_not_allowed, stack",
        ),
    )
}

pub(crate) fn duplicate_method(method: impl Display) -> String {
    message(format_args!("duplicate method `{method}`"), "remove it")
}

// Lists.

pub(crate) const EXPECTED_LIST: &str = "expected a list of middleware in brackets after `with`\n\
    write: with [outermost, ..., innermost]";
pub(crate) const EXPECTED_NAMES: &str = "expected a list of names in brackets after `without`\n\
    write: without [name, ...]";
pub(crate) const EXPECTED_NAME: &str =
    "expected the name of a middleware\nwrite: without [name, ...]";
pub(crate) const WITHOUT_AFTER_WITH: &str =
    "`without` is not allowed after `with`\nwrite: without [name] with [entry]";
pub(crate) const WITHOUT_ON_APP: &str = "`without` is not allowed on the application, which has no outer list\n\
    write: GET \"/path\" => handler without [name]";
pub(crate) const EXPECTED_BEFORE_LIST: &str = "expected a list of middleware in brackets after `before routing`\n\
    write: before routing [outermost, ..., innermost]";
pub(crate) const BEFORE_AFTER_WITH: &str = "`before routing` is not allowed after `with`\n\
    write: fn name(...) -> Router before routing [...] with [...]";
pub(crate) const EXPECTED_ENTRY: &str =
    "expected a middleware\nwrite one here, or remove the comma";
pub(crate) const EXPECTED_COMMA: &str = "expected `,` before this";
pub(crate) const EXPECTED_CONDITION: &str =
    "expected a condition after `if`\nwrite: entry if condition";

pub(crate) fn unknown_word(found: impl Display, meant: &str) -> String {
    message(
        format_args!("unknown keyword `{found}`"),
        did_you_mean(Some(meant), ""),
    )
}

pub(crate) fn list_on_fallback(list: impl Display, keyword: impl Display) -> String {
    message(
        format_args!("`{list}` is not allowed on `{keyword}`, to which the outer lists apply"),
        format_args!("write: scope \"/prefix\" {list} [...] {{ {keyword} => handler }}"),
    )
}

pub(crate) fn only_the_name(name: &str) -> String {
    message(
        "expected only the name of a middleware",
        format_args!("write: without [{name}]"),
    )
}

pub(crate) fn not_active(name: &str, meant: Option<&str>, active: &[&str]) -> String {
    let otherwise = if active.is_empty() {
        "remove it: there is no outer middleware".to_owned()
    } else {
        format!("the outer lists contain: {}", active.join(", "))
    };
    message(
        format_args!("no outer list contains `{name}`"),
        did_you_mean(meant, &otherwise),
    )
}

pub(crate) fn runs_before_routing(name: &str) -> String {
    message(
        format_args!("`{name}` is not allowed in `without`, since it runs before routing"),
        format_args!("write: with [{name}], if it can run after routing"),
    )
}

pub(crate) fn ambiguous(name: &str, first: &str, second: &str) -> String {
    message(
        format_args!("`{name}` is ambiguous: the outer lists contain `{first}` and `{second}`"),
        format_args!("write: without [{first}], or: without [{second}], or both"),
    )
}

pub(crate) fn ambiguous_calls(name: &str, first: &str, second: &str) -> String {
    message(
        format_args!("`{name}` is ambiguous: the outer lists contain `{first}` and `{second}`"),
        "write a function that returns each of them, and list the functions",
    )
}

pub(crate) fn already_excluded(name: &str) -> String {
    message(
        format_args!("duplicate `{name}` in `without`"),
        "remove it: this list or an outer scope excludes it already",
    )
}

// Stacks.

pub(crate) const EXPECTED_STACK: &str = "expected a name and a list in brackets after `stack`\n\
    write: stack name = [outermost, ..., innermost]";
pub(crate) const LISTS_ON_STACK: &str = "`with` and `without` are not allowed on a stack\n\
    write: stack name = [outermost, ..., innermost]";
pub(crate) const EXPECTED_STACK_NAME: &str =
    "expected the name of a stack after `..`\nwrite: [..name, entry]";
pub(crate) const STACK_IN_WITHOUT: &str = "`..` is not allowed in `without`\n\
    write the names of the stack's entries: without [name, ...]";
pub(crate) const CONDITION_ON_STACK: &str = "`if` is not allowed on a stack\n\
    write the condition on its entries: stack name = [entry if condition]";

pub(crate) fn unknown_stack(name: &str, meant: Option<&str>, stacks: &[&str]) -> String {
    let otherwise = if stacks.is_empty() {
        format!("write in this block or in an outer one: stack {name} = [...]")
    } else {
        format!("the stacks in scope are: {}", stacks.join(", "))
    };
    message(
        format_args!("unknown stack `{name}`"),
        did_you_mean(meant, &otherwise),
    )
}

pub(crate) fn stack_in_itself(name: &str, through: &[String]) -> String {
    let way = match through {
        [] => String::new(),
        through => format!(", through `{}`", through.join("`, `")),
    };
    message(
        format_args!("stack `{name}` contains itself{way}"),
        "remove this entry",
    )
}

pub(crate) fn duplicate_stack(name: &str, line: usize) -> String {
    message(
        format_args!("duplicate stack `{name}`"),
        format_args!("the other one is on line {line}: rename one of them"),
    )
}

// Paths.

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

// Routes next to each other.

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
