//! The rules of entries as values.
//!
//! A part does not know the types of the entries around it. So its application compares them when it is made, by the
//! rules that each entry leaves here.

use std::{any::TypeId, collections::HashMap, marker::PhantomData};

use super::{
    depends_on::{DependsOn, RequiredTypes},
    order::Order,
    token::EntryToken,
};
use crate::{
    context::{Types, short_name},
    debug::opaque_debug,
};

/// The rules of the entries of an application or a part, by their numbers.
#[derive(Debug, Default)]
pub struct Rules(pub(crate) HashMap<usize, EntryRules>);

/// The types of the values of an entry, and their rules about others.
#[derive(Debug, Default)]
pub struct EntryRules {
    pub(crate) own_types: Vec<TypeId>,
    pub(crate) outside: Vec<TypeId>,
    pub(crate) inside: Vec<TypeId>,
    /// The entries that it requires, with the names of their types.
    pub(crate) requires: Vec<(TypeId, String)>,
}

impl Rules {
    /// Adds a value of an entry, whose rules are recorded next.
    pub fn add<K, T: 'static, X>(
        &mut self,
        entry: usize,
        _: &EntryToken<K, T, X>,
    ) -> &mut EntryRules {
        let rules = self.0.entry(entry).or_default();
        rules.own_types.push(TypeId::of::<T>());
        rules
    }
}

/// An entry of the type `T`, which may require entries of the types `D`.
pub struct RuleProbe<T, D>(PhantomData<fn() -> (T, D)>);

/// Returns the entry as one whose rules are read.
#[must_use]
pub fn rule_probe<K, T, X, D>(_: &EntryToken<K, T, X>) -> RuleProbe<T, D> {
    RuleProbe(PhantomData)
}

/// An entry with order rules.
pub trait Ordered<T> {
    /// Records the order rules.
    fn order(&self, rules: &mut EntryRules)
    where
        T: Order,
    {
        T::Outside::ids(&mut rules.outside);
        T::Inside::ids(&mut rules.inside);
    }
}
impl<T: Order> Ordered<T> for &RuleProbe<T, ()> {}

/// An entry without order rules.
pub trait Unordered {
    /// Records nothing.
    fn order(&self, _: &mut EntryRules) {}
}
impl<T> Unordered for RuleProbe<T, ()> {}

/// An entry that requires others.
pub trait Demanding<D> {
    /// Records the entries that it requires.
    fn demand(&self, rules: &mut EntryRules)
    where
        D: Identified,
    {
        D::ids(&mut rules.requires);
    }
}
impl<T: DependsOn<D>, D: RequiredTypes + Identified> Demanding<D> for &RuleProbe<T, D> {}

/// A tuple of required types that can be identified.
pub trait Identified {
    /// Appends the types and their names.
    fn ids(to: &mut Vec<(TypeId, String)>);
}

macro_rules! identified {
    ($($t:ident)*) => {
        impl<$($t: 'static),*> Identified for ($($t,)*) {
            fn ids(to: &mut Vec<(TypeId, String)>) {
                $(to.push((TypeId::of::<$t>(), short_name::<$t>()));)*
            }
        }
    };
}
identified!(A);
identified!(A B);
identified!(A B C);
identified!(A B C D);

/// An entry that requires no others.
pub trait Undemanding {
    /// Records nothing.
    fn demand(&self, _: &mut EntryRules) {}
}
impl<T> Undemanding for RuleProbe<T, ()> {}

opaque_debug! {
    RuleProbe<T, D>,
}
