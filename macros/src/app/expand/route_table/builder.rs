//! Collects the parts of the route table.

use std::collections::HashMap;

use proc_macro2::{Ident, TokenStream};
use syn::LitStr;

use crate::{
    app::{cfgs::Cfgs, expand::describe::SignatureScope, model::App},
    paths::Runtime,
};

/// The parts of the module, which are collected in a single walk over the application.
pub(super) struct TableBuilder<'a> {
    /// The runtime as seen from inside of the generated module.
    pub(super) runtime: &'a Runtime,
    pub(super) signature: SignatureScope<'a>,
    pub(super) stacks: Vec<TokenStream>,
    pub(super) rows: Vec<TokenStream>,
    pub(super) descriptions: Vec<TokenStream>,
    pub(super) paths: Vec<PathRoutes>,
    pub(super) prefix_scopes: Vec<PrefixScope>,
    /// Indices into `paths`, by path.
    pub(super) positions: HashMap<String, usize>,
    /// The conditions of the mounts, by path.
    pub(super) mounts: HashMap<String, Vec<Cfgs>>,
}

/// The routes of one path.
pub(super) struct PathRoutes {
    pub(super) path: LitStr,
    pub(super) routes: Vec<PathRoute>,
}

/// A route of a path.
pub(super) struct PathRoute {
    pub(super) cfgs: Cfgs,
    pub(super) stack: Ident,
    pub(super) is_any: bool,
}

/// A scope with a prefix, which owns the unmatched paths under it.
pub(super) struct PrefixScope {
    pub(super) cfgs: Cfgs,
    pub(super) stack: Ident,
    pub(super) prefix: LitStr,
}

impl<'a> TableBuilder<'a> {
    pub(super) fn new(app: &'a App, runtime: &'a Runtime, outer_runtime: &'a Runtime) -> Self {
        Self {
            runtime,
            signature: SignatureScope::new(app, outer_runtime),
            stacks: Vec::new(),
            rows: Vec::new(),
            descriptions: Vec::new(),
            paths: Vec::new(),
            prefix_scopes: Vec::new(),
            positions: HashMap::new(),
            mounts: HashMap::new(),
        }
    }
}
