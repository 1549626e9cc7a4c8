//! Arguments: how each parameter of a handler or a middleware comes out of the request.

mod argument;
mod arguments;
mod extracted;
mod hand_off;
mod handoff;

pub use self::{argument::StateArgument, arguments::HeadArguments, extracted::extracted};
pub(crate) use self::{
    argument::{Argument, LastArgument},
    arguments::Arguments,
    hand_off::hand_off,
};
