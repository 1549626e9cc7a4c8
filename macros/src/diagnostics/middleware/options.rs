//! Messages about the options of `#[middleware]`.

use std::fmt::Display;

use crate::diagnostics::{did_you_mean, message, write};

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

pub(crate) const EXPECTED_COMMA: &str = "expected `,` between the options of `#[middleware]`";

pub(crate) fn not_an_option(found: impl Display) -> String {
    message(
        format_args!("expected an option, found `{found}`"),
        "remove it: the paths and their middleware are in `app!`, such as GET \"/\" => index with [name]",
    )
}

pub(crate) fn not_a_named_type(rule: &str, found: &str, names: impl Display) -> String {
    message(
        format_args!("expected the name of a middleware, found `{found}`"),
        write(format_args!("{rule}({names})")),
    )
}

/// Options of other frameworks that have another form here.
pub(crate) fn unknown_option(found: &str, value: &str, meant: Option<&str>) -> String {
    let inside = value
        .strip_prefix('(')
        .and_then(|value| value.strip_suffix(')'));
    let value = inside.unwrap_or_else(|| value.trim_start_matches(['=', ' ']));
    let or = |otherwise: &'static str| if value.is_empty() { otherwise } else { value }.to_owned();
    let help = match found {
        "state" => format!("write a parameter: state: State<{}>", or("T")),
        "provide" | "provides" => format!("write a parameter: next: Next<{}>", or("T")),
        "config" => "write a parameter: #[config] name: &T".to_owned(),
        "before" | "outer" => format!("write: outside({})", or("other, ...")),
        "after" | "inner" => format!("write: inside({})", or("other, ...")),
        "require" | "needs" | "depends_on" => format!("write: requires({})", or("other, ...")),
        _ => did_you_mean(
            meant,
            "write: outside(other, ...), inside(other, ...), requires(other, ...), or crate = path",
        ),
    };
    message(format_args!("unknown option `{found}`"), help)
}

pub(crate) fn rule_on_itself(rule: &str, ty: impl Display) -> String {
    message(
        format_args!(
            "the rules contradict: `{ty}` cannot be {} itself",
            relation(rule)
        ),
        format_args!("write the name of another middleware: {rule}(other)"),
    )
}

pub(crate) fn contradicting_rules(rule: &str, ty: impl Display) -> String {
    message(
        format_args!(
            "the rules contradict: this middleware cannot be both outside and inside `{ty}`"
        ),
        format_args!("remove `{ty}` from `outside` or from `{rule}`"),
    )
}

fn relation(rule: &str) -> &str {
    match rule {
        "requires" => "inside",
        rule => rule,
    }
}

// Attributes.

pub(crate) const DUPLICATE: &str = "duplicate `#[middleware]`\nremove one of them";

pub(crate) fn other_macro(name: impl Display) -> String {
    message(
        format_args!("`#[{name}]` is not allowed on a middleware"),
        "remove it",
    )
}
