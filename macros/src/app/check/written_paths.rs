//! Checks the paths as written, before prefixes are joined to them.

use crate::{
    app::{
        ast::{Item, ItemKind},
        check::path_syntax::{PathOf, find_error},
    },
    diagnostics::Diagnostics,
};

/// Reports the mistake of each path. A path has at most one error.
pub(in crate::app) fn check_paths(items: &[Item], diagnostics: &mut Diagnostics) {
    for item in items {
        let (path, of) = match &item.kind {
            ItemKind::Route { path, .. } => (Some(path), PathOf::Route),
            ItemKind::Scope { prefix, .. } => (prefix.as_ref(), PathOf::Scope),
            ItemKind::Mount { path, .. } => (Some(path), PathOf::Mount),
            _ => continue,
        };
        if let Some(path) = path
            && let Some(message) = find_error(path.text(), of)
        {
            diagnostics.report(path, message);
        }
        if let ItemKind::Scope { items, .. } = &item.kind {
            check_paths(items, diagnostics);
        }
    }
}
