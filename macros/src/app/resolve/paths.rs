//! Joins prefixes and paths to full paths.

use syn::LitStr;

use crate::app::full_path::FullPath;

/// Returns the full path. The path `/` under a prefix is the prefix itself.
pub(super) fn join(prefix: &str, path: &LitStr) -> FullPath {
    let text = path.value();
    let full = if text == "/" && !prefix.is_empty() {
        prefix.to_owned()
    } else {
        format!("{prefix}{text}")
    };
    FullPath::new(full, path.span())
}
