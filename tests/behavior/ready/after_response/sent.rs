//! When the work begins, in memory and over a socket.

use http_body_util::BodyExt;
use tower::ServiceExt;

use super::{Hold, settle};
use crate::support::{Server, request, send};

#[tokio::test]
async fn the_work_begins_when_the_server_drops_the_body_after_its_end() {
    let hold = Hold::default();
    let response = hold.app().oneshot(request("GET", "/stream")).await.unwrap();
    let mut body = response.into_body();
    let first = body.frame().await.unwrap().unwrap();
    assert_eq!(first.into_data().unwrap(), "first");
    settle().await;
    assert!(hold.events.take().is_empty());
    hold.body.notify_one();
    let second = body.frame().await.unwrap().unwrap();
    assert_eq!(second.into_data().unwrap(), "second");
    settle().await;
    assert!(hold.events.take().is_empty());
    assert!(body.frame().await.is_none());
    drop(body);
    hold.events.until("begin work").await;
    hold.work.notify_one();
    hold.events.until("done work").await;
}

#[tokio::test]
async fn the_work_begins_when_the_body_is_dropped_before_its_end() {
    let hold = Hold::default();
    let response = hold.app().oneshot(request("GET", "/stream")).await.unwrap();
    settle().await;
    assert!(hold.events.take().is_empty());
    drop(response);
    hold.events.until("begin work").await;
}

#[tokio::test]
async fn a_response_with_work_is_sent_as_without_it() {
    let hold = Hold::default();
    let server = Server::start(hold.app()).await;
    for (method, path, whole) in [
        (
            "GET",
            "/whole",
            "HTTP/1.1 200 OK\ncontent-length: 5\ncontent-type: text/plain; charset=utf-8\n\nwhole",
        ),
        (
            "HEAD",
            "/whole",
            "HTTP/1.1 200 OK\ncontent-length: 5\ncontent-type: text/plain; charset=utf-8\n\n",
        ),
        ("GET", "/204", "HTTP/1.1 204 No Content\n\n"),
        ("HEAD", "/204", "HTTP/1.1 204 No Content\n\n"),
        ("GET", "/304", "HTTP/1.1 304 Not Modified\n\n"),
        (
            "GET",
            "/error",
            "HTTP/1.1 409 Conflict\ncontent-length: 18\ncontent-type: application/json\n\n\
             {\"detail\":\"taken\"}",
        ),
    ] {
        assert_eq!(server.answer(method, path).await, whole, "{method} {path}");
        hold.events.until("begin work").await;
        hold.work.notify_one();
        hold.events.until("done work").await;
        assert_eq!(hold.events.take(), ["begin work", "done work"], "{path}");
    }
}

#[tokio::test]
async fn the_last_chunk_is_sent_before_the_work_is_done_for_two_requests_at_once() {
    let hold = Hold::default();
    let server = Server::start(hold.app()).await;
    let (mut one, mut two) = tokio::join!(
        server.request("GET", "/stream"),
        server.request("GET", "/stream")
    );
    for wire in [&mut one, &mut two] {
        wire.head().await;
        assert_eq!(wire.chunk().await, "first");
    }
    settle().await;
    hold.body.notify_waiters();
    for wire in [&mut one, &mut two] {
        assert_eq!(wire.chunk().await, "second");
        assert_eq!(wire.chunk().await, "");
    }
    settle().await;
    assert_eq!(hold.events.take(), ["begin work", "begin work"]);
    // The connection takes the next request while the work is not done.
    one.write("GET /idle HTTP/1.1\r\nhost: test\r\n\r\n").await;
    assert!(one.head().await.starts_with("HTTP/1.1 200 OK"));
    assert!(hold.events.take().is_empty());
    hold.work.notify_waiters();
    settle().await;
    assert_eq!(hold.events.take(), ["done work", "done work"]);
}

#[tokio::test]
async fn a_response_without_work_keeps_its_body() {
    let hold = Hold::default();
    assert_eq!(send(&hold.app(), "GET", "/idle").await.brief(), "200 idle");
    settle().await;
    assert!(hold.events.take().is_empty());
}
