//! What the generated code calls to fill an axum `Router`: levels, and what stands in them.

use std::{convert::Infallible, marker::PhantomData, sync::Arc};

use axum::{Router, extract::Request, routing::MethodFilter};
use tower::service_fn;

use crate::{
    context::{Context, Nil},
    endpoint::{Endpoint, Target},
    entry::{Outermost, Through},
    misses::OwnPath,
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
    #[must_use]
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
    pub(crate) outermost: Box<dyn Outermost<S>>,
    pub(crate) levels: Vec<Level<S>>,
    pub(crate) routes: Vec<RouteRecord<S>>,
    pub(crate) routers: Vec<RouterRecord>,
    /// What takes the paths that nothing else does, and its level.
    pub(crate) rest: Option<(usize, Arc<dyn Target<S>>)>,
}

/// One stack of the application, in the stack of its parent.
pub(crate) struct Level<S> {
    pub(crate) parent: usize,
    pub(crate) kind: LevelKind,
    pub(crate) stack: Option<Arc<dyn Through<S>>>,
    pub(crate) fallback: Option<Arc<dyn Target<S>>>,
    pub(crate) method_not_allowed: Option<Arc<dyn Target<S>>>,
}

pub(crate) enum LevelKind {
    /// A scope, and the full path of its prefix where it has one of its own.
    Scope(Option<&'static str>),
    /// The list of a single item.
    Item,
}

pub(crate) struct RouteRecord<S> {
    pub(crate) level: usize,
    /// `None` is any method.
    pub(crate) methods: Option<MethodFilter>,
    pub(crate) path: &'static str,
    pub(crate) target: Arc<dyn Target<S>>,
}

/// A mounted service or a merged router, at its full path.
pub(crate) struct RouterRecord {
    pub(crate) level: usize,
    /// What the least specific of its paths is.
    pub(crate) path: String,
    pub(crate) own: OwnPath,
    pub(crate) router: Router,
}

/// The level of the application itself.
pub(crate) const ROOT: usize = 0;

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
            own: OwnPath::Outranked,
            router: Router::new().nest_service(path, service),
        });
    }

    /// The routes of a router, below the full path of the prefix in force.
    pub fn merge<C>(&mut self, place: Place<S, C>, prefix: &'static str, router: Router) {
        // What none of its routes knows is the scope's, or the app's.
        let router = router.reset_fallback();
        let (path, router) = if prefix == "/" {
            ("/{*rest}".to_owned(), router)
        } else {
            let nested = Router::new().nest(prefix, router);
            (format!("{prefix}/{{*rest}}"), nested)
        };
        self.routers.push(RouterRecord {
            level: place.level,
            path,
            own: OwnPath::OfRouter,
            router,
        });
    }
}
