//! Unmatched paths: the scope that owns each of them, and the fallback that answers it.

use std::{convert::Infallible, sync::Arc};

use axum::{
    Router,
    extract::{MatchedPath, Request},
    response::Response,
    routing::MethodRouter,
};
use http::{Uri, uri::PathAndQuery};
use tower::{Service, ServiceExt, service_fn};

use crate::routes::{Prefixes, is_more_specific, literal, segments};

/// The fallback for unmatched paths under the prefix of a scope.
pub(crate) struct ScopeFallback {
    /// The number of the scope's list.
    pub(crate) stack: usize,
    /// The full path of its prefix.
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

struct OwningScope {
    stack: usize,
    prefix: &'static str,
    service: MethodRouter,
    /// For a prefix with parameters, the router that extracts them.
    params: Option<Router>,
}

impl ScopeFallbacks {
    pub(crate) fn new(
        fallbacks: impl Iterator<Item = ScopeFallback>,
        elsewhere: MethodRouter,
    ) -> Self {
        let mut this = Self {
            prefixes: Prefixes::new(),
            scopes: Vec::new(),
            elsewhere,
        };
        for fallback in fallbacks {
            let ScopeFallback {
                stack,
                prefix,
                service,
            } = fallback;
            // The macro rejects duplicate prefixes, except under different `#[cfg]`s.
            if !this.prefixes.insert(prefix, this.scopes.len()) {
                continue;
            }
            let params = prefix.contains('{').then(|| {
                let service = service.clone().map_request(put_back);
                Router::new().route_service(prefix, service)
            });
            this.scopes.push(OwningScope {
                stack,
                prefix,
                service,
                params,
            });
        }
        this
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
            async move {
                match this.owner(req.uri().path()) {
                    Some(owner) => owner.answer(req).await,
                    None => this.elsewhere.clone().oneshot(req).await,
                }
            }
        })
    }

    /// Dispatches requests that a more specific scope owns to that scope, and all others to
    /// `service`.
    pub(crate) fn guard<T>(
        self: Arc<Self>,
        scopes: Arc<[usize]>,
        path: PathMatch,
        service: T,
    ) -> impl Service<Request, Response = Response, Error = Infallible, Future: Send>
    + Clone
    + Send
    + Sync
    + 'static
    + use<T>
    where
        T: Service<Request, Response = Response, Error = Infallible>,
        T: Clone + Send + Sync + 'static,
        T::Future: Send,
    {
        service_fn(move |req: Request| {
            let this = Arc::clone(&self);
            let (scopes, service) = (Arc::clone(&scopes), service.clone());
            async move {
                match this.owner(req.uri().path()) {
                    Some(owner)
                        if scopes.contains(&owner.scope.stack) && path.yields(&owner, &req) =>
                    {
                        owner.answer(req).await
                    }
                    _ => service.oneshot(req).await,
                }
            }
        })
    }

    /// Returns the scope with the longest prefix that matches a path.
    fn owner(&self, path: &str) -> Option<Owner<'_>> {
        let (scope, end) = self.prefixes.find(path)?;
        let scope = &self.scopes[scope];
        Some(Owner { scope, end })
    }
}

/// How the path of a guarded service compares to the prefixes of the scopes.
#[derive(Clone, Copy)]
pub(crate) enum PathMatch {
    /// The path is less specific than all prefixes that own a part of it.
    LessSpecific,
    /// The path is a route of a merged router, which only axum knows.
    Merged,
}

impl PathMatch {
    /// Returns whether the service leaves a request to the scope that owns its path.
    fn yields(self, owner: &Owner<'_>, req: &Request) -> bool {
        match self {
            Self::LessSpecific => true,
            Self::Merged => is_more_specific_than_match(owner.scope.prefix, req),
        }
    }
}

/// Returns whether a prefix is more specific than the route that axum matched. If that is unknown,
/// it returns `true`, so that the request runs the scope's middleware.
fn is_more_specific_than_match(prefix: &str, req: &Request) -> bool {
    let Some(matched) = req.extensions().get::<MatchedPath>() else {
        return true;
    };
    let matched: Vec<&str> = segments(matched.as_str()).collect();
    let path: Vec<&str> = segments(req.uri().path()).collect();
    // In a nested application, axum's matched path may start with the path of the nest, which axum
    // has removed from the URI.
    let mut routes = (0..matched.len())
        .map(|nested| &matched[nested..])
        .filter(|route| fits(route, &path))
        .map(|route| format!("/{}", route.join("/")))
        .peekable();
    routes.peek().is_none() || routes.any(|route| is_more_specific(prefix, &route))
}

/// Returns whether a route matches a path.
fn fits(route: &[&str], path: &[&str]) -> bool {
    match (route, path) {
        ([], []) => true,
        ([last], [_, ..]) if last.starts_with("{*") => true,
        ([ours, route @ ..], [theirs, path @ ..]) => {
            let fixed = literal(ours);
            let text = fixed.replace("{{", "{").replace("}}", "}");
            let same = if fixed.len() == ours.len() {
                text == *theirs
            } else {
                theirs.starts_with(&text)
            };
            same && fits(route, path)
        }
        _ => false,
    }
}

/// The scope that owns a path, and the end of its prefix in that path.
struct Owner<'a> {
    scope: &'a OwningScope,
    end: usize,
}

impl Owner<'_> {
    async fn answer(&self, mut req: Request) -> Result<Response, Infallible> {
        // A route that yields to this scope has set the matched path.
        req.extensions_mut().remove::<MatchedPath>();
        let Some(params) = &self.scope.params else {
            return self.scope.service.clone().oneshot(req).await;
        };
        match cut(req.uri(), self.end) {
            Some(prefix) => {
                let whole = std::mem::replace(req.uri_mut(), prefix);
                req.extensions_mut().insert(Whole(whole));
                params.clone().oneshot(req).await
            }
            None => self.scope.service.clone().oneshot(req).await,
        }
    }
}

/// The whole URI of a request, while axum extracts the parameters from the prefix alone.
#[derive(Clone)]
struct Whole(Uri);

/// Returns the URI with its path cut at `end`.
fn cut(uri: &Uri, end: usize) -> Option<Uri> {
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(PathAndQuery::try_from(uri.path().get(..end)?).ok()?);
    Uri::from_parts(parts).ok()
}

/// Restores the whole URI and removes the matched path, since an unmatched path has none.
fn put_back(mut req: Request) -> Request {
    if let Some(Whole(uri)) = req.extensions_mut().remove() {
        *req.uri_mut() = uri;
        req.extensions_mut().remove::<MatchedPath>();
    }
    req
}
