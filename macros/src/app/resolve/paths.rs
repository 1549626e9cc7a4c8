//! Joins prefixes and paths to full paths.

use syn::LitStr;

use crate::{
    app::path::catches_all,
    diagnostics::{Diagnostics, app as message},
};

/// Reports a prefix that is not allowed on a scope.
pub(super) fn check_prefix(prefix: &LitStr, diagnostics: &mut Diagnostics) {
    let text = prefix.value();
    if text == "/" {
        diagnostics.report(prefix, message::ROOT_PREFIX);
    } else if text.ends_with('/') {
        diagnostics.report(prefix, message::slash_after_prefix(&text));
    } else if catches_all(&text) {
        diagnostics.report(prefix, message::CATCH_ALL_PREFIX);
    }
}

/// Returns the full path. The path `/` under a prefix is the prefix itself.
pub(super) fn join(prefix: &str, path: &LitStr, diagnostics: &mut Diagnostics) -> LitStr {
    let text = path.value();
    if !text.starts_with('/') {
        diagnostics.report(path, message::expected_slash(&text));
    }
    let full = if text == "/" && !prefix.is_empty() {
        prefix.to_owned()
    } else {
        format!("{prefix}{text}")
    };
    LitStr::new(&full, path.span())
}
