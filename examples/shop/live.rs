//! Connections that stay open: a stream of server-sent events, and a WebSocket.

use std::convert::Infallible;

use axum::{
    extract::{
        WebSocketUpgrade,
        ws::{Message, WebSocket},
    },
    response::{
        Response, Sse,
        sse::{Event, KeepAlive},
    },
};
use concentric::Provided;
use futures_util::stream::{self, Stream};

use crate::{
    auth::CurrentUser,
    orders::{Order, Status},
};

/// Streams the status of an order and each new one. The stream ends when the order is shipped.
pub(crate) async fn watch_order(
    order: Provided<Order>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut statuses = order.watch();
    statuses.mark_changed();
    let events = stream::unfold(Some(statuses), async |statuses| {
        let mut statuses = statuses?;
        // An error means that the order was canceled.
        statuses.changed().await.ok()?;
        let status = *statuses.borrow_and_update();
        let event = Event::default().event("status").data(format!("{status:?}"));
        Some((Ok(event), (status != Status::Shipped).then_some(statuses)))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}

/// Opens a chat about an order.
pub(crate) async fn chat(
    upgrade: WebSocketUpgrade,
    Provided(user): Provided<CurrentUser>,
    Provided(order): Provided<Order>,
) -> Response {
    upgrade.on_upgrade(async move |socket| {
        if let Err(error) = talk(socket, &user, &order).await {
            tracing::debug!(%error, "the customer is gone");
        }
    })
}

async fn talk(mut socket: WebSocket, user: &CurrentUser, order: &Order) -> Result<(), axum::Error> {
    let greeting = format!("Hello {}, what about order {}?", user.name, order.id);
    socket.send(Message::text(greeting)).await?;
    while let Some(message) = socket.recv().await {
        if let Message::Text(text) = message? {
            let answer = format!("We will see about \"{text}\".");
            socket.send(Message::text(answer)).await?;
        }
    }
    Ok(())
}
