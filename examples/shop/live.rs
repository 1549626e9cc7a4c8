//! Connections that stay open: a stream of server-sent events, and a WebSocket.

use std::{convert::Infallible, pin::pin};

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
use concentric::{Provided, Shutdown};
use futures_util::{Stream, StreamExt, stream};
use tokio::select;

use crate::{
    auth::CurrentUser,
    orders::{Order, Status},
};

/// Streams the status of an order and each new one. The stream ends when the order is shipped, or when the server stops.
pub(crate) async fn watch_order(
    shutdown: Shutdown,
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
    Sse::new(events.take_until(shutdown.started())).keep_alive(KeepAlive::default())
}

/// Opens a chat about an order. It ends when the server stops.
pub(crate) async fn chat(
    upgrade: WebSocketUpgrade,
    shutdown: Shutdown,
    Provided(user): Provided<CurrentUser>,
    Provided(order): Provided<Order>,
) -> Response {
    upgrade.on_upgrade(async move |socket| {
        if let Err(error) = talk(socket, shutdown, &user, &order).await {
            tracing::debug!(%error, "the customer is gone");
        }
    })
}

async fn talk(
    mut socket: WebSocket,
    shutdown: Shutdown,
    user: &CurrentUser,
    order: &Order,
) -> Result<(), axum::Error> {
    let greeting = format!("Hello {}, what about order {}?", user.name, order.id);
    socket.send(Message::text(greeting)).await?;
    let mut stops = pin!(shutdown.started());
    loop {
        let message = select! {
            message = socket.recv() => message,
            () = &mut stops => return socket.send(Message::Close(None)).await,
        };
        match message.transpose()? {
            Some(Message::Text(text)) => {
                let answer = format!("We will see about \"{text}\".");
                socket.send(Message::text(answer)).await?;
            }
            Some(_) => {}
            None => return Ok(()),
        }
    }
}
