//! The rule `requires`: the entries that must be outside of an entry.

use axum::Router;
use concentric::{DependsOn, Next, Request, Response, app, middleware};
use tower::Layer;

use crate::support::{Events, Site, note, reached, say};

/// A layer whose type argument has a bound, as the session layer of tower-sessions has.
#[derive(Clone)]
struct SessionLayer<T: Clone, C = ()>(T, C);

impl<T: Clone> SessionLayer<T> {
    fn new(store: T) -> Self {
        Self(store, ())
    }
}

impl<T: Clone, S> Layer<S> for SessionLayer<T> {
    type Service = S;

    fn layer(&self, service: S) -> S {
        service
    }
}

#[middleware]
async fn authenticate(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware(requires(authenticate, SessionLayer<_>))]
async fn require_csrf(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware(requires(note, SessionLayer<_>), inside(authenticate))]
async fn generic<T: Clone + Send + Sync>(
    #[config] value: &T,
    req: Request,
    next: Next,
) -> Response {
    let _ = value;
    next.run(req).await
}

#[middleware(requires(SessionLayer<_, _>, generic<_>, QuotaLayer, SessionLayer<String>))]
async fn last(req: Request, next: Next) -> Response {
    next.run(req).await
}

/// A layer that requires a middleware.
#[derive(Clone)]
struct QuotaLayer;

impl<S> Layer<S> for QuotaLayer {
    type Service = S;

    fn layer(&self, service: S) -> S {
        service
    }
}

impl DependsOn<(authenticate,)> for QuotaLayer {}

app! {
    fn before(state: Events) -> Router before routing [authenticate] with [SessionLayer::new(7)] {
        GET "/" => say("index") with [note("a"), require_csrf],
    }
}

app! {
    fn site(state: Events, strict: bool) -> Router with [note("a"), authenticate] {
        stack sessions = [SessionLayer::new(String::new()), SessionLayer::new(7)],
        // Each type counts however often it is listed, and an entry under an `if` can require it.
        scope "/a" with [
            note("b"),
            authenticate,
            ..sessions,
            QuotaLayer if strict,
            require_csrf if strict,
            generic(7),
        ] {
            GET "/" => say("a") with [QuotaLayer, last],
            // What remains after `without` is enough.
            GET "/less" => say("less") without [generic, QuotaLayer],
        }
    }
}

#[tokio::test]
async fn a_stack_with_all_required_entries_compiles() {
    for strict in [false, true] {
        let site = Site::new(|state| self::site(state, strict));
        assert_eq!(site.trace("GET", "/a").await, reached("a b", "a"));
    }
    let site = Site::new(before);
    assert_eq!(site.trace("GET", "/").await, reached("a", "index"));
}
