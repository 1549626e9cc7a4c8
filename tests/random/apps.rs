//! The random applications, and what their items do: each logs its name.

use std::{
    collections::BTreeMap,
    task::{Context, Poll},
};

use axum::{
    Router,
    extract::{Path, State},
    routing::{any, get},
};
use concentric::{Next, Part, Request, Response, RouteTable, app, middleware};
use tower::{Layer, Service};

use crate::{
    log::{Log, Own},
    model::{Entry, Kind, Model, Scope, Target},
};

pub(crate) struct App {
    /// The application as a whole, and in parts.
    pub(crate) forms: [Form; 2],
    /// Returns the URL of each named route, as that of each form.
    pub(crate) urls: fn() -> Vec<[String; 2]>,
    pub(crate) model: Model,
}

/// One of the two ways to write an application.
pub(crate) struct Form {
    pub(crate) make: fn(Log, bool) -> Router,
    pub(crate) routes: &'static RouteTable,
    pub(crate) source: &'static str,
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

/// Logs the scope that has it.
#[middleware]
async fn mark(#[config] scope: &str, State(log): State<Log>, req: Request, next: Next) -> Response {
    log.add(format!("mark {scope}"));
    next.run(req).await
}

/// Logs the scope that has it, and the parameters of the path.
#[middleware]
async fn params(
    #[config] scope: &str,
    Path(params): Path<BTreeMap<String, String>>,
    State(log): State<Log>,
    req: Request,
    next: Next,
) -> Response {
    log.add(format!("params {scope} {params:?}"));
    next.run(req).await
}

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

/// Returns the router with this number in `merged.rs`, which has the same paths.
fn merged(log: &Log, number: usize, name: &'static str) -> Router {
    let (any, get) = (|| any(answer(name)), || get(answer(name)));
    let router = Router::new();
    let router = match number {
        0 => router
            .route("/a", any())
            .route("/m/{q}", any())
            .route("/{q}/m", get()),
        1 => router.route("/a/{*q}", any()).route("/b", get()),
        2 => router.route("/{*q}", get()),
        3 => router.route("/{q1}/{q2}", any()).route("/b/c", any()),
        4 => router
            .nest_service("/n", mounted(log, name))
            .route("/c/{q}/a", get()),
        5 => router
            .route("/a/b", get())
            .route("/x-{q}/b", any())
            .route("/b/{q}/{*q2}", any()),
        6 => router
            .route("/x{q}/b", get())
            .route("/{q}/x{q2}/{*q3}", any()),
        _ => router
            .route("/~{q}/{*q2}", any())
            .route("/b{q}", get())
            .route("/a/x{q}", get()),
    };
    router.with_state(log.clone())
}

include!(concat!(env!("OUT_DIR"), "/random_apps.rs"));
