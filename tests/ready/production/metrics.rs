//! Metrics by route.

use std::time::Instant;

use axum::{
    Router,
    body::Body,
    extract::{MatchedPath, Path},
    http::Request as HttpRequest,
};
use axum_prometheus::metrics_exporter_prometheus::PrometheusBuilder;
use concentric::{Next, Request, Response, app, middleware};
use tower::ServiceExt;

/// Records how long each request takes, under its route.
#[middleware]
async fn measure(route: Option<MatchedPath>, req: Request, next: Next) -> Response {
    let begin = Instant::now();
    let route = route.map_or_else(String::new, |route| route.as_str().to_owned());
    let method = req.method().to_string();
    let response = next.run(req).await;
    let status = response.status().as_u16().to_string();
    let labels = [("route", route), ("method", method), ("status", status)];
    metrics::histogram!("http_request_seconds", &labels).record(begin.elapsed());
    response
}

app! {
    fn shop() -> Router with [measure] {
        GET "/products/{id}" => async |Path(id): Path<u64>| id.to_string(),
    }
}

#[test]
fn requests_are_measured_by_route() {
    let recorder = PrometheusBuilder::new().build_recorder();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    metrics::with_local_recorder(&recorder, || {
        for path in ["/products/7", "/products/8", "/nothing/9"] {
            let request = HttpRequest::get(path).body(Body::empty()).unwrap();
            runtime.block_on(shop().oneshot(request)).unwrap();
        }
    });
    let text = recorder.handle().render();
    let mut counts: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("http_request_seconds_count"))
        .collect();
    counts.sort_unstable();
    assert_eq!(
        counts,
        [
            r#"{route="",method="GET",status="404"} 1"#,
            r#"{route="/products/{id}",method="GET",status="200"} 2"#,
        ]
    );
}
