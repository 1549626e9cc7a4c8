//! Arguments: how each parameter of a handler or a middleware is extracted from the request.
//!
//! The type parameter `V` is how an argument is extracted, and rustc infers it. Exactly one `V`
//! fits, since [`Provided`](crate::Provided) is not an axum extractor. `V` then also says what the
//! argument requires of the context.

mod argument;
mod arguments;
mod extracted;
mod handoff;

pub use self::{argument::StateArgument, arguments::HeadArguments, extracted::extracted};
pub(crate) use self::{
    argument::{Argument, LastArgument},
    arguments::Arguments,
    handoff::hand_off,
};
