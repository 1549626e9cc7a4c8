//! `Guard`, which leaves a request to the scope that owns its path.

use std::{convert::Infallible, sync::Arc};

use axum::{Router, extract::Request, response::Response};
use http::Method;

use super::{merged_routes::MergedRoutes, scope_fallbacks::ScopeFallbacks};
use crate::{
    chain::BoxFuture,
    error::without_length_of_head,
    routes::{Claim, RouteInfo, RouteKind, RoutePath, is_plain},
};

/// What a row does before its own lists run: it yields to the scope that owns the path of the request.
#[derive(Clone)]
pub(crate) struct Guard {
    fallbacks: Arc<ScopeFallbacks>,
    /// What the row does with the paths of each scope.
    claims: Arc<[Claim]>,
    /// Whether a scope owns a plain path that the row matches. If not, only other paths are looked up.
    yields_plain_paths: bool,
    row: GuardedRow,
}

/// The row of a guard.
#[derive(Clone)]
enum GuardedRow {
    Declared(Arc<RoutePath>),
    /// A merged router, whose routes are known to axum only.
    Merged(Arc<RouteInfo>, MergedRoutes),
}

impl Guard {
    /// Returns the guard of a row, unless it never yields. `router` is that of a mount or a merge.
    pub(crate) fn new(
        fallbacks: &Arc<ScopeFallbacks>,
        row: RouteInfo,
        router: Option<&Router>,
    ) -> Option<Self> {
        let path = RoutePath::of(&row);
        if path.is_text() {
            return None;
        }
        let owners = fallbacks.owners();
        let claims: Arc<[Claim]> = owners.map(|owner| path.claim(&row, owner)).collect();
        if claims.iter().all(|claim| *claim == Claim::Inside) {
            return None;
        }
        let merged = router.filter(|_| row.kind() == RouteKind::Merge);
        Some(Self {
            fallbacks: Arc::clone(fallbacks),
            yields_plain_paths: merged.is_some() || claims.contains(&Claim::Yields),
            claims,
            row: match merged {
                Some(router) => GuardedRow::Merged(Arc::new(row), MergedRoutes::new(router)),
                None => GuardedRow::Declared(Arc::new(path)),
            },
        })
    }

    /// Answers a request that the row yields.
    ///
    /// The future is boxed, so that the future around it, which exists for each request, has no room for it.
    pub(crate) fn answer(&self, req: Request) -> BoxFuture<'_, Result<Response, Infallible>> {
        let is_head = req.method() == Method::HEAD;
        Box::pin(async move {
            let mut response = self.fallbacks.answer(req).await?;
            if is_head {
                without_length_of_head(&mut response);
            }
            Ok(response)
        })
    }

    /// Returns whether the row yields a request: to the scope that owns what its path means, or, since a route gets its
    /// parameters as they are spelled, to the one that owns the path as it is spelled.
    pub(crate) fn yields(&self, req: &Request) -> bool {
        let path = req.uri().path();
        let prefixes = self.fallbacks.prefixes();
        let (owner, spelled_owner) = match is_plain(path) {
            true if self.yields_plain_paths => (prefixes.plain_owner(path), None),
            true => return false,
            false => (prefixes.owner(path), prefixes.spelled_owner(path)),
        };
        let is_outside = |owner: &usize| self.claims[*owner] != Claim::Inside;
        let (owner, spelled_owner) = (owner.filter(is_outside), spelled_owner.filter(is_outside));
        if owner.is_none() && spelled_owner.is_none() {
            return false;
        }
        let yields = |route: &RoutePath, claim: &dyn Fn(usize) -> Claim| {
            owner.is_some_and(|owner| claim(owner).yields(route, path))
                || spelled_owner.is_some_and(|owner| claim(owner).yields_spelled())
        };
        match &self.row {
            GuardedRow::Declared(route) => yields(route, &|owner| self.claims[owner]),
            GuardedRow::Merged(row, routes) => match routes.path(req.method(), path) {
                Some(route) => yields(&route, &|owner| {
                    route.claim(row, self.fallbacks.owner(owner))
                }),
                None => true,
            },
        }
    }
}
