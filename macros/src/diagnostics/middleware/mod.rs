//! The messages of `#[middleware]`.

mod body;
mod options;
mod parameters;
mod signature;

pub(crate) use self::{body::*, options::*, parameters::*, signature::*};
