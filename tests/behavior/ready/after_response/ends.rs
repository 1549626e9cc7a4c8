//! The work of requests that do not end as they should.

use tower::ServiceExt;

use super::{Hold, settle};
use crate::support::{Server, request, send};

#[tokio::test]
async fn the_work_is_done_after_the_client_has_left_amid_the_body() {
    let hold = Hold::default();
    let server = Server::start(hold.app()).await;
    let mut wire = server.request("GET", "/stream").await;
    wire.head().await;
    assert_eq!(wire.chunk().await, "first");
    assert!(hold.events.take().is_empty());
    drop(wire);
    hold.events.until("begin work").await;
    hold.work.notify_one();
    hold.events.until("done work").await;
}

#[tokio::test]
async fn the_work_is_done_after_the_client_has_left_during_the_work() {
    let hold = Hold::default();
    let server = Server::start(hold.app()).await;
    let mut wire = server.request("GET", "/whole").await;
    wire.head().await;
    assert_eq!(wire.exactly(5).await, "whole");
    hold.events.until("begin work").await;
    drop(wire);
    settle().await;
    hold.work.notify_one();
    hold.events.until("done work").await;
}

#[tokio::test]
async fn the_work_is_done_after_the_client_has_left_before_the_response() {
    let hold = Hold::default();
    let server = Server::start(hold.app()).await;
    let wire = server.request("GET", "/never").await;
    hold.events.until("handler").await;
    assert!(!hold.events.has("begin work"));
    drop(wire);
    hold.events.until("begin work").await;
    assert_eq!(
        hold.events.take(),
        ["handler", "drop handler", "begin work"]
    );
}

#[tokio::test]
async fn the_work_of_an_error_is_done() {
    let hold = Hold::default();
    assert_eq!(send(&hold.app(), "GET", "/error").await.status, 409);
    hold.events.until("begin work").await;
}

#[tokio::test]
async fn the_work_of_a_panic_is_done() {
    let hold = Hold::default();
    let app = hold.app();
    let panicked = tokio::spawn(async move { app.oneshot(request("GET", "/panic")).await });
    assert!(panicked.await.unwrap_err().is_panic());
    hold.events.until("begin work").await;
}

#[test]
fn a_response_may_be_dropped_outside_of_the_runtime() {
    let hold = Hold::default();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .unwrap();
    let response = runtime.block_on(hold.app().oneshot(request("GET", "/whole")));
    drop(response);
    runtime.block_on(hold.events.until("begin work"));
}

#[test]
fn a_request_outside_of_a_runtime_panics() {
    use std::{
        panic::{AssertUnwindSafe, catch_unwind},
        pin::pin,
        task::{Context, Waker},
    };

    let mut response = pin!(Hold::default().app().oneshot(request("GET", "/whole")));
    let poll = || {
        response
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()))
    };
    assert!(catch_unwind(AssertUnwindSafe(poll)).is_err());
}
