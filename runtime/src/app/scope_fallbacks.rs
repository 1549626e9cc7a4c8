//! Unmatched paths: the scope that owns each of them, and the fallback that answers it.

use std::{convert::Infallible, mem, sync::Arc};

use axum::{
    Router,
    body::Body,
    extract::{MatchedPath, OriginalUri, Request},
    response::Response,
    routing::{MethodRouter, any},
};
use http::Extensions;
use tower::{Service, ServiceExt, service_fn};

use crate::routes::{Prefixes, Segment, is_text, pattern};

/// The fallback for unmatched paths under the prefix of a scope.
pub(crate) struct ScopeFallback {
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
pub(crate) struct OwningScope {
    pub(crate) pattern: Vec<Segment>,
    service: MethodRouter,
    /// Extracts the parameters of the prefix.
    params: Router,
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
    pub(crate) fn scopes(&self) -> &[OwningScope] {
        &self.scopes
    }

    /// Returns the index of the scope that owns a path.
    pub(crate) fn owner(&self, path: &str) -> Option<usize> {
        self.prefixes.owner(path)
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
            async move { this.answer(req, false).await }
        })
    }

    /// Answers a request with the fallback of the scope that owns its path. `yielded` says that a route
    /// matched the path and yields to the scope.
    pub(crate) async fn answer(
        &self,
        mut req: Request,
        yielded: bool,
    ) -> Result<Response, Infallible> {
        let Some(owned) = self.prefixes.owned(req.uri().path()) else {
            return self.elsewhere.clone().oneshot(req).await;
        };
        let scope = &self.scopes[owned.number];
        if yielded || !is_text(&scope.pattern) {
            scope.set_params(&mut req, &owned.matched).await;
        }
        scope.service.clone().oneshot(req).await
    }
}

/// A literal segment after a prefix. With it, the last parameter of the prefix can be empty.
const END: &str = "/-";

impl OwningScope {
    fn new(fallback: ScopeFallback) -> Self {
        let ScopeFallback { prefix, service } = fallback;
        let extensions = any(async |mut req: Request| {
            let mut response = Response::new(Body::empty());
            *response.extensions_mut() = mem::take(req.extensions_mut());
            response
        });
        Self {
            pattern: pattern(prefix),
            service,
            params: Router::new().route(&format!("{prefix}{END}"), extensions),
        }
    }

    /// Sets the path parameters of a request to those of the prefix, which matches `matched`.
    ///
    /// A route that yielded to the scope has set its own ones, and its own matched path. axum's type for
    /// parameters is private, so they are replaced by those that axum extracts from another request.
    async fn set_params(&self, req: &mut Request, matched: &str) {
        let mut extensions = self.extract(matched).await;
        extensions.remove::<OriginalUri>();
        req.extensions_mut().extend(extensions);
        req.extensions_mut().remove::<MatchedPath>();
    }

    async fn extract(&self, matched: &str) -> Extensions {
        let Ok(req) = Request::get(format!("{matched}{END}")).body(Body::empty()) else {
            return Extensions::new();
        };
        let Ok(mut response) = self.params.clone().oneshot(req).await;
        mem::take(response.extensions_mut())
    }
}
