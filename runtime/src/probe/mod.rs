//! Probing: finds out what is wrong with a function, after it has turned out that something is.
//!
//! Code without mistakes never gets here.

mod argument;
mod arguments;
mod decide;
mod function;
mod list;
mod output;
mod requirement;
mod unsendable;

pub(crate) use self::{
    argument::{Argument, OfHandler, OfMiddleware, StateMistake},
    arguments::{InvalidState, Required, Suspect},
    decide::levels,
    function::{Function, Parameters},
    list::Last,
    output::Returned,
    requirement::Missing,
    unsendable::Unsendable,
};
pub use self::{arguments::HasArguments, decide::Decide};
