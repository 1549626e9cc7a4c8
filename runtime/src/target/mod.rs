//! Targets: what a route, a `fallback` or a `method_not_allowed` leads to.
//!
//! A target is an async function, a tower service, a response, or a handler of axum. Its type
//! decides which one it is, and what is wrong if it is none of them.

mod async_function;
mod declared;
mod function;
mod kind;
mod level;
mod mistake;

pub use self::{
    async_function::FunctionKind,
    declared::Declared,
    kind::{AnyKind, Decide},
};
