//! Handlers: any `async fn` of extractors, without an attribute.
//!
//! axum's `Handler` infers the arguments and checks them in one step, so rustc cannot report which
//! argument is wrong. Here `Callable` infers the arguments, and `Arguments` then checks them one by
//! one.

mod callable;
mod check;
mod target;

pub use self::check::{
    BodyVerdict, ByType, FineVerdict, ForState, Generic, HandlerOutput, NeverVerdict, OpenVerdict,
    ProvidedVerdict, StateVerdict, UnknownOutput, early, function, last, response,
};
pub(crate) use self::{
    callable::{CallShort, Callable, Short},
    target::function_target,
};
