//! The messages of `app!`.

mod head;
mod items;
mod lists;
mod paths;
mod routes;
mod words;

pub(crate) use self::{head::*, items::*, lists::*, paths::*, routes::*, words::*};
