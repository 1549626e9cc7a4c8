//! A WebSocket and a stream of events.

use std::{convert::Infallible, time::Duration};

use axum::{
    extract::{WebSocketUpgrade, ws::Message},
    http::HeaderMap,
    response::{Response, Sse, sse::Event},
};
use futures_util::{Stream, stream};

use super::cookies::names;

/// Sends the names of the cookies, and then what it gets.
pub(crate) async fn open_socket(upgrade: WebSocketUpgrade, headers: HeaderMap) -> Response {
    upgrade.on_upgrade(async move |mut socket| {
        let mut message = Some(Ok(Message::text(names(&headers).join(" "))));
        while let Some(Ok(text @ Message::Text(_))) = message {
            if socket.send(text).await.is_err() {
                break;
            }
            message = socket.recv().await;
        }
    })
}

/// Sends one event to a new client, and another one to a client that connects again.
pub(crate) async fn send_events(
    headers: HeaderMap,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let event = match headers.get("last-event-id") {
        None => Event::default().id("7").data("first"),
        Some(id) => Event::default().data(format!("after {}", id.to_str().unwrap())),
    };
    let event = event.retry(Duration::from_millis(1));
    Sse::new(stream::iter([Ok(event)]))
}
