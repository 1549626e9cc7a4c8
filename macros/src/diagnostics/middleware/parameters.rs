//! Messages about the parameters before the `Request`.

use std::fmt::Display;

use crate::diagnostics::{did_you_mean, message, write};

pub(crate) const TOO_MANY: &str = "expected at most 16 parameters before the `Request`";
pub(crate) const IMPL_TRAIT: &str = "`impl Trait` is not allowed on a parameter of a middleware\n\
    write: async fn name<T: Trait>(...)";
pub(crate) const CONFIG_OPTIONS: &str = "expected no option on `#[config]`, or a default\n\
    write: #[config] name: &T, or #[config(default = value)] name: &T";
pub(crate) const DEFAULT_WITHOUT_NAME: &str = "expected a name for a `#[config]` with a default\n\
    write: #[config(default = value)] name: &T";
pub(crate) const DUPLICATE_CONFIG: &str = "expected one `#[config]` on a parameter, found two";
pub(crate) const CONFIG_MUTABLE: &str = "`&mut` is not allowed on `#[config]`, which all requests share\n\
    write: &T, where `T` may be a `Mutex` or an atomic";
pub(crate) const CONFIG_MISPLACED: &str = "`#[config]` is not allowed on the `Request` or the `Next`\n\
    write: #[config] name: &T, req: Request, next: Next";

pub(crate) fn duplicate_config(name: impl Display) -> String {
    format!("duplicate `#[config]` parameter `{name}`")
}

pub(crate) fn reserved_config(name: impl Display) -> String {
    format!(
        "every middleware has a method `{name}`, so a `#[config]` with a default needs another name"
    )
}

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

pub(crate) fn config_object(bounds: impl Display) -> String {
    message(
        "all requests share the value of `#[config]`, so it must be `Send + Sync`",
        write(format_args!("dyn {bounds}")),
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
