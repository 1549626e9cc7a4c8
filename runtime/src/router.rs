//! What the generated code calls to fill an axum `Router`: levels, and what stands in them.

use std::{convert::Infallible, iter, marker::PhantomData, mem, sync::Arc};

use axum::{
    Router,
    extract::Request,
    response::{IntoResponse, Response},
    routing::{MethodFilter, MethodRouter, Route},
};
use http::StatusCode;
use tower::{layer::layer_fn, service_fn};

use crate::{
    context::{Context, Nil},
    endpoint::{BoxFuture, Endpoint, Target},
    entry::{Outermost, Through, through},
    error::HttpError,
    misses::{Miss, Misses, OwnPath, outranks},
    parts::List,
    stack::Stack,
    tower::{HttpService, ServiceTarget},
};

/// A place in an application: the application itself, a scope, or the list of a single item. `C` is
/// what has been provided to what stands there.
pub struct Place<S, C> {
    level: usize,
    types: PhantomData<fn() -> (S, C)>,
}

impl<S, C> Clone for Place<S, C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S, C> Copy for Place<S, C> {}

impl<S, C> Place<S, C> {
    fn new(level: usize) -> Self {
        Self {
            level,
            types: PhantomData,
        }
    }

    /// Opens a list at this place.
    #[expect(
        clippy::unused_self,
        reason = "the types of the place are those of the list"
    )]
    pub fn stack(self) -> Stack<S, C, ()> {
        Stack::new()
    }
}

/// Opens the list of an application with this state.
#[must_use]
pub fn outermost<S>(_: &S) -> Stack<S, Context<Nil, Nil>, ()> {
    Stack::new()
}

/// An application that is being put together.
///
/// What it is told is sorted out in [`finish`](Self::finish), so that the position of an item in its
/// block never matters.
pub struct App<S> {
    outermost: Box<dyn Outermost<S>>,
    levels: Vec<Level<S>>,
    routes: Vec<RouteRecord<S>>,
    routers: Vec<RouterRecord>,
    /// What takes the paths that nothing else does, and its level.
    rest: Option<(usize, Arc<dyn Target<S>>)>,
}

/// One stack of the application, in the stack of its parent.
struct Level<S> {
    parent: usize,
    kind: LevelKind,
    stack: Option<Arc<dyn Through<S>>>,
    fallback: Option<Arc<dyn Target<S>>>,
    method_not_allowed: Option<Arc<dyn Target<S>>>,
}

enum LevelKind {
    /// A scope, and the full path of its prefix where it has one of its own.
    Scope(Option<&'static str>),
    /// The list of a single item.
    Item,
}

struct RouteRecord<S> {
    level: usize,
    /// `None` is any method.
    methods: Option<MethodFilter>,
    path: &'static str,
    target: Arc<dyn Target<S>>,
}

/// A mounted service or a merged router, at its full path.
struct RouterRecord {
    level: usize,
    /// What the least specific of its paths is.
    path: String,
    is_mount: bool,
    router: Router,
}

/// The level of the application itself.
const ROOT: usize = 0;

/// What the state of an application has to be.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the state of an application",
    label = "the state of an application is `Clone + Send + Sync + 'static`",
    note = "each route has a clone of it: derive `Clone`, and put what is large or not `Clone` into an `Arc`"
)]
pub trait AppState: Clone + Send + Sync + 'static {}
impl<S: Clone + Send + Sync + 'static> AppState for S {}

/// An application with this list around everything.
pub fn app<S: AppState, C>(list: List<S, C, impl Endpoint<S>>) -> (App<S>, Place<S, C>) {
    let app = App {
        outermost: Box::new(Arc::new(list.endpoint)),
        levels: vec![Level {
            parent: ROOT,
            kind: LevelKind::Scope(None),
            stack: None,
            fallback: None,
            method_not_allowed: None,
        }],
        routes: Vec::new(),
        routers: Vec::new(),
        rest: None,
    };
    (app, Place::new(ROOT))
}

