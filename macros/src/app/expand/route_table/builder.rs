//! Collects the parts of the route table.

use std::collections::BTreeMap;

use proc_macro2::{Ident, Span, TokenStream};

use crate::{
    app::{
        cfgs::Cfgs,
        expand::{
            describe::SignatureScope,
            route_table::text::{Methods, Rows},
        },
        model::App,
        route_path::RoutePath,
    },
    paths::Runtime,
};

/// The parts of the module, which are collected in a single walk over the application.
pub(super) struct TableBuilder<'a> {
    /// The runtime as seen from inside of the generated module.
    pub(super) runtime: &'a Runtime,
    pub(super) signature: SignatureScope<'a>,
    pub(super) stacks: Vec<TokenStream>,
    /// The rows of the items before the first include, those between it and the next, and so on.
    pub(super) chunks: Vec<Chunk>,
    pub(super) includes: Vec<Include>,
    pub(super) descriptions: Vec<TokenStream>,
    /// The entries that are described, by their text.
    pub(super) described: BTreeMap<String, usize>,
    pub(super) paths: Vec<PathRoutes<'a>>,
    pub(super) prefix_scopes: Vec<PrefixScope<'a>>,
    pub(super) methods: Methods,
    /// Indices into `paths`, by path.
    pub(super) positions: BTreeMap<&'a str, usize>,
    /// The `#[cfg]`s of the unconditional mounts, by path.
    pub(super) mounts: BTreeMap<&'a str, Vec<Cfgs>>,
}

/// The rows of the application itself between two includes.
#[derive(Default)]
pub(super) struct Chunk {
    /// The rows of routes, mounts and merges.
    pub(super) served: Rows,
    /// The rows for unmatched requests.
    pub(super) unmatched: Rows,
}

impl Chunk {
    pub(super) fn is_empty(&self) -> bool {
        self.served.is_empty() && self.unmatched.is_empty()
    }
}

/// A part that the application includes.
pub(super) struct Include {
    pub(super) id: usize,
    pub(super) cfgs: Cfgs,
    /// The place where rustc reports a conflict.
    pub(super) at: Span,
    pub(super) piece: TokenStream,
}

/// The routes of one path.
pub(super) struct PathRoutes<'a> {
    pub(super) path: &'a RoutePath,
    /// The index of the chunk with the first route.
    pub(super) chunk: usize,
    pub(super) routes: Vec<PathRoute>,
}

/// A route of a path.
pub(super) struct PathRoute {
    pub(super) cfgs: Cfgs,
    pub(super) stack: Ident,
    pub(super) is_any: bool,
    /// Whether it has a condition, or a scope around it has.
    pub(super) is_conditional: bool,
}

/// A scope with a prefix, which owns the unmatched paths under it.
pub(super) struct PrefixScope<'a> {
    pub(super) cfgs: Cfgs,
    pub(super) stack: Ident,
    pub(super) prefix: &'a RoutePath,
    /// The index of the chunk in which the scope begins.
    pub(super) chunk: usize,
}

impl<'a> TableBuilder<'a> {
    pub(super) fn new(app: &'a App, runtime: &'a Runtime, outer_runtime: &'a Runtime) -> Self {
        Self {
            runtime,
            signature: SignatureScope::new(app, outer_runtime),
            stacks: Vec::new(),
            chunks: vec![Chunk::default()],
            includes: Vec::new(),
            descriptions: Vec::new(),
            described: BTreeMap::new(),
            paths: Vec::new(),
            prefix_scopes: Vec::new(),
            methods: Methods::default(),
            positions: BTreeMap::new(),
            mounts: BTreeMap::new(),
        }
    }

    /// Returns the rows after the last include so far.
    pub(super) fn chunk(&mut self) -> &mut Chunk {
        let last = self.includes.len();
        &mut self.chunks[last]
    }
}
