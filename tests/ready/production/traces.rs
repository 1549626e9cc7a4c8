//! Traces by OpenTelemetry.

use axum::{
    Router,
    body::Body,
    extract::{MatchedPath, Path},
    http::Request as HttpRequest,
};
use concentric::{Next, Request, Response, app, middleware};
use opentelemetry::{
    propagation::TextMapPropagator,
    trace::{SpanKind, TracerProvider},
};
use opentelemetry_http::HeaderExtractor;
use opentelemetry_sdk::{
    propagation::TraceContextPropagator,
    trace::{InMemorySpanExporter, SdkTracerProvider, SpanExporter},
};
use tower::ServiceExt;
use tracing::{Instrument, field::Empty};
use tracing_opentelemetry::OpenTelemetrySpanExt;
use tracing_subscriber::{filter::LevelFilter, layer::SubscriberExt, util::SubscriberInitExt};

/// Opens a span for each request, in the trace that the client names.
#[middleware]
async fn trace(route: Option<MatchedPath>, req: Request, next: Next) -> Response {
    let route = route.as_ref().map_or("", MatchedPath::as_str);
    let span = tracing::info_span!(
        "request",
        otel.name = format!("{} {route}", req.method()),
        otel.kind = "server",
        http.request.method = %req.method(),
        http.route = route,
        http.response.status_code = Empty,
    );
    let parent = TraceContextPropagator::new().extract(&HeaderExtractor(req.headers()));
    // It fails if no traces are exported.
    let _ = span.set_parent(parent);
    let response = next.run(req).instrument(span.clone()).await;
    span.record("http.response.status_code", response.status().as_u16());
    response
}

/// Exports spans. `main` calls `shutdown` of the provider after `serve`, which sends those that wait.
fn export(exporter: impl SpanExporter + 'static) -> SdkTracerProvider {
    let provider = SdkTracerProvider::builder()
        .with_batch_exporter(exporter)
        .build();
    let layer = tracing_opentelemetry::layer().with_tracer(provider.tracer("shop"));
    tracing_subscriber::registry()
        .with(LevelFilter::INFO)
        .with(layer)
        .init();
    provider
}

app! {
    fn shop() -> Router with [trace] {
        GET "/products/{id}" => async |Path(id): Path<u64>| id.to_string(),
    }
}

#[tokio::test]
async fn a_request_is_a_span_in_the_trace_of_the_client() {
    let exporter = InMemorySpanExporter::default();
    let provider = export(exporter.clone());
    let request = HttpRequest::get("/products/7")
        .header(
            "traceparent",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        )
        .body(Body::empty())
        .unwrap();
    shop().oneshot(request).await.unwrap();
    provider.force_flush().unwrap();
    let spans = exporter.get_finished_spans().unwrap();
    let [span] = &spans[..] else {
        panic!("{spans:?}");
    };
    assert_eq!(span.name, "GET /products/{id}");
    assert_eq!(span.span_kind, SpanKind::Server);
    assert_eq!(
        span.span_context.trace_id().to_string(),
        "0af7651916cd43dd8448eb211c80319c"
    );
    assert_eq!(span.parent_span_id.to_string(), "b7ad6b7169203331");
    let status = span
        .attributes
        .iter()
        .find(|pair| pair.key.as_str() == "http.response.status_code");
    assert_eq!(status.unwrap().value.to_string(), "200");
    provider.shutdown().unwrap();
}
