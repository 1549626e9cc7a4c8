//! `Stack`: a list, and where the `app!` that declares it is included.

use std::iter;

use super::{
    condition::Condition,
    inclusion::{Inclusion, ROOT},
    item::{Id, ItemInfo, not_empty},
    placement::Placement,
    stack_info::{ListOwner, StackInfo},
};

/// A list of the table, which may belong to an included part.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stack {
    pub(crate) info: &'static StackInfo,
    pub(super) inclusions: &'static [Inclusion],
    /// The index of the inclusion that the list belongs to. The application itself is the first.
    pub(crate) part: usize,
}

/// An item of the table, which may belong to an included part.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item {
    pub(super) info: ItemInfo,
    pub(super) part: usize,
    pub(super) file: &'static str,
}

impl Item {
    pub(crate) const fn id(&self) -> Id {
        (self.part, self.info.id)
    }
}

impl Stack {
    /// Returns a list of the application itself.
    pub(super) const fn own(info: &'static StackInfo) -> Self {
        Self {
            info,
            inclusions: ROOT,
            part: 0,
        }
    }

    pub(crate) const fn id(self) -> Id {
        (self.part, self.info.id)
    }

    /// Returns the inclusion that the list belongs to.
    pub(super) const fn inclusion(self) -> &'static Inclusion {
        &self.inclusions[self.part]
    }

    /// Returns the list around it.
    pub(super) const fn outer(self) -> Option<Self> {
        let inclusion = self.inclusion();
        match (self.info.outer, inclusion.around) {
            (Some(info), _) => Some(Self { info, ..self }),
            (None, Some(info)) => Some(Self {
                info,
                part: inclusion.outer,
                ..self
            }),
            (None, None) => None,
        }
    }

    /// Iterates over this list and those around it, from the inside out.
    pub(crate) fn outward(self) -> impl Iterator<Item = Self> {
        iter::successors(Some(self), |stack| stack.outer())
    }

    /// Returns whether it is the list of the application or of a part.
    pub(super) const fn is_root(self) -> bool {
        matches!(self.info.owner, ListOwner::App)
    }

    pub(super) const fn is(self, other: Self) -> bool {
        self.part == other.part && self.info.id == other.info.id
    }

    /// Returns whether this list is the other one or inside of it.
    pub(super) fn is_within(self, outer: Self) -> bool {
        self.outward().any(|stack| stack.is(outer))
    }

    /// Returns the entries of a part that the lists from this one outward exclude.
    pub(crate) fn excluded(self, part: usize) -> Vec<usize> {
        let lists = self.outward().filter(|stack| stack.part == part);
        lists
            .flat_map(|stack| stack.info.without)
            .copied()
            .collect()
    }

    /// Returns where an entry of this list is placed.
    pub(super) fn placement(self) -> Placement {
        match self.info.owner {
            ListOwner::BeforeRouting => Placement::BeforeRouting,
            ListOwner::App if self.part == 0 => Placement::App,
            ListOwner::App => Placement::Part(self.inclusion().item.handler),
            ListOwner::Scope("") => Placement::Scope(String::new()),
            ListOwner::Scope(own) => Placement::Scope(self.inclusion().prefix.to_owned() + own),
            ListOwner::Route | ListOwner::Include => Placement::Route,
        }
    }

    /// Returns the conditions of this scope and of those around it, innermost first.
    pub(super) fn conditions(self) -> impl Iterator<Item = Condition> {
        self.outward().filter_map(Self::own_condition)
    }

    /// Returns the condition of this scope, or of the `include` whose part has this list.
    pub(super) const fn own_condition(self) -> Option<Condition> {
        match self.info.owner {
            ListOwner::App => {
                let Inclusion { outer, item, .. } = self.inclusion();
                Condition::new((*outer, item.id), not_empty(item.condition))
            }
            _ => Condition::new(self.id(), self.info.condition),
        }
    }

    /// Returns the condition of the innermost scope or include that has one.
    pub(super) const fn innermost_condition(self) -> Option<Condition> {
        match (self.own_condition(), self.outer()) {
            (None, Some(outer)) => outer.innermost_condition(),
            (condition, _) => condition,
        }
    }

    /// Returns whether a scope or an include between this list and an outer one has a condition.
    pub(super) const fn is_conditional_in(self, outer: Self) -> bool {
        match self.outer() {
            _ if self.is(outer) => false,
            Some(next) => self.own_condition().is_some() || next.is_conditional_in(outer),
            None => false,
        }
    }

    /// Returns the scope that this list is or belongs to.
    pub(super) const fn scope(self) -> Self {
        match (self.info.owner, self.outer()) {
            (ListOwner::Route | ListOwner::Include, Some(outer)) => outer.scope(),
            (ListOwner::App, Some(outer)) if self.adds_nothing(outer) => outer.scope(),
            _ => self,
        }
    }

    /// Returns whether the list of a part is as if its items were written in the list around it.
    const fn adds_nothing(self, outer: Self) -> bool {
        self.part != outer.part
            && !matches!(outer.info.owner, ListOwner::Include)
            && self.info.entries.is_empty()
            && self.info.method_not_allowed.is_empty()
    }

    /// Returns the innermost scope around this one that contains the other list, or this scope.
    pub(super) const fn around(self, other: Self) -> Self {
        let mut stack = other;
        loop {
            if stack.is(self) {
                return self;
            }
            match stack.outer() {
                Some(outer) => stack = outer,
                None => break,
            }
        }
        match self.outer() {
            Some(outer) => outer.scope().around(other),
            None => self,
        }
    }

    /// Returns the `fallback` of this scope or of the nearest one around it.
    pub(super) const fn nearest_fallback(self) -> Option<Item> {
        match (self.info.fallback, self.outer()) {
            ([item, ..], _) => Some(self.item(ItemInfo::new(*item))),
            ([], Some(outer)) => outer.nearest_fallback(),
            ([], None) => None,
        }
    }

    /// Returns the `method_not_allowed` of this scope or of the nearest one around it.
    pub(super) const fn nearest_method_not_allowed(self) -> Option<Item> {
        match (self.info.method_not_allowed, self.outer()) {
            ([item, ..], _) => Some(self.item(ItemInfo::new(*item))),
            ([], Some(outer)) => outer.nearest_method_not_allowed(),
            ([], None) => None,
        }
    }

    /// Returns an item that is declared where this list is.
    pub(super) const fn item(self, info: ItemInfo) -> Item {
        Item {
            info,
            part: self.part,
            file: self.info.file,
        }
    }
}
