//! Sharing: each entry of a list is one instance for all its routes.

use std::{
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use axum::{Router, extract::State, routing::get};
use concentric::{Chain, Middleware, Next, Provides, Request, Response, app};
use futures_util::FutureExt;
use tokio::sync::Semaphore;
use tower::{Layer, ServiceBuilder, limit::ConcurrencyLimitLayer};

use crate::support::{Events, send};

/// Blocks the handlers until the test adds permits.
#[derive(Clone)]
struct Gate {
    events: Events,
    open: Arc<Semaphore>,
}

impl Gate {
    fn new() -> Self {
        let (events, open) = (Events::default(), Arc::new(Semaphore::new(0)));
        Self { events, open }
    }

    /// Records the name and waits for a permit.
    async fn pass(&self, name: &'static str) -> &'static str {
        self.events.add(name);
        self.open.acquire().await.unwrap().forget();
        name
    }
}

app! {
    fn one_at_a_time(state: Gate) -> Router {
        scope "/scope" with [ConcurrencyLimitLayer::new(1)] {
            GET "/a" => async |State(gate): State<Gate>| gate.pass("a").await,
            GET "/b" => async |State(gate): State<Gate>| gate.pass("b").await,
            scope "/inner" {
                POST "/c" => async |State(gate): State<Gate>| gate.pass("c").await,
            }
            fallback => async |State(gate): State<Gate>| gate.pass("fallback").await,
            method_not_allowed => async |State(gate): State<Gate>| gate.pass("method").await,
            merge Router::new().route("/merged", get("merged")),
            mount "/mounted" => get("mounted"),
        }
        GET "/free" => async |State(gate): State<Gate>| gate.pass("free").await,
    }
}

#[tokio::test]
async fn a_limit_on_a_scope_counts_the_requests_of_all_its_items() {
    let gate = Gate::new();
    let app = one_at_a_time(gate.clone());
    let mut first = pin!(send(&app, "GET", "/scope/a"));
    assert!((&mut first).now_or_never().is_none());
    assert_eq!(gate.events.take(), ["a"]);

    // One poll runs a request as far as possible.
    // A handler that has not recorded an event by then waits for the limit.
    for (method, path) in [
        ("GET", "/scope/a"),
        ("GET", "/scope/b"),
        ("POST", "/scope/inner/c"),
        ("GET", "/scope/nope"),
        ("POST", "/scope/a"),
        ("GET", "/scope/merged"),
        ("GET", "/scope/mounted/x"),
    ] {
        assert!(send(&app, method, path).now_or_never().is_none(), "{path}");
    }
    assert_eq!(gate.events.take(), [""; 0]);
    let _ = send(&app, "GET", "/free").now_or_never();
    assert_eq!(gate.events.take(), ["free"]);

    let mut second = pin!(send(&app, "GET", "/scope/b"));
    assert!((&mut second).now_or_never().is_none());
    gate.open.add_permits(1);
    assert_eq!(first.await.brief(), "200 a");
    assert!((&mut second).now_or_never().is_none());
    assert_eq!(gate.events.take(), ["b"]);
    gate.open.add_permits(1);
    assert_eq!(second.await.brief(), "200 b");
}

#[tokio::test]
async fn a_dropped_request_releases_its_limit() {
    let gate = Gate::new();
    let app = one_at_a_time(gate.clone());
    assert!(send(&app, "GET", "/scope/a").now_or_never().is_none());
    // The first request has been dropped.
    assert!(send(&app, "GET", "/scope/b").now_or_never().is_none());
    assert_eq!(gate.events.take(), ["a", "b"]);
}

app! {
    fn two_lists(state: Gate) -> Router {
        scope with [ConcurrencyLimitLayer::new(1)] {
            GET "/a" => async |State(gate): State<Gate>| gate.pass("a").await,
        }
        scope with [ConcurrencyLimitLayer::new(1)] {
            GET "/b" => async |State(gate): State<Gate>| gate.pass("b").await,
        }
        GET "/c" => async |State(gate): State<Gate>| gate.pass("c").await
            with [ConcurrencyLimitLayer::new(1)],
    }
}

#[tokio::test]
async fn limits_in_different_lists_count_separately() {
    let gate = Gate::new();
    let app = two_lists(gate.clone());
    let mut a = pin!(send(&app, "GET", "/a"));
    let mut b = pin!(send(&app, "GET", "/b"));
    let mut c = pin!(send(&app, "GET", "/c"));
    assert!((&mut a).now_or_never().is_none());
    assert!((&mut b).now_or_never().is_none());
    assert!((&mut c).now_or_never().is_none());
    assert_eq!(gate.events.take(), ["a", "b", "c"]);
}

app! {
    fn shedding(state: Gate) -> Router with [
        // Both are one entry, because `load_shed` polls only the service that it wraps.
        ServiceBuilder::new().load_shed().concurrency_limit(1),
    ] {
        GET "/a" => async |State(gate): State<Gate>| gate.pass("a").await,
        GET "/b" => async |State(gate): State<Gate>| gate.pass("b").await,
    }
}

#[tokio::test]
async fn a_limit_on_the_app_counts_every_request() {
    let gate = Gate::new();
    let app = shedding(gate.clone());
    let mut first = pin!(send(&app, "GET", "/a"));
    assert!((&mut first).now_or_never().is_none());
    let shed = r#"503 {"detail":"Service Unavailable"}"#;
    assert_eq!(send(&app, "GET", "/b").await.brief(), shed);
    assert_eq!(send(&app, "GET", "/nope").await.brief(), shed);
    gate.open.add_permits(1);
    assert_eq!(first.await.brief(), "200 a");
    assert_eq!(
        send(&app, "GET", "/nope").await.brief(),
        r#"404 {"detail":"Not Found"}"#
    );
}

/// Numbers the requests.
#[derive(Default)]
struct Count(AtomicUsize);

impl Provides for Count {
    type Types = (usize,);
}

impl<S: Send + Sync + 'static> Middleware<S> for Count {
    async fn handle<'a, E: Chain<S>>(
        &'a self,
        req: Request,
        next: Next<'a, (usize,), S, E>,
    ) -> Response {
        let number = self.0.fetch_add(1, Ordering::Relaxed) + 1;
        next.provide(number).run(req).await
    }
}

