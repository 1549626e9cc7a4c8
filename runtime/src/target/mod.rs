//! Targets: what a route, a `fallback` or a `method_not_allowed` leads to.
//!
//! A target is an async function, a tower service, a response, or a handler of axum. Its type
//! decides which of them it is, or which mistake it is.

mod async_function;
mod declared;
mod kind;
mod mistake;

pub use self::{async_function::FunctionKind, kind::AnyKind};
