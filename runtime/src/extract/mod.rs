//! Arguments: how each parameter of a handler or a middleware comes out of the request.

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
