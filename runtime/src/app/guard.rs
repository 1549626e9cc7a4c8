//! `Guard`, which leaves a request to the scope that owns its path.

use std::{convert::Infallible, sync::Arc};

use axum::{Router, extract::Request, response::Response};

use super::{
    merged_routes::MergedRoutes,
    scope_fallbacks::{OwningScope, ScopeFallbacks},
};
use crate::{
    chain::BoxFuture,
    routes::{Relation, RouteInfo, RouteKind, is_text, pattern},
};

/// What a row does before its own lists run: it yields to the scope that owns the path of the request.
#[derive(Clone)]
pub(crate) struct Guard {
    fallbacks: Arc<ScopeFallbacks>,
    /// For each scope, whether the row yields to it.
    yields: Arc<[bool]>,
    /// The routes of a merged router, whose paths are known to axum only.
    merged: Option<MergedRoutes>,
}

impl Guard {
    /// Returns the guard of a row, unless it yields to no scope. `router` is that of a mount or a merge.
    pub(crate) fn new(
        fallbacks: &Arc<ScopeFallbacks>,
        row: &RouteInfo,
        router: Option<&Router>,
    ) -> Option<Self> {
        let path = match router {
            Some(_) => pattern(&row.widest_path()),
            None => pattern(row.path()),
        };
        let scopes = fallbacks.scopes().iter();
        let yields: Arc<[bool]> = scopes
            .map(|scope| Relation::of(&path, &scope.pattern).yields())
            .collect();
        if !yields.contains(&true) || (router.is_none() && is_text(&path)) {
            return None;
        }
        let merged = router.filter(|_| row.kind() == RouteKind::Merge);
        Some(Self {
            fallbacks: Arc::clone(fallbacks),
            yields,
            merged: merged.map(MergedRoutes::new),
        })
    }

    /// Answers a request that the row yields.
    ///
    /// The future is boxed, so that the future around it, which exists for each request, has no room for it.
    pub(crate) fn answer(&self, req: Request) -> BoxFuture<'_, Result<Response, Infallible>> {
        Box::pin(self.fallbacks.answer(req, true))
    }

    /// Returns whether the row yields a request.
    pub(crate) fn yields(&self, req: &Request) -> bool {
        let path = req.uri().path();
        let owner = self.fallbacks.owner(path);
        let Some(owner) = owner.filter(|&owner| self.yields[owner]) else {
            return false;
        };
        let OwningScope { pattern, .. } = &self.fallbacks.scopes()[owner];
        let merged = self.merged.as_ref();
        merged.is_none_or(|merged| merged.yield_to(pattern, req.method(), path))
    }
}
