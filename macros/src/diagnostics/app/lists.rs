//! Messages about `with`, `without`, `before routing` and stacks.

use std::fmt::Display;

use crate::diagnostics::{did_you_mean, message};

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
pub(crate) const EXPECTED_OTHER: &str = "expected a middleware after `else`\n\
    write: entry if condition else other";
pub(crate) const ELSE_WITHOUT_IF: &str = "expected `if` and a condition before `else`\n\
    write: entry if condition else other";
pub(crate) const EXPECTED_LAST_ELSE: &str = "expected `else` after the last condition\n\
    write: entry if condition else other if condition else another";
pub(crate) const STACK_AFTER_ELSE: &str = "`..` is not allowed after `else`\n\
    write a single entry: entry if condition else other";

pub(crate) fn unknown_word(found: impl Display, meant: &str) -> String {
    message(
        format_args!("unknown keyword `{found}`"),
        did_you_mean(Some(meant), ""),
    )
}

pub(crate) fn unknown_list(found: impl Display) -> String {
    message(
        format_args!("unknown keyword `{found}`"),
        "write: with [outermost, ..., innermost]",
    )
}

pub(crate) fn word_for_if(found: &str, not: &str) -> String {
    message(
        format_args!("unknown keyword `{found}`"),
        format_args!("write: entry if {not}condition"),
    )
}

pub(crate) fn word_for_if_on_item(found: &str, not: &str) -> String {
    message(
        format_args!("unknown keyword `{found}`"),
        format_args!("write: GET \"/path\" => handler if {not}condition"),
    )
}

pub(crate) fn word_for_sign(found: &str, sign: &str) -> String {
    message(
        format_args!("unknown keyword `{found}`"),
        format_args!("write: {sign}"),
    )
}

pub(crate) fn negated(name: &str) -> String {
    message(
        "`!` is not allowed before a middleware",
        format_args!("write: without [{name}]"),
    )
}

pub(crate) fn not_an_entry(found: &str, entries: &str) -> String {
    message(
        format_args!("expected a middleware, found {found}"),
        format_args!("write: with [{entries}]"),
    )
}

pub(crate) fn if_block(entry: &str, condition: &str, other: Option<&str>) -> String {
    let other = other.map_or(String::new(), |other| format!(" else {other}"));
    message(
        "expected a middleware, found `if`",
        format_args!("write: with [{entry} if {condition}{other}]"),
    )
}

pub(crate) fn ternary(condition: &str) -> String {
    message(
        "`?` is not allowed as a condition",
        format_args!("write: with [entry if {condition} else other]"),
    )
}

pub(crate) fn combined(sign: &str, entries: &str) -> String {
    message(
        format_args!("expected `,` between middleware, found `{sign}`"),
        format_args!("write: with [{entries}]"),
    )
}

pub(crate) fn splice(found: &str) -> String {
    message(
        format_args!("expected `..` before the name of a stack, found `{found}`"),
        "write: with [..name]",
    )
}

pub(crate) fn only_the_stack(found: &str, name: impl Display) -> String {
    message(
        format_args!("expected only the name of a stack, found `{found}`"),
        format_args!("write: with [..{name}]"),
    )
}

pub(crate) fn too_many_entries(number: usize, limit: usize) -> String {
    message(
        format_args!("expected at most {limit} entries around a route, found {number}"),
        "write several tower layers as one entry: tower::ServiceBuilder::new().layer(...)",
    )
}

/// Returns the help for a stack without a list.
pub(crate) fn stack_help(name: impl Display) -> String {
    format!("write: stack {name} = [outermost, ..., innermost]")
}

pub(crate) fn stack_name_in_quotes(name: impl Display) -> String {
    message(
        "expected the name of the stack without quotes",
        stack_help(name),
    )
}

pub(crate) fn stack_with_parameters(name: impl Display) -> String {
    message("parameters are not allowed on a stack", stack_help(name))
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

pub(crate) fn not_in_part(name: &str) -> String {
    message(
        format_args!("no list of this part contains `{name}`"),
        format_args!(
            "to leave it out of the whole part, write: include part(...) without [{name}]"
        ),
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
        format!(
            "write in this block or in an outer one: stack {name} = [...], or for a middleware: {name}"
        )
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