/// Returns the number.
async fn number(number: concentric::Provided<usize>) -> String {
    number.to_string()
}

app! {
    fn counted() -> Router {
        scope with [Count::default()] {
            GET "/a" => number,
            GET "/b" => number,
            scope "/c" {
                GET "/" => number,
                fallback => number,
            }
        }
        GET "/own" => number with [Count::default()],
    }
}

#[tokio::test]
async fn a_middleware_on_a_scope_is_one_instance_for_all_its_items() {
    let app = counted();
    for (path, number) in [
        ("/a", "200 1"),
        ("/b", "200 2"),
        ("/c", "200 3"),
        ("/c/nope", "200 4"),
        ("/own", "200 1"),
        ("/a", "200 5"),
    ] {
        // Each request is sent to a clone of the router.
        assert_eq!(send(&app, "GET", path).await.brief(), number, "{path}");
    }
}

app! {
    fn shared(count: &Arc<Count>) -> Router {
        GET "/a" => number with [Arc::clone(count)],
        GET "/b" => number with [Arc::clone(count)],
    }
}

#[tokio::test]
async fn a_middleware_in_an_arc_is_one_instance_in_two_lists() {
    let app = shared(&Arc::default());
    assert_eq!(send(&app, "GET", "/a").await.brief(), "200 1");
    assert_eq!(send(&app, "GET", "/b").await.brief(), "200 2");
    assert_eq!(send(&app, "GET", "/a").await.brief(), "200 3");
}

#[tokio::test]
async fn each_call_of_the_app_function_builds_new_instances() {
    let (one, other) = (counted(), counted());
    assert_eq!(send(&one, "GET", "/a").await.brief(), "200 1");
    assert_eq!(send(&other, "GET", "/a").await.brief(), "200 1");
}

/// Counts the services that it makes.
#[derive(Clone, Default)]
struct CountServices(Arc<AtomicUsize>);

impl<T> Layer<T> for CountServices {
    type Service = T;

    fn layer(&self, inner: T) -> T {
        self.0.fetch_add(1, Ordering::Relaxed);
        inner
    }
}

app! {
    fn layered(app: &CountServices, scope: &CountServices) -> Router with [app.clone()] {
        GET "/" => async || "index",
        POST "/" => async || "index",
        scope "/scope" with [scope.clone()] {
            GET "/a" => async || "a",
            GET "/b" => async || "b",
            mount "/c" => get("c"),
            merge Router::new().route("/d", get("d").post("d")),
        }
    }
}

#[tokio::test]
async fn a_layer_makes_one_service_for_each_list_it_is_in() {
    let (app, scope) = (CountServices::default(), CountServices::default());
    let router = layered(&app, &scope);
    for path in ["/", "/scope/a", "/scope/b", "/scope/c", "/scope/d"] {
        assert_eq!(send(&router, "GET", path).await.status, 200, "{path}");
    }
    assert_eq!(app.0.load(Ordering::Relaxed), 1);
    assert_eq!(scope.0.load(Ordering::Relaxed), 1);
}
