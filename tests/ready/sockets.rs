//! The group "Streams".

use std::convert::Infallible;

use axum::{
    Router,
    extract::ws::WebSocketUpgrade,
    response::{
        Response,
        sse::{Event, KeepAlive, Sse},
    },
};
use concentric::{Request, app};
use futures_util::{Stream, stream};
use tower_http::compression::CompressionLayer;

use crate::support::{get_with, send};

async fn events() -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let events = stream::iter(["one", "two"].map(|data| Ok(Event::default().data(data))));
    Sse::new(events).keep_alive(KeepAlive::default())
}

async fn socket(upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(async |_| {})
}

app! {
    fn site() -> Router with [CompressionLayer::new()] {
        GET "/events" => events,
        GET "/socket" => socket,
    }
}

#[tokio::test]
async fn events_are_never_compressed() {
    let reply = get_with(&site(), "/events", "accept-encoding", "gzip").await;
    assert_eq!(reply.header("content-encoding"), "");
    assert_eq!(reply.text(), "data: one\n\ndata: two\n\n");
}

#[tokio::test]
async fn a_handshake_that_is_not_one_is_rejected() {
    let app = site();
    assert_eq!(send(&app, Request::get("/socket")).await.status, 400);
    let handshake = Request::get("/socket")
        .header("connection", "upgrade")
        .header("upgrade", "websocket")
        .header("sec-websocket-version", "13")
        .header("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==");
    // The upgrade needs a server, and this request is sent in memory.
    assert_eq!(send(&app, handshake).await.status, 426);
}
