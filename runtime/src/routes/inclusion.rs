//! `Inclusion`: where a part is included.

use std::any::TypeId;

use super::{item::ItemInfo, stack_info::StackInfo};

/// A part that an application includes, or the application itself.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Inclusion {
    /// The `include`: its name is the path of the part.
    pub(crate) item: ItemInfo,
    /// The full prefix of the part, or an empty string.
    pub(super) prefix: &'static str,
    /// The index of the inclusion that has the `include`.
    pub(crate) outer: usize,
    /// The list around the part, which belongs to `outer`.
    pub(super) around: Option<&'static StackInfo>,
    /// Returns the type of the part's module.
    pub(crate) module: fn() -> TypeId,
}

impl Inclusion {
    /// Returns the `include` and its place in the source.
    pub(crate) fn place(&self) -> String {
        let ItemInfo { handler, line, .. } = self.item;
        let file = self.around.map_or("", |list| list.file);
        format!("`include {handler}` ({file}:{line})")
    }
}

/// The inclusions of a table without parts.
pub(super) const ROOT: &[Inclusion] = &[Inclusion {
    item: ItemInfo::new((0, "", "", 0, "")),
    prefix: "",
    outer: 0,
    around: None,
    module: TypeId::of::<()>,
}];
