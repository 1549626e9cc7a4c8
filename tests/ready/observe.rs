//! The group "Observe".

use std::{
    io::{self, Write},
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

use axum::Router;
use axum_prometheus::{PrometheusMetricLayer, metrics_exporter_prometheus::PrometheusHandle};
use axum_server_timing::ServerTimingLayer;
use concentric::{HttpError, Request, app};
use tower_http::{
    request_id::{MakeRequestUuid, PropagateRequestIdLayer, RequestId, SetRequestIdLayer},
    trace::TraceLayer,
};

use crate::support::{get, get_with, index};

async fn show_id(req: Request) -> String {
    let id = req.extensions().get::<RequestId>().unwrap();
    id.header_value().to_str().unwrap().to_owned()
}

app! {
    fn numbered() -> Router with [
        SetRequestIdLayer::x_request_id(MakeRequestUuid),
        PropagateRequestIdLayer::x_request_id(),
    ] {
        GET "/" => show_id,
    }
}

#[tokio::test]
async fn a_request_gets_an_id_or_keeps_its_own() {
    let app = numbered();
    let reply = get(&app, "/").await;
    assert_eq!(reply.text().len(), 36);
    assert_eq!(reply.header("x-request-id"), reply.text());
    let reply = get_with(&app, "/", "x-request-id", "7").await;
    assert_eq!((reply.header("x-request-id"), reply.text()), ("7", "7"));
}

/// The text that has been logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, text: &[u8]) -> io::Result<usize> {
        let mut log = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        log.write(text)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

app! {
    fn traced() -> Router with [TraceLayer::new_for_http()] {
        GET "/logged" => index,
        GET "/failed" => async || HttpError::internal("the disk is full"),
    }
}

#[tokio::test]
async fn a_request_is_logged_without_the_source_of_its_error() {
    let log = Log::default();
    let writer = log.clone();
    // The only subscriber of all tests. One of a thread would depend on which test logs first.
    tracing_subscriber::fmt()
        .with_max_level(tracing::Level::DEBUG)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .init();
    get(&traced(), "/logged").await;
    get(&traced(), "/failed").await;
    let log = log.0.lock().unwrap();
    let log = str::from_utf8(&log).unwrap();
    let mut lines = log.lines().filter(|line| line.contains("uri=/logged"));
    let is_response =
        |line: &str| line.contains("finished processing request") && line.contains("status=200");
    assert!(lines.any(is_response), "{log}");
    let is_failure = |line: &str| line.contains("uri=/failed") && line.contains("status=500");
    assert!(log.lines().any(is_failure), "{log}");
    // With the feature `tracing`, which another package may turn on, `concentric` logs the source.
    let mut lines = log.lines().filter(|line| line.contains("tower_http"));
    assert!(
        lines.all(|line| !line.contains("the disk is full")),
        "{log}"
    );
}

app! {
    fn timed() -> Router with [ServerTimingLayer::new("app")] {
        GET "/" => index,
    }
}

#[tokio::test]
async fn a_response_says_how_long_it_took() {
    let reply = get(&timed(), "/").await;
    let timing = reply.header("server-timing");
    assert!(timing.starts_with("app;dur="), "{timing}");
}

/// Reads what all layers of the process count.
static METRICS: LazyLock<PrometheusHandle> = LazyLock::new(|| PrometheusMetricLayer::pair().1);

app! {
    fn measured() -> Router {
        GET "/metrics" => async || METRICS.render(),
        GET "/health" => "ok",
        scope with [PrometheusMetricLayer::new()] {
            GET "/products/{id}" => index,
        }
    }
}

app! {
    fn all_measured() -> Router with [PrometheusMetricLayer::new()] {
        GET "/orders/{id}" => index,
    }
}

#[tokio::test]
async fn requests_are_counted_by_their_route_and_a_health_check_is_not() {
    LazyLock::force(&METRICS);
    let app = measured();
    for path in ["/products/1", "/products/2", "/health"] {
        assert_eq!(get(&app, path).await.status, 200);
    }
    get(&all_measured(), "/orders/1").await;
    let reply = get(&app, "/metrics").await;
    assert!(
        reply.text().contains(r#"endpoint="/orders/{id}""#),
        "{}",
        reply.text()
    );
    let line = r#"axum_http_requests_total{method="GET",status="200",endpoint="/products/{id}"} 2"#;
    assert!(reply.text().contains(line), "{}", reply.text());
    assert!(!reply.text().contains("/health"), "{}", reply.text());
}
