//! In which order the work of one request runs, and where `after_response` is in a list.

use std::convert::Infallible;

use axum::{
    Router,
    body::{Body, Bytes},
    extract::State,
};
use concentric::{
    AfterResponse, AfterResponseLayer, HttpError, Next, Provided, Request, Response,
    after_response, app, debug_errors, map_source, middleware, problem_details,
};
use futures_util::{StreamExt, stream};
use http::{HeaderValue, StatusCode, header::ACCEPT_ENCODING};
use http_body_util::BodyExt;
use tower::ServiceExt;
use tower_http::compression::CompressionLayer;

use super::{Hold, settle};
use crate::support::{Events, Server, Site, request, send};

/// Adds work before and after `next`.
#[middleware]
async fn stacked(
    #[config] number: &u32,
    State(events): State<Events>,
    after: Provided<AfterResponse>,
    req: Request,
    next: Next,
) -> Response {
    let number = *number;
    events.add(format!("started {number}"));
    let work = events.clone();
    after.run(async move { work.add(format!("work {number}")) });
    let response = next.run(req).await;
    events.add(format!("completed {number}"));
    response
}

app! {
    fn ten(state: Events) -> Router with [
        after_response(),
        stacked(1),
        stacked(2),
        stacked(3),
        stacked(4),
        stacked(5),
        stacked(6),
        stacked(7),
        stacked(8),
        stacked(9),
        stacked(10),
    ] {
        GET "/" => async || {
            let first = stream::iter([Ok::<_, Infallible>(Bytes::from("first"))]);
            Body::from_stream(first.chain(stream::pending()))
        },
    }
}

#[tokio::test]
async fn the_work_of_ten_stacked_middleware_runs_after_the_client_has_left() {
    let Site { app, events } = Site::new(ten);
    let server = Server::start(app).await;
    let mut wire = server.request("GET", "/").await;
    wire.head().await;
    assert_eq!(wire.chunk().await, "first");
    let started = (1..=10).map(|number| format!("started {number}"));
    let completed = (1..=10).rev().map(|number| format!("completed {number}"));
    let all: Vec<_> = started.chain(completed).collect();
    assert_eq!(events.take(), all);
    drop(wire);
    events.until("work 10").await;
    let all: Vec<_> = (1..=10).map(|number| format!("work {number}")).collect();
    assert_eq!(events.take(), all);
}

app! {
    fn in_turn(state: Hold) -> Router with [after_response()] {
        GET "/" => async |State(hold): State<Hold>, after: Provided<AfterResponse>| {
            after.run(hold.clone().work("one"));
            after.run(hold.clone().work("two"));
        },
        GET "/nested" => async |State(hold): State<Hold>, after: Provided<AfterResponse>| {
            let again = after.clone();
            let nested = hold.clone();
            after.run(async move {
                again.run(nested.clone().work("added by the work"));
                nested.work("one").await;
            });
            after.run(hold.work("two"));
        },
        GET "/late" => async |State(hold): State<Hold>, after: Provided<AfterResponse>| {
            tokio::spawn(async move {
                hold.body.notified().await;
                after.run(hold.clone().work("late"));
            });
        },
    }
}

#[tokio::test]
async fn the_work_of_a_request_runs_one_after_the_other() {
    let hold = Hold::default();
    let app = in_turn(hold.clone());
    for (path, works) in [
        ("/", &["one", "two"][..]),
        ("/nested", &["one", "two", "added by the work"]),
    ] {
        assert_eq!(send(&app, "GET", path).await.status, 200);
        for work in works {
            hold.events.until(&format!("begin {work}")).await;
            settle().await;
            assert_eq!(hold.events.take(), [format!("begin {work}")]);
            hold.work.notify_one();
            hold.events.until(&format!("done {work}")).await;
            let mut events = hold.events.take();
            assert_eq!(events.remove(0), format!("done {work}"));
            // The next work may have begun already.
            for event in events {
                hold.events.add(event);
            }
        }
        assert!(hold.events.take().is_empty(), "{path}");
    }
}

#[tokio::test]
async fn work_added_after_the_response_begins_at_once() {
    let hold = Hold::default();
    assert_eq!(
        send(&in_turn(hold.clone()), "GET", "/late").await.status,
        200
    );
    settle().await;
    assert!(hold.events.take().is_empty());
    hold.body.notify_one();
    hold.events.until("begin late").await;
}

app! {
    fn around_errors(state: Hold, after: AfterResponseLayer) -> Router with [
        after,
        debug_errors(around_errors::ROUTES),
        problem_details,
        map_source::<std::fmt::Error>(StatusCode::BAD_GATEWAY),
    ] {
        GET "/409" => async |State(hold): State<Hold>, after: Provided<AfterResponse>| {
            after.run(hold.work("work"));
            HttpError::conflict("taken")
        },
        GET "/500" => async |State(hold): State<Hold>, after: Provided<AfterResponse>| {
            after.run(hold.work("work"));
            HttpError::internal("broken")
        },
        GET "/502" => async |State(hold): State<Hold>, after: Provided<AfterResponse>| {
            after.run(hold.work("work"));
            HttpError::internal(std::fmt::Error)
        },
    }
}

#[tokio::test]
async fn the_work_begins_after_the_response_that_an_inner_middleware_has_made_of_an_error() {
    for (path, status) in [("/409", 409), ("/500", 500), ("/502", 502)] {
        let hold = Hold::default();
        let app = around_errors(hold.clone(), hold.after());
        let response = app.oneshot(request("GET", path)).await.unwrap();
        assert_eq!(response.status(), status);
        settle().await;
        assert!(hold.events.take().is_empty(), "{path}");
        drop(response);
        hold.events.until("begin work").await;
    }
}

app! {
    fn compressed(state: Hold, after: AfterResponseLayer) -> Router
    with [CompressionLayer::new(), after] {
        GET "/" => async |State(hold): State<Hold>, after: Provided<AfterResponse>| {
            after.run(hold.work("work"));
            "hello ".repeat(100)
        },
    }
}

#[tokio::test]
async fn the_work_begins_after_the_last_byte_of_an_outer_compression() {
    let hold = Hold::default();
    let mut request = request("GET", "/");
    let encoding = HeaderValue::from_static("gzip");
    request.headers_mut().insert(ACCEPT_ENCODING, encoding);
    let app = compressed(hold.clone(), hold.after());
    let mut body = app.oneshot(request).await.unwrap().into_body();
    while let Some(frame) = body.frame().await {
        assert!(frame.unwrap().is_data());
        settle().await;
        assert!(hold.events.take().is_empty());
    }
    drop(body);
    hold.events.until("begin work").await;
}
