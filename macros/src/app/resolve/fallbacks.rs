//! Detects fallbacks that would never run.

use crate::{
    app::{
        ast::{Item, ItemKind},
        cfgs::has_cfg,
    },
    diagnostics::{Diagnostics, app as message},
};

/// Reports the fallbacks of a block with a mount at `/`, which handles every unmatched path.
pub(super) fn check_fallbacks(items: &[Item], diagnostics: &mut Diagnostics) {
    if takes_all(items) {
        for item in items.iter().filter(|item| item.keyword == "fallback") {
            diagnostics.report(&item.keyword, message::FALLBACK_BESIDE_MOUNT);
        }
    }
}

/// Returns whether there is an unconditional mount at `/` among these items.
fn takes_all(items: &[Item]) -> bool {
    let mut items = items
        .iter()
        .filter(|item| !has_cfg(&item.attrs) && item.condition.is_none());
    items.any(|item| match &item.kind {
        ItemKind::Mount { path, .. } => path.text() == "/",
        ItemKind::Scope {
            prefix: None,
            items,
        } => takes_all(items),
        _ => false,
    })
}

/// Returns whether a scope among these items, or an inner scope, has a prefix.
pub(super) fn has_prefix(items: &[Item]) -> bool {
    items.iter().any(|item| match &item.kind {
        ItemKind::Scope { prefix, items } => prefix.is_some() || has_prefix(items),
        _ => false,
    })
}
