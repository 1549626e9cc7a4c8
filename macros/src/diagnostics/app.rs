//! The messages of `app!`.

use std::fmt::Display;

use crate::diagnostics::{did_you_mean, message};

pub(crate) const EXPECTED_ITEM: &str = "expected a route, `scope`, `mount`, `merge`, `fallback`, `method_not_allowed` or `stack`\n\
    write: GET \"/path\" => handler";
pub(crate) const EXPECTED_LIST: &str =
    "a list of middleware stands in brackets\nwrite: with [outermost, ..., innermost]";
pub(crate) const EXPECTED_NAMES: &str =
    "what a route goes without stands in brackets, by its name\nwrite: without [name, ...]";
pub(crate) const WITHOUT_TOO_LATE: &str = "`without` stands before `with`: first what is taken out, then what is added\n\
    write: => handler without [name] with [entry]";
pub(crate) const WITHOUT_ON_THE_APP: &str = "nothing is around an application that could be taken out\n\
    write `without` on a route, a scope, a mount or a merge";
pub(crate) const BEFORE_LIST: &str = "a list of middleware stands in brackets\n\
    write: before routing [outermost, ..., innermost]";
pub(crate) const BEFORE_TOO_LATE: &str = "`before routing` stands before `with`, since it runs first\n\
    write: fn name(...) -> Router before routing [...] with [...]";
pub(crate) const NO_NAME: &str = "the name of a route is an identifier\n\
    write: GET \"/path\" as name => handler";
pub(crate) const NAME_OF_NO_ROUTE: &str =
    "only a route has a name: the URLs below a mount are the service's";
pub(crate) const STACK: &str =
    "a stack is a list with a name\nwrite: stack name = [outermost, ..., innermost]";
pub(crate) const NO_ENTRY: &str =
    "an entry is missing here\nwrite a middleware, or take the comma out";
pub(crate) const STACK_IN_NAMES: &str = "`without` takes the names of middleware, and not that of a stack\n\
    name those of its entries that are to be taken out";
pub(crate) const WHERE_TOO_LATE: &str = "a `where` clause stands before the lists\n\
    write: fn name(...) -> Router where ... with [...] { ... }";
pub(crate) const NAME_TOO_LATE: &str = "the name of a route stands behind its path\n\
    write: GET \"/path\" as name => handler";
pub(crate) const SEMICOLON: &str = "an item ends with a comma";
pub(crate) const MERGE_PATH: &str = "`merge` takes no path: the routes of the router are below the prefix in force\n\
    write: mount \"/path\" => router, or: scope \"/path\" { merge router }";
pub(crate) const NO_ROUTER: &str = "a router is missing here\nwrite: merge router";
pub(crate) const NO_STACK_NAME: &str = "`..` takes the name of a `stack`\nwrite: [..name, entry]";
pub(crate) const STACK_CONDITION: &str = "a stack is spliced in whole, without a condition\n\
    write the condition on its entries: stack name = [entry if condition]";
pub(crate) const STACK_LISTS: &str = "a stack has no lists of its own\n\
    write its entries between the brackets";

pub(crate) fn only_the_name(name: &str) -> String {
    message(
        "`without` takes the name of a middleware, and not what it was made of",
        format_args!("write: without [{name}]"),
    )
}

pub(crate) fn not_active(name: &str, meant: Option<&str>, active: &[&str]) -> String {
    let otherwise = if active.is_empty() {
        "no list is around it".to_owned()
    } else {
        format!("what is in force here: {}", active.join(", "))
    };
    message(
        format_args!("`{name}` is not in force here, so it cannot be taken out"),
        did_you_mean(meant, &otherwise),
    )
}

pub(crate) fn runs_before_routing(name: &str) -> String {
    message(
        format_args!("`{name}` runs before the route is looked up, so no route can go without it"),
        "list it under `with`, if it need not run before routing",
    )
}

pub(crate) fn ambiguous(name: &str, first: &str, second: &str) -> String {
    message(
        format_args!("`{name}` names more than one middleware that is in force here"),
        format_args!("write `{first}` or `{second}`, or both"),
    )
}

pub(crate) fn ambiguous_calls(name: &str, first: &str, second: &str) -> String {
    message(
        format_args!("`{name}` is in force more than once here: {first}, {second}"),
        "give each a name of its own: a function that returns the middleware",
    )
}

pub(crate) fn without_twice(name: &str) -> String {
    format!("`{name}` is taken out already, here or by a scope around this")
}

pub(crate) fn no_such_stack(name: &str, meant: Option<&str>, stacks: &[&str]) -> String {
    let otherwise = if stacks.is_empty() {
        format!("write: stack {name} = [...]")
    } else {
        format!("the stacks here are: {}", stacks.join(", "))
    };
    message(
        format_args!("there is no stack `{name}` in this block or around it"),
        did_you_mean(meant, &otherwise),
    )
}

pub(crate) fn stack_in_itself(name: &str, through: &[String]) -> String {
    let way = if through.len() > 1 {
        format!(": {}", through.join(", which contains "))
    } else {
        String::new()
    };
    message(
        format_args!("the stack `{name}` contains itself{way}"),
        "take this entry out",
    )
}

pub(crate) fn stack_twice(name: &str, line: usize) -> String {
    message(
        format_args!("this block has a stack `{name}` already"),
        format_args!("the other is on line {line}: give one of them another name"),
    )
}

pub(crate) fn name_taken(name: &str, path: &str, line: usize) -> String {
    message(
        format_args!("two routes have the name `{name}`"),
        format_args!("the other is `{path}` on line {line}: give one of them another name"),
    )
}

