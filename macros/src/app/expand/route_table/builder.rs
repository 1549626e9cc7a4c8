//! The parts of the table, as they are collected.

use std::collections::HashMap;

use proc_macro2::{Ident, TokenStream};
use syn::LitStr;

use crate::{
    app::{cfgs::Cfgs, expand::describe::Head, model::App},
    paths::Runtime,
};

pub(super) struct RouteTable<'a> {
    /// The runtime as the module finds it.
    pub(super) runtime: &'a Runtime,
    pub(super) head: Head<'a>,
    pub(super) stacks: Vec<TokenStream>,
    pub(super) rows: Vec<TokenStream>,
    pub(super) describes: Vec<TokenStream>,
    pub(super) paths: Vec<SamePath>,
    pub(super) owners: Vec<Owner>,
    /// The places in `paths`.
    pub(super) places: HashMap<String, usize>,
    /// The paths of mounts.
    pub(super) mounts: HashMap<String, Vec<Cfgs>>,
}

/// The routes of one path.
pub(super) struct SamePath {
    pub(super) path: LitStr,
    pub(super) routes: Vec<PathRoute>,
}

pub(super) struct PathRoute {
    pub(super) cfgs: Cfgs,
    pub(super) stack: Ident,
    pub(super) is_any: bool,
}

/// A scope with a prefix.
pub(super) struct Owner {
    pub(super) cfgs: Cfgs,
    pub(super) stack: Ident,
    pub(super) prefix: LitStr,
}

impl<'a> RouteTable<'a> {
    pub(super) fn new(app: &'a App, runtime: &'a Runtime, outside: &'a Runtime) -> Self {
        Self {
            runtime,
            head: Head::new(app, outside),
            stacks: Vec::new(),
            rows: Vec::new(),
            describes: Vec::new(),
            paths: Vec::new(),
            owners: Vec::new(),
            places: HashMap::new(),
            mounts: HashMap::new(),
        }
    }
}
