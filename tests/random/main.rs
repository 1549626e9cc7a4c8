//! `explain` agrees with the router, for random applications and random requests.
//! The build script in `build/` writes the applications.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::unused_async,
    reason = "a test fails by panicking"
)]
#![allow(
    missing_docs,
    dead_code,
    unused_variables,
    reason = "a random application may not use every item"
)]

use std::{
    env,
    fmt::Write,
    mem,
    sync::{Arc, Mutex},
    task::{Context, Poll},
};

use axum::{
    Router,
    body::Body,
    extract::State,
    routing::{any, get},
};
use concentric::{Next, Request, Response, RouteKind, RouteTable, app, middleware};
use fastrand::Rng;
use tower::{Layer, Service, ServiceExt};

/// The middleware and the handler that a request has run, in order.
#[derive(Clone, Debug, Default)]
pub struct Log(Arc<Mutex<Vec<String>>>);

impl Log {
    fn add(&self, name: impl Into<String>) {
        self.0.lock().unwrap().push(name.into());
    }

    fn take(&self) -> Vec<String> {
        mem::take(&mut self.0.lock().unwrap())
    }
}

struct App {
    make: fn(Log, bool) -> Router,
    routes: &'static RouteTable,
    source: &'static str,
}

macro_rules! middleware {
    ($($name:ident)*) => {
        $(
            #[middleware]
            async fn $name(State(log): State<Log>, req: Request, next: Next) -> Response {
                log.add(stringify!($name));
                next.run(req).await
            }
        )*
    };
}
middleware!(m0 m1 m2 m3 m4 m5 m6 m7);

macro_rules! layers {
    ($($name:ident)*) => {
        $(
            fn $name(log: &Log) -> LogLayer {
                LogLayer(log.clone(), stringify!($name))
            }
        )*
    };
}
layers!(l0 l1 l2 l3 l4 l5 l6 l7);

#[derive(Clone)]
struct LogLayer(Log, &'static str);

impl<S> Layer<S> for LogLayer {
    type Service = LogService<S>;

    fn layer(&self, inner: S) -> LogService<S> {
        LogService(self.clone(), inner)
    }
}

#[derive(Clone)]
struct LogService<S>(LogLayer, S);

impl<S: Service<Request>> Service<Request> for LogService<S> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.1.poll_ready(cx)
    }

    fn call(&mut self, req: Request) -> S::Future {
        self.0.0.add(self.0.1);
        self.1.call(req)
    }
}

fn answer(
    name: &'static str,
) -> impl Fn(State<Log>) -> std::future::Ready<()> + Clone + Send + Sync + 'static {
    move |State(log)| {
        log.add(name);
        std::future::ready(())
    }
}

fn mounted(log: &Log, name: &'static str) -> Router {
    Router::new().fallback(answer(name)).with_state(log.clone())
}

/// The paths of a merged router. `build/generator.rs` has the same.
const MERGED: [&str; 3] = ["/a", "/m/{p}", "/{p}/m"];

fn merged(log: &Log, name: &'static str) -> Router {
    let [first, second, third] = MERGED;
    Router::new()
        .route(first, any(answer(name)))
        .route(second, any(answer(name)))
        .route(third, get(answer(name)))
        .with_state(log.clone())
}

include!(concat!(env!("OUT_DIR"), "/random_apps.rs"));

const REQUESTS: usize = 400;
const METHODS: [&str; 8] = [
    "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PURGE",
];
const SEGMENTS: [&str; 9] = ["a", "b", "c", "m", "x-1", "x-", "zz", "%61", ""];

