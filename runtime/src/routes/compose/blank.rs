//! Arrays that are not filled yet.

use crate::routes::{
    inclusion::{Inclusion, ROOT},
    row::{RouteInfo, RouteKind},
    stack::Stack,
    stack_info::{ListOwner, StackInfo},
};

/// Returns the rows of an array that is not filled yet.
pub(crate) const fn no_rows<const N: usize>() -> [RouteInfo; N] {
    static NOWHERE: StackInfo = StackInfo::new(0, ListOwner::App, None, &[], "", 0);
    [RouteInfo::unmatched(RouteKind::Fallback, "", Stack::own(&NOWHERE)); N]
}

/// Returns the inclusions of an array that is not filled yet.
pub(super) const fn no_inclusions<const N: usize>() -> [Inclusion; N] {
    [ROOT[0]; N]
}
