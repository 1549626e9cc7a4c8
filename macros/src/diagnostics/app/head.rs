//! Messages about the signature and the block of an `app!`.

use std::fmt::Display;

use quote::ToTokens;
use syn::Type;

use crate::{diagnostics::message, syntax::readable};

pub(crate) const NO_HEAD: &str =
    "expected a function\nwrite: fn name() -> Router { GET \"/path\" => handler }";
pub(crate) const HEAD: &str = "write: fn name() -> Router with [...] { ... }";
pub(crate) const CONST_APP: &str = "`const` is not allowed on the function of an `app!`\nremove it";
pub(crate) const DEFAULT_VALUE: &str =
    "a default value is not allowed on a parameter\nwrite the value where the function is called";

pub(crate) fn no_head(found: &str) -> String {
    message(
        format_args!("expected a function, found `{found}`"),
        "write: fn name() -> Router { GET \"/path\" => handler }",
    )
}

pub(crate) fn no_function(found: &str, name: impl Display) -> String {
    let name = name.to_string().to_lowercase();
    message(
        format_args!("expected `fn`, found `{found}`"),
        format_args!("write: fn {name}() -> Router {{ ... }}"),
    )
}

pub(crate) fn no_parameters(name: impl Display) -> String {
    message(
        format_args!("expected parameters in parentheses after `{name}`"),
        format_args!("write: fn {name}() -> Router {{ ... }}"),
    )
}

pub(crate) fn untyped(name: impl Display) -> String {
    message(
        format_args!("expected `:` and a type after `{name}`"),
        format_args!("write: {name}: Type"),
    )
}

pub(crate) fn borrowed_state(ty: &Type) -> String {
    let is_unsized = match ty {
        Type::Path(path) => path.path.is_ident("str"),
        _ => matches!(ty, Type::Paren(_) | Type::Slice(_) | Type::TraitObject(_)),
    };
    let mut owned = readable(ty);
    if is_unsized {
        owned = format!("Arc<{owned}>");
    }
    message(
        "the state is not allowed to be a reference",
        format_args!("write: state: {owned}"),
    )
}

/// Returns the help for a signature without an arrow.
pub(crate) fn head_help(name: impl Display, returned: &impl ToTokens) -> String {
    format!("write: fn {name}(...) -> {}", readable(returned))
}

/// Returns the help for an application without a block.
pub(crate) fn block_help(name: impl Display) -> String {
    format!("write: fn {name}(...) -> Router with [...] {{ ... }}")
}

pub(crate) fn method_on_app(method: impl Display, name: impl Display) -> String {
    message(
        format_args!("`.{method}` is not allowed on the block of an `app!`"),
        format_args!("write: fn {name}(...) -> Router with [entry] {{ ... }}"),
    )
}

pub(crate) fn list_after_app(list: impl Display, name: impl Display) -> String {
    message(
        format_args!("`{list}` is not allowed after the block"),
        format_args!("write: fn {name}(...) -> Router {list} [...] {{ ... }}"),
    )
}

pub(crate) fn reserved_name(name: impl Display) -> String {
    message(
        format_args!(
            "`{name}` is not allowed as the name of an application, since its module hides the crate"
        ),
        "rename the function",
    )
}
