//! The messages of `app!`.

mod items;
mod lists;
mod paths;
mod routes;

pub(crate) use self::{items::*, lists::*, paths::*, routes::*};