impl<S: Sync + 'static> App<S> {
    /// A scope inside `outer`. `prefix` is the full path of the prefix that the scope adds.
    pub fn scope<B, C>(
        &mut self,
        outer: Place<S, B>,
        prefix: Option<&'static str>,
        list: List<S, C, impl Endpoint<S>>,
    ) -> Place<S, C> {
        self.level(outer.level, LevelKind::Scope(prefix), list)
    }

    /// The list of a single item of `outer`.
    pub fn item<B, C>(
        &mut self,
        outer: Place<S, B>,
        list: List<S, C, impl Endpoint<S>>,
    ) -> Place<S, C> {
        self.level(outer.level, LevelKind::Item, list)
    }

    fn level<C>(
        &mut self,
        parent: usize,
        kind: LevelKind,
        list: List<S, C, impl Endpoint<S>>,
    ) -> Place<S, C> {
        let List { endpoint, any, .. } = list;
        let stack = any.then(|| Arc::new(Arc::new(endpoint)) as Arc<dyn Through<S>>);
        self.levels.push(Level {
            parent,
            kind,
            stack,
            fallback: None,
            method_not_allowed: None,
        });
        Place::new(self.levels.len() - 1)
    }

    /// A route: `path` is the full path in axum's syntax, and no methods are any method.
    pub fn route<C>(
        &mut self,
        place: Place<S, C>,
        methods: Option<MethodFilter>,
        path: &'static str,
        target: Arc<dyn Target<S>>,
    ) {
        self.routes.push(RouteRecord {
            level: place.level,
            methods,
            path,
            target,
        });
    }

    /// What answers a path that nothing at this place knows.
    pub fn fallback<C>(&mut self, place: Place<S, C>, target: Arc<dyn Target<S>>) {
        self.levels[place.level].fallback = Some(target);
    }

    /// What answers a method that a path of this place does not take.
    pub fn method_not_allowed<C>(&mut self, place: Place<S, C>, target: Arc<dyn Target<S>>) {
        self.levels[place.level].method_not_allowed = Some(target);
    }

    /// A service below a full path, which it does not see. At `/` it takes what nothing else does.
    pub fn mount<C>(&mut self, place: Place<S, C>, path: &'static str, service: impl HttpService) {
        if path == "/" {
            self.rest = Some((place.level, Arc::new(ServiceTarget(service))));
            return;
        }
        let service = service_fn(move |req: Request| {
            let service = service.clone();
            async move { Ok::<_, Infallible>(service.answer(req).await) }
        });
        self.routers.push(RouterRecord {
            level: place.level,
            path: format!("{path}/{{*rest}}"),
            is_mount: true,
            router: Router::new().nest_service(path, service),
        });
    }

    /// The routes of a router, below the full path of the prefix in force.
    pub fn merge<C>(&mut self, place: Place<S, C>, prefix: &'static str, router: Router) {
        let (path, router) = if prefix == "/" {
            // What nothing knows is the app's, and axum panics where two routers have a fallback.
            ("/{*rest}".to_owned(), router.reset_fallback())
        } else {
            let nested = Router::new().nest(prefix, router);
            (format!("{prefix}/{{*rest}}"), nested)
        };
        self.routers.push(RouterRecord {
            level: place.level,
            path,
            is_mount: false,
            router,
        });
    }

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
                let outranked = Arc::new(OwnPath::Outranked);
                let guarded = Arc::clone(&misses).guard(owners, outranked, methods);
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
            is_mount,
            router,
        } = record;
        let router = self.outermost.around(router, state, self.stacks(level));
        let owners = self.owners(&path, self.scope_of(level));
        if owners.is_empty() {
            return router;
        }
        let path = Arc::new(if is_mount {
            OwnPath::Outranked
        } else {
            OwnPath::OfRouter(path)
        });
        let misses = Arc::clone(misses);
        router.layer(layer_fn(move |route: Route| {
            let (owners, path) = (Arc::clone(&owners), Arc::clone(&path));
            Arc::clone(&misses).guard(owners, path, route)
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
