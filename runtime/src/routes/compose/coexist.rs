//! Which rows may exist together.

use super::pattern::equal;
use crate::routes::row::RouteInfo;

/// Returns whether two rows may exist together. Rows under different conditions are compared when the application is
/// made. The same text in two parts may be two conditions.
pub(super) const fn may_coexist(a: &RouteInfo, b: &RouteInfo) -> bool {
    match (a.innermost_condition(), b.innermost_condition()) {
        (Some(a), Some(b)) => a.id.0 == b.id.0 && equal(a.text, b.text),
        _ => true,
    }
}
