//! Cancellation: a client disconnects, the futures are dropped, and guards run.

use std::{future::pending, sync::Arc};

use axum::{Router, body::Body, extract::State};
use concentric::{Next, Request, Response, app, middleware};
use futures_util::{FutureExt, stream};
use tokio::sync::Notify;
use tower::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

use crate::support::{Events, Server, Site, record_outcome, send};

/// Records like `note`, and also when its future is dropped.
#[middleware]
async fn guard(
    #[config] name: &str,
    State(events): State<Events>,
    req: Request,
    next: Next,
) -> Response {
    events.add(format!("in {name}"));
    let _guard = events.on_drop(format!("drop {name}"));
    let response = next.run(req).await;
    events.add(format!("out {name}"));
    response
}

/// Waits forever.
async fn wait(State(events): State<Events>) {
    let _guard = events.on_drop("drop handler");
    events.add("handler");
    pending::<()>().await;
}

/// Answers with a stream that never ends.
async fn wait_in_stream(State(events): State<Events>) -> Body {
    let guard = events.on_drop("drop stream");
    let pieces = stream::unfold(guard, |guard| async move {
        tokio::task::yield_now().await;
        Some((Ok::<_, std::convert::Infallible>("piece"), guard))
    });
    Body::from_stream(pieces)
}

app! {
    fn waiting(state: Events) -> Router with [
        guard("1"),
        guard("2"),
        guard("3"),
        record_outcome,
        TimeoutLayer::new(std::time::Duration::from_secs(30)),
        guard("4"),
        guard("5"),
    ] {
        scope with [guard("6"), TraceLayer::new_for_http(), guard("7")] {
            GET "/" => wait with [guard("8"), guard("9"), guard("10")],
            GET "/stream" => wait_in_stream,
        }
        fallback => wait,
    }
}

/// Returns the events until the handler waits, and those of dropping all futures.
fn in_and_dropped(names: std::ops::RangeInclusive<u8>) -> Vec<String> {
    let mut events: Vec<_> = names.clone().map(|name| format!("in {name}")).collect();
    events.extend(["handler".to_owned(), "drop handler".to_owned()]);
    events.extend(names.rev().map(|name| format!("drop {name}")));
    events
}

#[tokio::test]
async fn a_disconnect_drops_the_futures_from_the_innermost_to_the_outermost() {
    let site = Site::new(waiting);
    let server = Server::start(site.app.clone()).await;
    for (path, names) in [("/", 1..=10), ("/nope", 1..=5)] {
        let wire = server.request("GET", path).await;
        site.events.until("handler").await;
        drop(wire);
        site.events.until("drop 1").await;
        assert_eq!(site.events.take(), in_and_dropped(names), "{path}");
    }
}

#[tokio::test]
async fn dropping_a_request_drops_all_its_futures_at_once() {
    let site = Site::new(waiting);
    assert!(site.send("GET", "/").now_or_never().is_none());
    assert_eq!(site.events.take(), in_and_dropped(1..=10));
}

#[tokio::test]
async fn a_disconnect_during_a_stream_drops_the_stream() {
    let site = Site::new(waiting);
    let server = Server::start(site.app.clone()).await;
    let mut wire = server.request("GET", "/stream").await;
    wire.head().await;
    assert_eq!(wire.chunk().await, "piece");
    drop(wire);
    site.events.until("drop stream").await;
    // The middleware had returned before the stream began.
    assert_eq!(
        site.events.take(),
        [
            "in 1",
            "in 2",
            "in 3",
            "in 4",
            "in 5",
            "in 6",
            "in 7",
            "out 7",
            "drop 7",
            "out 6",
            "drop 6",
            "out 5",
            "drop 5",
            "out 4",
            "drop 4",
            "Ok 200",
            "out 3",
            "drop 3",
            "out 2",
            "drop 2",
            "out 1",
            "drop 1",
            "drop stream",
        ]
    );
}

/// Spawns a task that continues after the response.
async fn leave_work(State((events, go)): State<(Events, Arc<Notify>)>) -> &'static str {
    tokio::spawn(async move {
        go.notified().await;
        events.add("work done");
    });
    "handler"
}

app! {
    fn working(state: (Events, Arc<Notify>)) -> Router {
        GET "/" => leave_work,
    }
}

#[tokio::test]
async fn a_spawned_task_neither_delays_the_response_nor_stops_on_a_disconnect() {
    let (events, go) = (Events::default(), Arc::new(Notify::new()));
    let app = working((events.clone(), Arc::clone(&go)));
    let server = Server::start(app).await;
    let mut wire = server.request("GET", "/").await;
    wire.head().await;
    assert_eq!(wire.exactly(7).await, "handler");
    drop(wire);
    assert_eq!(events.take(), [""; 0]);
    go.notify_one();
    events.until("work done").await;
}

/// Spawns a task and awaits it.
#[middleware]
async fn detached(State(events): State<Events>, req: Request, next: Next) -> Response {
    let _guard = events.on_drop("drop waiting");
    let work = tokio::spawn({
        let events = events.clone();
        async move {
            let _guard = events.on_drop("drop work");
            tokio::task::yield_now().await;
            events.add("work done");
        }
    });
    work.await.unwrap();
    next.run(req).await
}

app! {
    fn detaching(state: Events) -> Router with [detached] {
        GET "/" => async || "handler",
    }
}

#[tokio::test]
async fn a_spawned_task_that_a_middleware_awaits_survives_a_dropped_request() {
    let site = Site::new(detaching);
    assert!(send(&site.app, "GET", "/").now_or_never().is_none());
    site.events.until("drop work").await;
    assert_eq!(
        site.events.take(),
        ["drop waiting", "work done", "drop work"]
    );
}
