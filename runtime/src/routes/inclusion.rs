//! `Inclusion`: where a part is included.

use super::{item::ItemInfo, stack_info::StackInfo};

/// A part that an application includes, or the application itself.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Inclusion {
    /// The `include`: its name is the path of the part.
    pub(crate) item: ItemInfo,
    /// The full prefix of the part, or an empty string.
    pub(super) prefix: &'static str,
    /// The index of the inclusion that has the `include`.
    pub(crate) outer: usize,
    /// The list around the part, which belongs to `outer`.
    pub(super) around: Option<&'static StackInfo>,
}

/// The inclusions of a table without parts.
pub(super) const ROOT: &[Inclusion] = &[Inclusion {
    item: ItemInfo::new(0, "", "", 0),
    prefix: "",
    outer: 0,
    around: None,
}];
