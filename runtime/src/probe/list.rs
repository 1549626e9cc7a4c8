//! Tuples of types as lists, and positions in them.

use std::marker::PhantomData;

use crate::context::{Cons, FromBody, FromParts, Nil, Requires, for_each_arity};

/// The first position.
#[derive(Debug)]
pub struct First;

/// The position after `N`.
#[derive(Debug)]
pub struct Next<N>(PhantomData<fn() -> N>);

type Four<N> = Next<Next<Next<Next<N>>>>;

/// The position of a sixteenth type.
pub(crate) type Last = Next<Next<Next<Four<Four<Four<First>>>>>>;

/// A tuple of types, or the requirement of a hand-written middleware.
pub trait AsList {
    /// The types as a list, the first of them at its head.
    type List;
}

impl AsList for () {
    type List = Nil;
}
impl<T> AsList for Requires<T> {
    type List = Cons<Self, Nil>;
}
impl AsList for FromParts {
    type List = Cons<Self, Nil>;
}
impl<M> AsList for FromBody<M> {
    type List = Cons<Self, Nil>;
}

/// Names the list of some types.
macro_rules! list {
    () => { Nil };
    ($first:ident $($rest:ident)*) => { Cons<$first, list!($($rest)*)> };
}

macro_rules! as_list {
    ([$($a:ident $v:ident),*] $last:ident $w:ident) => {
        impl<$($a,)* $last> AsList for ($($a,)* $last,) {
            type List = list!($($a)* $last);
        }
    };
}
for_each_arity!(as_list);

/// A list with a type at the position `N`.
pub trait Nth<N> {
    /// The type.
    type Item;
    /// The types after it.
    type Rest;
}

impl<T, L> Nth<First> for Cons<T, L> {
    type Item = T;
    type Rest = L;
}

impl<T, L: Nth<N>, N> Nth<Next<N>> for Cons<T, L> {
    type Item = L::Item;
    type Rest = L::Rest;
}
