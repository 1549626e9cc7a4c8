//! The group "Load".

use std::{future::pending, time::Duration};

use axum::Router;
use concentric::{Request, app, problem_details};
use http::StatusCode;
use tokio::{join, time::sleep};
use tower::{
    ServiceBuilder,
    limit::{ConcurrencyLimitLayer, RateLimitLayer},
};
use tower_http::timeout::TimeoutLayer;

use crate::support::{get, send};

async fn slow() {
    sleep(Duration::from_secs(1)).await;
}

async fn stuck() {
    pending::<()>().await;
}

app! {
    fn timed() -> Router {
        GET "/tower-http" => stuck with [
            TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, Duration::from_secs(10)),
        ],
        GET "/tower" => stuck with [tower::timeout::TimeoutLayer::new(Duration::from_secs(10))],
        scope "/problem" with [problem_details] {
            GET "/tower-http" => stuck with [
                TimeoutLayer::with_status_code(
                    StatusCode::GATEWAY_TIMEOUT,
                    Duration::from_secs(10),
                ),
            ],
            GET "/tower" => stuck with [tower::timeout::TimeoutLayer::new(Duration::from_secs(10))],
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_slow_response_is_a_504() {
    let app = timed();
    for (path, body) in [
        ("/tower-http", ""),
        ("/tower", r#"{"detail":"Gateway Timeout"}"#),
        ("/problem/tower-http", PROBLEM),
        ("/problem/tower", PROBLEM),
    ] {
        let reply = get(&app, path).await;
        assert_eq!((reply.status, reply.text()), (504, body), "{path}");
    }
}

const PROBLEM: &str = r#"{"status":504,"title":"Gateway Timeout"}"#;

app! {
    fn limited() -> Router {
        GET "/queue" => slow with [ConcurrencyLimitLayer::new(100)],
        GET "/one" => slow with [ServiceBuilder::new().load_shed().concurrency_limit(1)],
        GET "/rate" => async || "" with [
            ServiceBuilder::new()
                .buffer(100)
                .layer(RateLimitLayer::new(5, Duration::from_secs(1))),
        ],
    }
}

#[tokio::test(start_paused = true)]
async fn a_request_over_the_limit_waits() {
    let app = limited();
    let start = tokio::time::Instant::now();
    let requests = (0..101).map(|_| get(&app, "/queue"));
    futures_util::future::join_all(requests).await;
    assert_eq!(start.elapsed().as_secs(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_request_over_the_limit_is_rejected() {
    let app = limited();
    let (first, second) = join!(get(&app, "/one"), send(&app, Request::get("/one")));
    assert_eq!((first.status, second.status), (200, 503));
}

#[tokio::test(start_paused = true)]
async fn requests_over_the_rate_wait() {
    let app = limited();
    let start = tokio::time::Instant::now();
    for _ in 0..6 {
        get(&app, "/rate").await;
    }
    assert_eq!(start.elapsed().as_secs(), 1);
}

app! {
    fn apart() -> Router with [tower::load_shed::LoadShedLayer::new()] {
        GET "/" => slow with [ConcurrencyLimitLayer::new(1)],
    }
}

#[tokio::test(start_paused = true)]
async fn load_shedding_as_an_entry_of_its_own_rejects_nothing() {
    let app = apart();
    let (first, second) = join!(get(&app, "/"), get(&app, "/"));
    assert_eq!((first.status, second.status), (200, 200));
}