pub(crate) const FALLBACK_WITHOUT_PREFIX: &str = "a scope without a prefix owns no path, so its `fallback` would never run\n\
    write it in the scope with a prefix around this one, or in the app";
pub(crate) const ONE_APP: &str =
    "an `app!` declares one application\nwrite another `app!` for this";
pub(crate) const NO_LIST: &str = "what answers a miss goes through the lists around it, and has none of its own\n\
    write the list on the scope, or on the app";
pub(crate) const FALLBACK_BESIDE_MOUNT: &str = "the mount at `/` takes what nothing else does, so this `fallback` would never run\n\
    take one of the two out, or mount the service at a path of its own";
pub(crate) const MOUNT_CATCH_ALL: &str = "a mount takes every path below its own anyway, and its path cannot catch all\n\
    write: mount \"/path\" => service";
pub(crate) const PATH_LITERAL: &str = "a path is a string literal\nwrite: GET \"/path\" => handler";
pub(crate) const NO_COMMA: &str = "a comma is missing before this";
pub(crate) const PATH_SLASH: &str = "a path starts with `/`";
pub(crate) const PREFIX_ROOT: &str =
    "a scope with the prefix `/` has no prefix\nwrite: scope with [...] { ... }";
pub(crate) const PREFIX_SLASH: &str = "the prefix of a scope does not end with `/`";
pub(crate) const PREFIX_CATCH_ALL: &str =
    "the prefix of a scope cannot catch all: nothing would be left for its routes";
pub(crate) const MOUNT_SLASH: &str = "the path of a mount does not end with `/`";
pub(crate) const RECEIVER: &str = "`app!` declares a free function, without `self`";
pub(crate) const UNKNOWN_OPTION: &str = "`#[concentric]` has no such option\nit has `crate = path`";

pub(crate) fn unknown_method(found: impl Display, meant: Option<&str>) -> String {
    message(
        format_args!("`{found}` is not a method"),
        did_you_mean(
            meant,
            "the methods are GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS, TRACE, CONNECT, and ANY for all of them",
        ),
    )
}

pub(crate) fn unknown_item(found: impl Display, meant: Option<&str>) -> String {
    message(
        format_args!("`{found}` begins no item"),
        did_you_mean(
            meant,
            "an item is a route, `scope`, `mount`, `merge`, `fallback`, `method_not_allowed` or `stack`; a route is: GET \"/path\" => handler",
        ),
    )
}

pub(crate) fn no_output(name: impl Display) -> String {
    message(
        "an `app!` gives a `Router`",
        format_args!("write: fn {name}(...) -> Router"),
    )
}

pub(crate) fn unknown_word(found: impl Display, meant: &str) -> String {
    message(
        format_args!("`{found}` means nothing here"),
        format_args!("did you mean `{meant}`?"),
    )
}

pub(crate) const NO_CONDITION: &str = "a condition is missing here\n\
    write: entry if condition";
pub(crate) const NO_HANDLER: &str =
    "a handler is missing here\nwrite: => handler, where `handler` is an `async fn` or a closure";

pub(crate) const QUERY: &str = "a path has no query and no fragment\n\
    read the query with the extractor `Query`";
pub(crate) const PARAMETER: &str = "a parameter has a name in braces\n\
    write: {name}, or {*name} for the rest of the path; a brace itself is doubled: {{ or }}";
pub(crate) const PARAMETER_SEGMENT: &str = "a segment of a path has one parameter, with nothing after it\n\
    write: /{name}, or /text-{name}";
pub(crate) const CATCH_ALL_LAST: &str = "what catches the rest of the path comes last in it\n\
    write: /{name} where one segment is meant";
pub(crate) const ANY_AMONG_OTHERS: &str = "`ANY` is every method\nwrite it alone, or leave it out";

pub(crate) fn old_parameter(found: &str, today: &str) -> String {
    message(
        format_args!("`{found}` is how axum 0.7 wrote a parameter"),
        format_args!("write: {today}"),
    )
}

pub(crate) fn not_encoded(path: &str, encoded: &str) -> String {
    message(
        format_args!("no client sends `{path}`: such characters are percent-encoded in a URL"),
        format_args!("write: {encoded}"),
    )
}

pub(crate) fn name_twice(name: &str, path: &str) -> String {
    message(
        format_args!("`{path}` has two parameters of the name `{name}`"),
        "give one of them another name",
    )
}

pub(crate) fn method_twice(method: impl Display) -> String {
    format!("this route has the method `{method}` already")
}

pub(crate) fn route_twice(method: impl Display, path: &str, line: usize) -> String {
    message(
        format_args!("`{method} {path}` is declared twice"),
        format_args!("the other is on line {line}: take one of them out"),
    )
}

pub(crate) fn conflict(path: &str, other: &str, line: Option<usize>) -> String {
    let place = line.map_or(String::new(), |line| format!(", which is on line {line}"));
    message(
        format_args!("`{path}` conflicts with `{other}`{place}"),
        "some request would fit both, and neither is more specific: change one of the paths",
    )
}

pub(crate) fn prefix_twice(prefix: &str, line: usize) -> String {
    message(
        format_args!(
            "two scopes have the prefix `{prefix}`, and only one can own what is below it"
        ),
        format_args!(
            "the other is on line {line}: put the items of both into one, in which `scope with [...] {{ ... }}` gives some of them a list of their own"
        ),
    )
}

pub(crate) fn mount_twice(line: usize) -> String {
    message(
        "there are two mounts at `/`, and only one can take what nothing else does",
        format_args!("the other is on line {line}: take one of them out"),
    )
}

pub(crate) fn twice(what: impl Display) -> String {
    format!("this block has a `{what}` already")
}
