//! Errors of layers. A layer that can fail needs no `HandleErrorLayer`.

use std::{
    error::Error,
    fmt, io,
    task::{Context, Poll},
    time::Duration,
};

use axum::Router;
use concentric::{Request, Response, app};
use futures_util::future::BoxFuture;
use tower::{
    BoxError, Layer, Service, ServiceBuilder, buffer::BufferLayer, filter::FilterLayer,
    limit::ConcurrencyLimitLayer, timeout::TimeoutLayer,
};

use crate::support::{Events, Site, record_outcome, say, soon};

/// A layer whose service always fails.
#[derive(Clone)]
struct Fail;

impl<T> Layer<T> for Fail {
    type Service = Fail;

    fn layer(&self, _: T) -> Fail {
        Fail
    }
}

impl Service<Request> for Fail {
    type Response = Response;
    type Error = io::Error;
    type Future = BoxFuture<'static, Result<Response, io::Error>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Request) -> Self::Future {
        Box::pin(async { Err(io::Error::other("the disk is full")) })
    }
}

/// A layer whose service is never ready.
#[derive(Clone)]
struct FailToBeReady;

impl<T> Layer<T> for FailToBeReady {
    type Service = FailToBeReady;

    fn layer(&self, _: T) -> FailToBeReady {
        FailToBeReady
    }
}

impl Service<Request> for FailToBeReady {
    type Response = Response;
    type Error = BoxError;
    type Future = BoxFuture<'static, Result<Response, BoxError>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Err("not today".into()))
    }

    fn call(&mut self, _: Request) -> Self::Future {
        unreachable!("it is never ready")
    }
}

/// An error with a source.
#[derive(Debug)]
struct Wrapped(BoxError);

impl fmt::Display for Wrapped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it went wrong")
    }
}

impl Error for Wrapped {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.0)
    }
}

app! {
    fn failing(state: Events) -> Router with [record_outcome] {
        GET "/timeout" => std::future::pending::<()>
            with [TimeoutLayer::new(Duration::from_secs(1))],
        GET "/overload" => async || ()
            with [ServiceBuilder::new().load_shed().concurrency_limit(0)],
        GET "/filter" => async || ()
            with [FilterLayer::new(|_: Request| Err::<Request, _>(BoxError::from("filtered")))],
        GET "/error" => async || () with [Fail],
        GET "/ready" => async || () with [FailToBeReady],
        GET "/wrapped" => std::future::pending::<()> with [
            ServiceBuilder::new()
                .map_err(Wrapped)
                .timeout(Duration::from_secs(1)),
        ],
        GET "/buffered" => std::future::pending::<()>
            with [BufferLayer::new(1), TimeoutLayer::new(Duration::from_secs(1))],
    }
}

// Paused time advances as soon as every task waits for it.
#[tokio::test(start_paused = true)]
async fn the_error_of_a_layer_becomes_an_http_error() {
    let site = Site::new(failing);
    for (path, error, answer) in [
        (
            "/timeout",
            "Err 504: Gateway Timeout (request timed out)",
            r#"504 {"detail":"Gateway Timeout"}"#,
        ),
        (
            "/overload",
            "Err 503: Service Unavailable (service overloaded)",
            r#"503 {"detail":"Service Unavailable"}"#,
        ),
        (
            "/filter",
            "Err 500: Internal Server Error (filtered)",
            r#"500 {"detail":"Internal Server Error"}"#,
        ),
        (
            "/error",
            "Err 500: Internal Server Error (the disk is full)",
            r#"500 {"detail":"Internal Server Error"}"#,
        ),
        (
            "/ready",
            "Err 500: Internal Server Error (not today)",
            r#"500 {"detail":"Internal Server Error"}"#,
        ),
        // The root cause of an error decides the status.
        (
            "/wrapped",
            "Err 504: Gateway Timeout (it went wrong)",
            r#"504 {"detail":"Gateway Timeout"}"#,
        ),
        (
            "/buffered",
            "Err 504: Gateway Timeout (request timed out)",
            r#"504 {"detail":"Gateway Timeout"}"#,
        ),
    ] {
        assert_eq!(site.trace("GET", path).await, [error, answer], "{path}");
    }
}

