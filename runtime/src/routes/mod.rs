//! What an application serves, as data: the rows that the router is built from.

mod active;
mod app_module;
mod claim;
mod common_entries;
mod compose;
mod condition;
mod declare;
mod declared_texts;
mod entry_info;
mod explain;
mod inclusion;
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
mod stack_info;
mod table;
mod under;

#[cfg(feature = "ready")]
pub(crate) use self::lookup::Lookup;
pub(crate) use self::{
    active::active_rows,
    claim::{Claim, Owner, RoutePath},
    compose::conditional_conflict,
    item::Id,
    lookup::by_path,
    path::{Segment, pattern},
    prefixes::{Prefixes, is_plain},
};
pub use self::{
    app_module::{AppModule, Includes, declared_rows},
    compose::{HasPieces, IncludedPart, Piece, Size, TableRows, check, evaluate},
    declare::DeclaredRows,
    entry_info::{EntryInfo, EntryTypes},
    explain::Explanation,
    middleware::MiddlewareInfo,
    openapi::OpenApiDifferences,
    placement::Placement,
    print_tree::Tree,
    row::{RouteInfo, RouteKind},
    select::Selection,
    stack_info::{ListOwner, StackInfo},
    table::RouteTable,
};
