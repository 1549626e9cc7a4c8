//! `Contents`, the lists, targets and routers of an application or a part.

use std::{
    collections::{HashMap, HashSet},
    convert::Infallible,
    sync::Arc,
};

use axum::{Router, extract::Request};
use tower::service_fn;

use super::dispatch::ErasedChain;
use crate::{
    builder::EntryRules,
    chain::{HttpService, ServiceTarget, Target},
    routes::Id,
};

/// The lists, targets and routers of an application or a part, by the numbers of their items.
pub(crate) struct Contents {
    /// The list of the application or the part itself.
    pub(super) root: Arc<dyn ErasedChain>,
    /// Whether the list has any entries.
    pub(super) has_root: bool,
    /// The lists of scopes, items, and included parts. A list without entries is not there.
    pub(super) lists: HashMap<Id, Arc<dyn ErasedChain>>,
    pub(super) targets: HashMap<Id, Arc<dyn Target>>,
    pub(super) mounts: HashMap<Id, Box<dyn Mounted>>,
    pub(super) merged: HashMap<Id, Router>,
    /// The rules of the entries, if the application has parts or is one.
    pub(super) rules: HashMap<Id, EntryRules>,
    /// The items and scopes whose condition is false.
    pub(super) left_out: HashSet<Id>,
}

impl Contents {
    pub(super) fn new(root: Arc<dyn ErasedChain>, has_root: bool) -> Self {
        Self {
            root,
            has_root,
            lists: HashMap::new(),
            targets: HashMap::new(),
            mounts: HashMap::new(),
            merged: HashMap::new(),
            rules: HashMap::new(),
            left_out: HashSet::new(),
        }
    }

    /// Adds the contents of a part, whose inclusions begin at this index.
    pub(super) fn include(&mut self, base: usize, part: Self) {
        let moved = |(part, item): Id| (base + part, item);
        if part.has_root {
            self.lists.insert((base, ROOT), part.root);
        }
        let lists = part.lists.into_iter();
        self.lists.extend(lists.map(|(id, list)| (moved(id), list)));
        let targets = part.targets.into_iter();
        self.targets
            .extend(targets.map(|(id, target)| (moved(id), target)));
        let mounts = part.mounts.into_iter();
        self.mounts
            .extend(mounts.map(|(id, mount)| (moved(id), mount)));
        let merged = part.merged.into_iter();
        self.merged
            .extend(merged.map(|(id, router)| (moved(id), router)));
        let rules = part.rules.into_iter();
        self.rules
            .extend(rules.map(|(id, rules)| (moved(id), rules)));
        self.left_out.extend(part.left_out.into_iter().map(moved));
    }
}

/// The number of the list of an application or a part.
const ROOT: usize = 0;

/// A service that an application mounts. The full path is known when the application is complete.
pub(super) trait Mounted: Send + Sync {
    /// Returns the target for all unmatched paths, of a service at `/`.
    fn target(self: Box<Self>) -> Arc<dyn Target>;

    /// Returns a router that removes the path from the URIs that the service sees.
    fn nested(self: Box<Self>, path: &str) -> Router;
}

/// A mounted service.
pub(super) struct Mount<T>(pub(super) T);

impl<T: HttpService> Mounted for Mount<T> {
    fn target(self: Box<Self>) -> Arc<dyn Target> {
        Arc::new(ServiceTarget(self.0))
    }

    fn nested(self: Box<Self>, path: &str) -> Router {
        let Mount(service) = *self;
        let service = service_fn(move |req: Request| {
            let service = service.clone();
            async move { Ok::<_, Infallible>(service.answer(req).await) }
        });
        Router::new().nest_service(path, service)
    }
}
