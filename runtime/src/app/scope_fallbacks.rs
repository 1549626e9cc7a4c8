//! Paths that no route knows: which scope they belong to, and what answers them.

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

/// What answers a miss below the prefix of a scope.
pub(crate) struct ScopeFallback {
    /// The stack of the scope.
    pub(crate) stack: usize,
    /// The full path of its prefix.
    pub(crate) prefix: &'static str,
    /// The fallback, reached through the stacks of the scope.
    pub(crate) service: MethodRouter,
}

/// What answers the paths that no route knows.
pub(crate) struct ScopeFallbacks {
    /// The prefixes of the scopes, each with its place in `scopes`.
    prefixes: Prefixes,
    scopes: Vec<Scope>,
    /// What answers a path that is below no prefix.
    elsewhere: MethodRouter,
}

struct Scope {
    stack: usize,
    prefix: &'static str,
    service: MethodRouter,
    /// For a prefix with parameters: what takes them out of it.
    params: Option<Router>,
}

impl ScopeFallbacks {
    pub(crate) fn new(
        misses: impl Iterator<Item = ScopeFallback>,
        elsewhere: MethodRouter,
    ) -> Self {
        let mut this = Self {
            prefixes: Prefixes::new(),
            scopes: Vec::new(),
            elsewhere,
        };
        for miss in misses {
            let ScopeFallback {
                stack,
                prefix,
                service,
            } = miss;
            // The macro sees to it that there is one, but for what stands under different `#[cfg]`s.
            if !this.prefixes.insert(prefix, this.scopes.len()) {
                continue;
            }
            let params = prefix.contains('{').then(|| {
                let service = service.clone().map_request(put_back);
                Router::new().route_service(prefix, service)
            });
            this.scopes.push(Scope {
                stack,
                prefix,
                service,
                params,
            });
        }
        this
    }

    /// All paths that no route knows, as a service.
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

    /// A service which leaves what is theirs to those of these scopes whose prefix is more specific
    /// than its own path.
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

    /// The scope with the longest prefix that fits a path.
    fn owner(&self, path: &str) -> Option<Owner<'_>> {
        let (scope, end) = self.prefixes.find(path)?;
        let scope = &self.scopes[scope];
        Some(Owner { scope, end })
    }
}

/// The path of a service that is no scope.
#[derive(Clone, Copy)]
pub(crate) enum PathMatch {
    /// It is known to be less specific than the prefixes that are asked about.
    LessSpecific,
    /// It is one of a router that axum knows more of.
    Merged,
}

impl PathMatch {
    fn yields(self, owner: &Owner<'_>, req: &Request) -> bool {
        match self {
            Self::LessSpecific => true,
            Self::Merged => is_more_specific_than_match(owner.scope.prefix, req),
        }
    }
}

/// Whether a prefix is more specific than the route that axum has found for a request. In doubt it is,
/// and the request is the scope's.
fn is_more_specific_than_match(prefix: &str, req: &Request) -> bool {
    let Some(matched) = req.extensions().get::<MatchedPath>() else {
        return true;
    };
    let matched: Vec<&str> = segments(matched.as_str()).collect();
    let path: Vec<&str> = segments(req.uri().path()).collect();
    // Where the app is nested, axum's path may begin with that of the nest, which the URI is without.
    let mut routes = (0..matched.len())
        .map(|nested| &matched[nested..])
        .filter(|route| fits(route, &path))
        .map(|route| format!("/{}", route.join("/")))
        .peekable();
    routes.peek().is_none() || routes.any(|route| is_more_specific(prefix, &route))
}

/// Whether a path is one of a route's.
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

/// The scope that owns a path, and where in the path its prefix ends.
struct Owner<'a> {
    scope: &'a Scope,
    end: usize,
}

impl Owner<'_> {
    async fn answer(&self, mut req: Request) -> Result<Response, Infallible> {
        // It may have come by way of a route that leaves it to the scope.
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

/// The URI of a request while axum takes the parameters out of the prefix alone.
#[derive(Clone)]
struct Whole(Uri);

/// The URI with no more than this much of its path.
fn cut(uri: &Uri, end: usize) -> Option<Uri> {
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(PathAndQuery::try_from(uri.path().get(..end)?).ok()?);
    Uri::from_parts(parts).ok()
}

/// Puts the whole URI back. A miss has no matched path, so the prefix is none either.
fn put_back(mut req: Request) -> Request {
    if let Some(Whole(uri)) = req.extensions_mut().remove() {
        *req.uri_mut() = uri;
        req.extensions_mut().remove::<MatchedPath>();
    }
    req
}
