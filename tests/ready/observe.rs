//! The group "Observe".

use std::{
    io::{self, Write},
    sync::{Arc, Mutex, PoisonError},
};

use axum::Router;
use axum_prometheus::{PrometheusMetricLayer, metrics_exporter_prometheus::PrometheusHandle};
use axum_server_timing::ServerTimingLayer;
use concentric::{Request, app};
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
    }
}

#[tokio::test]
async fn a_request_is_logged() {
    let log = Log::default();
    let writer = log.clone();
    // The only subscriber of all tests. One of a thread would depend on which test logs first.
    tracing_subscriber::fmt()
        .with_max_level(tracing::Level::DEBUG)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .init();
    get(&traced(), "/logged").await;
    let log = log.0.lock().unwrap();
    let log = str::from_utf8(&log).unwrap();
    let mut lines = log.lines().filter(|line| line.contains("uri=/logged"));
    let is_response =
        |line: &str| line.contains("finished processing request") && line.contains("status=200");
    assert!(lines.any(is_response), "{log}");
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

app! {
    fn measured(metrics: PrometheusHandle) -> Router {
        GET "/metrics" => async move || metrics.render(),
        GET "/health" => "ok",
        scope with [PrometheusMetricLayer::new()] {
            GET "/products/{id}" => index,
        }
    }
}

#[tokio::test]
async fn requests_are_counted_by_their_route() {
    let (_, metrics) = PrometheusMetricLayer::pair();
    let app = measured(metrics);
    get(&app, "/products/1").await;
    get(&app, "/products/2").await;
    let reply = get(&app, "/metrics").await;
    let line = r#"axum_http_requests_total{method="GET",status="200",endpoint="/products/{id}"} 2"#;
    assert!(reply.text().contains(line), "{}", reply.text());
}

#[tokio::test]
async fn a_health_check_runs_outside_of_the_metrics() {
    let metrics = axum_prometheus::metrics_exporter_prometheus::PrometheusBuilder::new();
    let app = measured(metrics.build_recorder().handle());
    assert_eq!(get(&app, "/health").await.text(), "ok");
    assert!(!get(&app, "/metrics").await.text().contains("/health"));
}
