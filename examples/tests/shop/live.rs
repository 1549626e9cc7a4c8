//! Connections that stay open: the events of an order, and its chat.

use futures_util::{SinkExt, StreamExt};
use http_body_util::BodyExt;
use hyper::{Response, body::Incoming, header};
use tokio_tungstenite::{
    client_async,
    tungstenite::{Error, Message, client::IntoClientRequest},
};

use crate::{
    ADA, BOB, COOKIE, OLGA, place_order,
    support::{Server, assert_text, head, request, soon},
    unauthorized,
};

/// Returns the next frame of a body as text, or `None` at its end.
async fn next_part(response: &mut Response<Incoming>) -> Option<String> {
    let frame = soon("a part of the body", response.frame()).await?;
    let data = frame.unwrap().into_data().unwrap();
    Some(String::from_utf8(data.into()).unwrap())
}

/// Places an order, and opens its events after the first one.
async fn events_of_an_order(server: &Server) -> Response<Incoming> {
    place_order(server).await;
    let mut events = server
        .send(request("GET", "/orders/1/events", &[ADA]))
        .await;
    let placed = "event: status\ndata: Placed\n\n".to_owned();
    assert_eq!(next_part(&mut events).await, Some(placed));
    events
}

#[tokio::test]
async fn the_events_of_a_canceled_order_end() {
    let server = Server::start("shop").await;
    let mut events = events_of_an_order(&server).await;
    server.reply(request("DELETE", "/orders/1", &[ADA])).await;
    assert_eq!(next_part(&mut events).await, None);
}

#[tokio::test]
async fn an_event_arrives_for_each_new_status() {
    let server = Server::start("shop").await;
    place_order(&server).await;
    assert_text(&server.get("/orders/1/events", &[]).await, &unauthorized());

    let watch = || request("GET", "/orders/1/events", &[ADA]);
    let mut first = server.send(watch()).await;
    assert_eq!(
        head(&first),
        [
            "200 OK",
            "cache-control: no-cache",
            "content-type: text/event-stream",
            "transfer-encoding: chunked",
        ]
    );
    let placed = Some("event: status\ndata: Placed\n\n".to_owned());
    let shipped = Some("event: status\ndata: Shipped\n\n".to_owned());
    assert_eq!(next_part(&mut first).await, placed);

    server
        .reply(request("POST", "/orders/1/ship", &[OLGA]))
        .await;
    assert_eq!(next_part(&mut first).await, shipped);
    assert_eq!(next_part(&mut first).await, None);
    // A later subscriber gets the current status.
    let mut later = server.send(watch()).await;
    assert_eq!(next_part(&mut later).await, shipped);
    assert_eq!(next_part(&mut later).await, None);
}

type Chat = tokio_tungstenite::WebSocketStream<tokio::net::TcpStream>;

async fn chat(server: &Server, headers: &[(&'static str, &str)]) -> Result<Chat, Error> {
    let url = format!("ws://{}/orders/1/chat", server.address());
    let mut request = url.into_client_request()?;
    for (name, value) in headers {
        request.headers_mut().insert(*name, value.parse()?);
    }
    let connected = client_async(request, server.connect().await);
    Ok(soon("a WebSocket", connected).await?.0)
}

async fn next_text(chat: &mut Chat) -> String {
    let message = soon("a message", chat.next()).await.unwrap().unwrap();
    message.into_text().unwrap().to_string()
}

#[tokio::test]
async fn a_websocket_opens_through_the_middleware() {
    let server = Server::start("shop").await;
    place_order(&server).await;
    let mut ada = chat(&server, &[ADA]).await.unwrap();
    assert_eq!(next_text(&mut ada).await, "Hello ada, what about order 1?");
    ada.send(Message::text("When?")).await.unwrap();
    assert_eq!(next_text(&mut ada).await, "We will see about \"When?\".");

    let Err(Error::Http(refused)) = chat(&server, &[BOB]).await else {
        panic!("the chat was not refused");
    };
    assert_eq!(refused.status(), 404);
    assert_eq!(refused.headers()[header::CONTENT_TYPE], "application/json");
    ada.close(None).await.unwrap();
}

#[tokio::test]
async fn the_cookie_opens_a_websocket_and_events_for_the_page_of_the_shop_only() {
    let server = Server::start("shop").await;
    place_order(&server).await;
    let own = format!("http://{}", server.address());
    let mut ada = chat(&server, &[COOKIE, ("origin", &own)]).await.unwrap();
    assert_eq!(next_text(&mut ada).await, "Hello ada, what about order 1?");
    let mut events = server
        .send(request("GET", "/orders/1/events", &[COOKIE]))
        .await;
    let placed = "event: status\ndata: Placed\n\n".to_owned();
    assert_eq!(next_part(&mut events).await, Some(placed));

    let other = [COOKIE, ("origin", "http://other.test")];
    let Err(Error::Http(refused)) = chat(&server, &other).await else {
        panic!("the chat was not refused");
    };
    assert_eq!(refused.status(), 403);
}

/// `wait` is shorter than the `shutdown_timeout`, which would end both.
#[tokio::test]
async fn a_shutdown_ends_open_events_and_an_open_chat() {
    let server = Server::start("shop").await;
    let mut events = events_of_an_order(&server).await;
    let mut ada = chat(&server, &[ADA]).await.unwrap();
    assert_eq!(next_text(&mut ada).await, "Hello ada, what about order 1?");

    server.terminate().await;
    assert_eq!(next_part(&mut events).await, None);
    let closed = soon("the end of the chat", ada.next()).await;
    assert_eq!(closed.unwrap().unwrap(), Message::Close(None));
    let (status, log) = server.wait().await;
    assert_eq!(status.code(), Some(0));
    assert_eq!(
        log,
        [
            "INFO shop: POST /orders 201 Created",
            "INFO shop: GET /orders/1/events 200 OK",
            "INFO shop: GET /orders/1/chat 101 Switching Protocols",
        ]
    );
}