/// A layer whose service calls a clone without `poll_ready`.
#[derive(Clone)]
struct CallAClone;

impl<T> Layer<T> for CallAClone {
    type Service = CallingAClone<T>;

    fn layer(&self, inner: T) -> CallingAClone<T> {
        CallingAClone(inner)
    }
}

#[derive(Clone)]
struct CallingAClone<T>(T);

impl<T> Service<Request> for CallingAClone<T>
where
    T: Service<Request, Future: Send> + Clone + Send + 'static,
{
    type Response = T::Response;
    type Error = T::Error;
    type Future = BoxFuture<'static, Result<T::Response, T::Error>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), T::Error>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, req: Request) -> Self::Future {
        let mut inner = self.0.clone();
        Box::pin(async move { inner.call(req).await })
    }
}

app! {
    fn neighbors(state: Events) -> Router with [record_outcome] {
        GET "/waits" => async || ()
            with [TimeoutLayer::new(Duration::from_secs(1)), ConcurrencyLimitLayer::new(0)],
        GET "/refuses" => async || () with [Fail, ConcurrencyLimitLayer::new(0)],
        GET "/sheds" => async || () with [
            TimeoutLayer::new(Duration::from_secs(1)),
            ServiceBuilder::new().load_shed().concurrency_limit(0),
        ],
        GET "/is-not-ready" => async || ()
            with [TimeoutLayer::new(Duration::from_secs(1)), FailToBeReady],
        GET "/calls-a-clone" => async || () with [CallAClone, ConcurrencyLimitLayer::new(1)],
    }
}

/// Adjacent layers: the outer one covers the time that the inner one waits,
/// and gets the error of the inner one as a response.
#[tokio::test(start_paused = true)]
async fn an_outer_layer_covers_the_wait_for_an_inner_one() {
    let site = Site::new(neighbors);
    for (path, outcome) in [
        ("/waits", "Err 504: Gateway Timeout (request timed out)"),
        (
            "/refuses",
            "Err 500: Internal Server Error (the disk is full)",
        ),
        (
            "/sheds",
            "Err 503: Service Unavailable (service overloaded)",
        ),
        (
            "/is-not-ready",
            "Err 500: Internal Server Error (not today)",
        ),
        ("/calls-a-clone", "Ok 200"),
    ] {
        let trace = soon(site.trace("GET", path)).await;
        assert_eq!(trace[0], outcome, "{path}");
    }
}

/// A layer whose service clears the extensions of the request.
#[derive(Clone)]
struct DropExtensions;

impl<T> Layer<T> for DropExtensions {
    type Service = DroppingExtensions<T>;

    fn layer(&self, inner: T) -> DroppingExtensions<T> {
        DroppingExtensions(inner)
    }
}

#[derive(Clone)]
struct DroppingExtensions<T>(T);

impl<T: Service<Request>> Service<Request> for DroppingExtensions<T> {
    type Response = T::Response;
    type Error = T::Error;
    type Future = T::Future;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), T::Error>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, mut req: Request) -> T::Future {
        req.extensions_mut().clear();
        self.0.call(req)
    }
}

app! {
    fn dropping(state: Events) -> Router with [record_outcome] {
        GET "/" => say("handler") with [DropExtensions],
    }
}

#[tokio::test]
async fn a_layer_that_drops_the_extensions_is_a_500_and_not_a_panic() {
    let site = Site::new(dropping);
    assert_eq!(
        site.trace("GET", "/").await,
        [
            "Err 500: Internal Server Error (a tower layer dropped the request's extensions)",
            r#"500 {"detail":"Internal Server Error"}"#,
        ]
    );
}
