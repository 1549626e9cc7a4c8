//! Puts an application together: what its parts have told, as an axum `Router`.

use std::{iter, mem, sync::Arc};

use axum::{
    Router,
    extract::Request,
    response::{IntoResponse, Response},
    routing::{MethodFilter, MethodRouter, Route},
};
use http::StatusCode;
use tower::layer::layer_fn;

use crate::{
    endpoint::{BoxFuture, Target},
    entry::{Through, through},
    error::HttpError,
    misses::{Miss, Misses, OwnPath, outranks},
    router::{App, Level, LevelKind, ROOT, RouteRecord, RouterRecord},
};

impl<S: Sync + 'static> App<S> {
    /// The application as a router.
    pub fn finish(mut self, state: S) -> Router {
        let misses = Arc::new(self.misses(&state));
        let mut router = Router::new().fallback_service(Arc::clone(&misses).service());
        for record in mem::take(&mut self.routers) {
            router = router.merge(self.router(record, &misses, &state));
        }
        // A stable sort: the routes of one path keep their order, and stand together.
        self.routes.sort_by_key(|route| route.path);
        for same_path in self.routes.chunk_by(|a, b| a.path == b.path) {
            let path = same_path[0].path;
            let (scope, methods) = self.methods(same_path, &state);
            let owners = self.owners(path, scope);
            router = if owners.is_empty() {
                router.route(path, methods)
            } else {
                let guarded = Arc::clone(&misses).guard(owners, OwnPath::Outranked, methods);
                router.route_service(path, guarded)
            };
        }
        router
    }

    /// A mounted or merged router, reached through the stacks of its level.
    fn router(&self, record: RouterRecord, misses: &Arc<Misses>, state: &S) -> Router {
        let RouterRecord {
            level,
            path,
            own,
            router,
        } = record;
        let router = self.outermost.around(router, state, self.stacks(level));
        let owners = self.owners(&path, self.scope_of(level));
        if owners.is_empty() {
            return router;
        }
        let misses = Arc::clone(misses);
        router.layer(layer_fn(move |route: Route| {
            Arc::clone(&misses).guard(Arc::clone(&owners), own, route)
        }))
    }

    /// The scopes that own a part of what a path of this scope fits.
    fn owners(&self, path: &str, scope: usize) -> Arc<[usize]> {
        self.prefixes()
            .filter(|&(level, prefix)| outranks(prefix, path) && !self.is_within(scope, level))
            .map(|(level, _)| level)
            .collect()
    }

    /// The routes of one path, and the innermost scope that holds them all.
    fn methods(&self, routes: &[RouteRecord<S>], state: &S) -> (usize, MethodRouter) {
        let scopes = routes.iter().map(|route| self.scope_of(route.level));
        let scope = scopes
            .reduce(|a, b| self.common_scope(a, b))
            .unwrap_or(ROOT);
        let (any, some): (Vec<_>, Vec<_>) =
            routes.iter().partition(|route| route.methods.is_none());
        // `any_service` comes first: with it the path has no `Allow`, whatever follows.
        let mut methods = match any.first() {
            Some(route) => self.service(route.level, &route.target, None, state),
            None => {
                let status = StatusCode::METHOD_NOT_ALLOWED;
                let target = self.nearest(scope, status, |level| level.method_not_allowed.as_ref());
                MethodRouter::new().fallback_service(self.service(scope, &target, None, state))
            }
        };
        for route in some {
            let service = self.service(route.level, &route.target, route.methods, state);
            methods = methods.merge(service);
        }
        (scope, methods)
    }

    fn misses(&self, state: &S) -> Misses {
        let fallback = |level: usize| {
            let status = StatusCode::NOT_FOUND;
            let target = self.nearest(level, status, |level| level.fallback.as_ref());
            self.service(level, &target, None, state)
        };
        let elsewhere = match &self.rest {
            Some((level, target)) => self.service(*level, target, None, state),
            None => fallback(ROOT),
        };
        let scopes = self.prefixes().map(|(level, prefix)| Miss {
            level,
            prefix,
            service: fallback(level),
        });
        Misses::new(scopes, elsewhere)
    }

    /// A target, reached through all stacks from the outermost to that of a level.
    fn service(
        &self,
        level: usize,
        target: &Arc<dyn Target<S>>,
        methods: Option<MethodFilter>,
        state: &S,
    ) -> MethodRouter {
        let target = through(&self.stacks(level), Arc::clone(target));
        self.outermost.service(methods, state, target)
    }

    /// The stacks from that of a level outward, without the outermost.
    fn stacks(&self, level: usize) -> Vec<Arc<dyn Through<S>>> {
        let levels = self.outward(level);
        levels
            .filter_map(|(_, level)| level.stack.clone())
            .collect()
    }

    /// The handler that a level or the nearest one around it has, or an error with this status.
    fn nearest(
        &self,
        level: usize,
        status: StatusCode,
        handler: impl Fn(&Level<S>) -> Option<&Arc<dyn Target<S>>>,
    ) -> Arc<dyn Target<S>> {
        let found = self.outward(level).find_map(|(_, level)| handler(level));
        found.map_or_else(|| Arc::new(Status(status)) as _, Arc::clone)
    }

    /// A level and those around it, outward.
    fn outward(&self, level: usize) -> impl Iterator<Item = (usize, &Level<S>)> {
        iter::successors(Some(level), |&level| {
            (level != ROOT).then(|| self.levels[level].parent)
        })
        .map(|level| (level, &self.levels[level]))
    }

    fn is_within(&self, level: usize, outer: usize) -> bool {
        self.outward(level).any(|(level, _)| level == outer)
    }

    /// The scope that a level is or stands in.
    fn scope_of(&self, level: usize) -> usize {
        let mut outward = self.outward(level);
        let scope = outward.find(|(_, level)| matches!(level.kind, LevelKind::Scope(_)));
        scope.map_or(ROOT, |(scope, _)| scope)
    }

    fn common_scope(&self, a: usize, b: usize) -> usize {
        let common = self.outward(a).find(|&(level, _)| self.is_within(b, level));
        common.map_or(ROOT, |(scope, _)| scope)
    }

    /// The scopes with a prefix, and the full path of it.
    fn prefixes(&self) -> impl Iterator<Item = (usize, &'static str)> {
        let levels = self.levels.iter().enumerate();
        levels.filter_map(|(level, record)| match record.kind {
            LevelKind::Scope(prefix) => prefix.map(|prefix| (level, prefix)),
            LevelKind::Item => None,
        })
    }
}

/// Answers with an error that says no more than its status.
struct Status(StatusCode);

impl<S> Target<S> for Status {
    fn call<'a>(&'a self, _: &'a S, _: Request) -> BoxFuture<'a, Response> {
        let response = HttpError::of_status(self.0).into_response();
        Box::pin(std::future::ready(response))
    }
}
