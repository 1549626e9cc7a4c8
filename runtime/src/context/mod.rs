//! The context: the types that outer middleware provide, as a list of types.

mod arity;
mod list;
mod provide;
mod requirement;
mod type_name;

pub(crate) use self::{
    arity::for_each_arity,
    list::{Anything, Border, Conditional, Cons, Here, Known, Mended, Nil, There},
    requirement::{Context, FromBody, Has, SatisfiedBy},
    type_name::short_name,
};
pub use self::{
    provide::{Provided, Provision, Types},
    requirement::{FromParts, Requires},
};
