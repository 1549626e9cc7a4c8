//! What an application serves, as data: the rows that the router is built from.

mod claim;
mod explain;
mod item;
mod lookup;
mod middleware;
mod openapi;
mod openapi_document;
mod path;
mod placement;
mod prefixes;
mod print_table;
mod print_tree;
mod row;
mod select;
mod stack;
mod table;
mod under;

pub(crate) use self::{
    claim::{Claim, RoutePath},
    lookup::by_path,
    prefixes::{Prefixes, is_plain},
};
pub use self::{
    explain::Explanation,
    item::ItemInfo,
    middleware::{EntryTypes, MiddlewareInfo},
    openapi::OpenApiDifferences,
    placement::Placement,
    print_tree::Tree,
    row::{RouteInfo, RouteKind},
    select::Selection,
    stack::StackInfo,
    table::RouteTable,
};
