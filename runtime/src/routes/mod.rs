//! What an application serves, as data: the rows that the application is made of.

mod explain;
mod item;
mod level;
mod lookup;
mod middleware;
mod path;
mod row;
mod select;
mod stack;
mod table;
mod text;
mod tree;

pub use self::{
    explain::Explanation,
    item::ItemInfo,
    level::Level,
    middleware::{EntryTypes, MiddlewareInfo},
    row::{RouteInfo, RouteKind},
    select::Selection,
    stack::StackInfo,
    table::Routes,
    tree::Tree,
};
pub(crate) use self::{
    lookup::{by_path, owning_scopes, scope_of},
    path::{Prefixes, is_more_specific, literal, segments},
};