#[tokio::test]
async fn explain_agrees_with_the_router() {
    let seed = env::var("CONCENTRIC_SEED").map_or(0, |seed| seed.parse().unwrap());
    let mut rng = Rng::with_seed(seed);
    let mut times = Seen::default();
    for app in &APPS {
        for on in [true, false] {
            let log = Log::default();
            let router = (app.make)(log.clone(), on);
            for _ in 0..REQUESTS {
                let method = METHODS[rng.usize(..METHODS.len())];
                let path = path(app.routes, &mut rng);
                let req = Request::builder().method(method).uri(&path);
                let req = req.body(Body::empty()).unwrap();
                let response = router.clone().oneshot(req).await.unwrap();
                let passed = log.take();
                check(
                    app,
                    on,
                    method,
                    &path,
                    &passed,
                    response.status().as_u16(),
                    &mut times,
                );
            }
        }
    }
    assert!(
        times.0.iter().all(|&times| times > 100),
        "a kind of row was selected by fewer than 100 requests: {:?}",
        times.0
    );
}

/// The number of requests for each kind of row.
#[derive(Default)]
struct Seen([usize; 5]);

fn check(
    app: &App,
    on: bool,
    method: &str,
    path: &str,
    passed: &[String],
    status: u16,
    seen: &mut Seen,
) {
    let explanation = app.routes.explain(method, path);
    let mut rows = vec![explanation.route()];
    rows.extend(explanation.unless());
    let expected: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let entries = row.middleware().into_iter().filter(|entry| {
                let written = entry.written();
                !entry.is_conditional() || written.ends_with(if on { "if on" } else { "if !on" })
            });
            let names = entries.map(|entry| entry.name().to_owned());
            let answer = Some(row.description().to_owned()).filter(|name| !name.is_empty());
            names.chain(answer).collect()
        })
        .collect();
    let found = rows.iter().zip(&expected).find(|(row, expected)| {
        let status_of_row = match row.kind() {
            // All handlers of these applications answer with a 200, also those of unmatched paths.
            _ if row.handler().is_some() => 200,
            RouteKind::MethodNotAllowed => 405,
            _ => 404,
        };
        // A merged router answers other methods of its own paths.
        let is_other_method = row.kind() == RouteKind::Merge && status == 405;
        (passed == *expected && status == status_of_row)
            || (is_other_method && passed == &expected[..expected.len() - 1])
    });
    let Some((row, _)) = found else {
        panic!(
            "{}\n{method} {path} (on: {on}) runs {passed:?} and answers {status}, expected {expected:?}\n{explanation}",
            app.source
        );
    };
    let kind = match row.kind() {
        RouteKind::Route => 0,
        RouteKind::Mount => 1,
        RouteKind::Merge => 2,
        RouteKind::MethodNotAllowed => 3,
        RouteKind::Fallback => 4,
        kind => panic!("{kind:?} is not one of the kinds that the test knows"),
    };
    seen.0[kind] += 1;
}

/// Returns a path that resembles one of the application.
fn path(routes: &RouteTable, rng: &mut Rng) -> String {
    let mut path = String::new();
    let mut add = |segment: &str| write!(path, "/{segment}").unwrap();
    if rng.usize(..5) > 0 {
        let rows = routes.rows();
        let row = &rows[rng.usize(..rows.len())];
        let prefix = row.path().trim_end_matches('/');
        let row = match row.kind() {
            RouteKind::Merge => format!("{prefix}{}", MERGED[rng.usize(..MERGED.len())]),
            _ => row.path().to_owned(),
        };
        for segment in row.split('/').skip(1) {
            let mut any = || SEGMENTS[rng.usize(..SEGMENTS.len())];
            if segment.starts_with("{*") {
                add(any());
                add(any());
            } else if let Some((before, _)) = segment.split_once('{') {
                add(&format!("{before}{}", any()));
            } else if rng.usize(..8) > 0 {
                add(segment);
            } else {
                add(SEGMENTS[rng.usize(..SEGMENTS.len())]);
            }
        }
    }
    for _ in 0..rng.usize(..5).saturating_sub(2) {
        add(SEGMENTS[rng.usize(..SEGMENTS.len())]);
    }
    if path.is_empty() {
        "/".to_owned()
    } else {
        path
    }
}
