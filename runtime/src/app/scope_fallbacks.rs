//! Unmatched paths: the scope that owns each of them, and the fallback that answers it.

use std::{convert::Infallible, sync::Arc};

use axum::{extract::Request, response::Response, routing::MethodRouter};
use tower::{Service, ServiceExt, service_fn};

use super::prefix_params::PrefixParams;
use crate::routes::{Owner, Prefixes, RouteInfo};

/// The fallback for unmatched paths under the prefix of a scope.
pub(crate) struct ScopeFallback {
    /// The 404 row of the scope.
    pub(crate) row: RouteInfo,
    /// The full path of the scope's prefix.
    pub(crate) prefix: &'static str,
    /// The fallback, wrapped in the lists of the scope.
    pub(crate) service: MethodRouter,
}

/// The fallbacks for all unmatched paths.
pub(crate) struct ScopeFallbacks {
    /// The prefixes of the scopes, each with its index in `scopes`.
    prefixes: Prefixes,
    scopes: Vec<OwningScope>,
    /// The fallback for a path that is not under any prefix.
    elsewhere: MethodRouter,
}

/// A scope with a prefix.
struct OwningScope {
    owner: Owner,
    service: MethodRouter,
    params: PrefixParams,
}

impl ScopeFallbacks {
    pub(crate) fn new(fallbacks: Vec<ScopeFallback>, elsewhere: MethodRouter) -> Self {
        let prefixes = fallbacks.iter().map(|fallback| fallback.prefix).zip(0..);
        Self {
            prefixes: Prefixes::new(prefixes),
            elsewhere,
            scopes: fallbacks.into_iter().map(OwningScope::new).collect(),
        }
    }

    /// Returns the scopes with a prefix.
    pub(crate) fn owners(&self) -> impl Iterator<Item = &Owner> {
        self.scopes.iter().map(|scope| &scope.owner)
    }

    /// Returns the prefixes of the scopes, by the indices of the scopes.
    pub(crate) fn prefixes(&self) -> &Prefixes {
        &self.prefixes
    }

    /// Returns the scope with this index.
    pub(crate) fn owner(&self, index: usize) -> &Owner {
        &self.scopes[index].owner
    }

    /// Returns the service for all unmatched paths.
    pub(crate) fn service(
        self: Arc<Self>,
    ) -> impl Service<Request, Response = Response, Error = Infallible, Future: Send>
    + Clone
    + Send
    + Sync
    + 'static {
        service_fn(move |req: Request| {
            let this = Arc::clone(&self);
            async move { this.answer(req).await }
        })
    }

    /// Answers a request with the fallback of the scope that owns its path.
    pub(crate) async fn answer(&self, mut req: Request) -> Result<Response, Infallible> {
        let Some(owned) = self.prefixes.owned(req.uri().path()) else {
            return self.elsewhere.clone().oneshot(req).await;
        };
        let scope = &self.scopes[owned.number];
        scope.params.set(&mut req, &owned.values).await;
        scope.service.clone().oneshot(req).await
    }
}

impl OwningScope {
    fn new(fallback: ScopeFallback) -> Self {
        let ScopeFallback {
            row,
            prefix,
            service,
        } = fallback;
        Self {
            owner: Owner::of(&row),
            service,
            params: PrefixParams::new(prefix),
        }
    }
}
