//! `wait` at shutdown.

use std::time::Duration;

use super::{Hold, settle, works};
use crate::support::{Server, soon};

#[tokio::test]
async fn wait_returns_when_the_work_of_all_requests_is_done() {
    let hold = Hold::default();
    let after = hold.after();
    let mut server = Server::start(works(hold.clone(), after.clone())).await;
    server.answer("GET", "/whole").await;
    hold.events.until("begin work").await;
    server.stop();
    server.stopped().await;

    let events = hold.events.clone();
    let wait = tokio::spawn(async move {
        after.wait().await;
        events.add("waited");
    });
    settle().await;
    assert_eq!(hold.events.take(), ["begin work"]);
    hold.work.notify_one();
    soon(wait).await.unwrap();
    assert_eq!(hold.events.take(), ["done work", "waited"]);
}

#[tokio::test]
async fn wait_waits_for_a_response_that_is_being_sent() {
    let hold = Hold::default();
    let after = hold.after();
    let server = Server::start(works(hold.clone(), after.clone())).await;
    let mut wire = server.request("GET", "/stream").await;
    wire.head().await;
    let wait = tokio::spawn(async move { after.wait().await });
    settle().await;
    assert!(!wait.is_finished());
    drop(wire);
    hold.events.until("begin work").await;
    settle().await;
    assert!(!wait.is_finished());
    hold.work.notify_one();
    soon(wait).await.unwrap();
    assert_eq!(hold.events.take(), ["begin work", "done work"]);
}

#[tokio::test]
async fn the_work_of_a_connection_that_the_shutdown_cuts_is_waited_for() {
    let hold = Hold::default();
    let after = hold.after();
    let mut server = Server::start_with(works(hold.clone(), after.clone()), |serve| {
        serve.shutdown_timeout(Duration::from_millis(20))
    })
    .await;
    let _wire = server.request("GET", "/never").await;
    hold.events.until("handler").await;
    hold.work.notify_one();
    server.stop();
    server.stopped().await;
    soon(after.wait()).await;
    assert_eq!(
        hold.events.take(),
        ["handler", "drop handler", "begin work", "done work"]
    );
}

#[tokio::test]
async fn wait_returns_at_once_without_requests() {
    soon(Hold::default().after().wait()).await;
}
