//! The messages of `#[middleware]`.

use std::fmt::Display;

use crate::diagnostics::{did_you_mean, message, write};

pub(crate) const NOT_A_FUNCTION: &str = "expected an `async fn` after `#[middleware]`\n\
    write: async fn name(req: Request, next: Next) -> Response { ... }";

pub(crate) const NO_BODY: &str = "expected the body of the middleware, found `;`\n\
    write: async fn name(req: Request, next: Next) -> Response { ... }, outside of any trait";

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

pub(crate) fn config_dyn(bounds: impl Display) -> String {
    message(
        "`dyn` is not allowed in `#[config]` without a `Box` or an `Arc`",
        write(format_args!("&Box<dyn {bounds}>")),
    )
}

pub(crate) fn not_shared(found: impl Display) -> String {
    message(
        format_args!(
            "`{found}` is not allowed in `#[config]`: all requests share the value, on all threads"
        ),
        "write: &Mutex<T>, an atomic such as &AtomicU64, or Arc<T> in place of Rc<T>",
    )
}

pub(crate) fn config_parameter(name: impl Display, bounds: impl Display) -> String {
    message(
        format_args!("all requests share the `{name}`, so it must be `Send + Sync + 'static`"),
        write(format_args!("{name}: {bounds}")),
    )
}

/// What a parameter that is a reference may be meant as.
pub(crate) enum ByReference {
    Extractor,
    Config,
    Unknown,
}

pub(crate) fn reference(found: impl Display, pat: &str, ty: &str, meant: &ByReference) -> String {
    let help = match meant {
        ByReference::Extractor => format!("write: {pat}: {ty}"),
        ByReference::Config if ty.starts_with("dyn ") => {
            format!("write: #[config] {pat}: &Box<{ty}>")
        }
        ByReference::Config => format!("write: #[config] {pat}: &{ty}"),
        ByReference::Unknown => format!(
            "write: {pat}: Provided<{ty}> if an outer middleware provides it, or #[config] {pat}: &{ty}"
        ),
    };
    message(
        format_args!("expected an extractor or `#[config]`, found the reference `{found}`"),
        help,
    )
}

pub(crate) fn borrowed(found: impl Display, owned: impl Display) -> String {
    message(
        format_args!("expected an owned type, found the reference `{found}`"),
        write(owned),
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

// The body.

pub(crate) fn called_next(name: &str, arguments: impl Display) -> String {
    message(
        format_args!("`{name}` is not a function"),
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
