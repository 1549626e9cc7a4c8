//! WebSocket upgrades through middleware and layers.

use axum::{
    Router,
    extract::{
        State, WebSocketUpgrade,
        ws::{self, WebSocket},
    },
    response::Response,
};
use concentric::{HttpError, Next, Provided, Request, app, middleware};
use futures_util::{SinkExt, StreamExt};
use tokio_tungstenite::{connect_async, tungstenite};
use tower::timeout::TimeoutLayer;
use tower_http::{compression::CompressionLayer, trace::TraceLayer};

use crate::support::{Events, Server, Site, note, record_outcome, soon};

/// Provides the name in the query.
#[middleware]
async fn ask_name(req: Request, next: Next<String>) -> Result<Response, HttpError> {
    let name = req.uri().query().map(str::to_owned);
    let name = name.ok_or_else(|| HttpError::forbidden("say who you are"))?;
    Ok(next.provide(name).run(req).await)
}

/// Answers each text message with the name and the text.
async fn echo(
    State(events): State<Events>,
    Provided(name): Provided<String>,
    upgrade: WebSocketUpgrade,
) -> Response {
    upgrade.on_upgrade(async move |mut socket: WebSocket| {
        events.add("upgraded");
        while let Some(Ok(message)) = socket.recv().await {
            if let ws::Message::Text(text) = message {
                let answer = format!("{name}: {text}").into();
                if socket.send(ws::Message::Text(answer)).await.is_err() {
                    break;
                }
            }
        }
        events.add("closed");
    })
}

app! {
    fn chat(state: Events) -> Router with [
        note("app"),
        TraceLayer::new_for_http(),
        CompressionLayer::new(),
        TimeoutLayer::new(std::time::Duration::from_secs(30)),
    ] {
        scope "/chat" with [record_outcome, ask_name] {
            GET "/" => echo with [note("route")],
        }
    }
}

#[tokio::test]
async fn a_websocket_upgrade_passes_middleware_and_layers() {
    let site = Site::new(chat);
    let server = Server::start(site.app.clone()).await;
    let url = format!("ws://{}/chat?ann", server.address);
    let (mut socket, response) = soon(connect_async(url)).await.unwrap();
    assert_eq!(response.status(), 101);
    for text in ["hello", "again"] {
        soon(socket.send(tungstenite::Message::text(text)))
            .await
            .unwrap();
        let answer = soon(socket.next()).await.unwrap().unwrap();
        assert_eq!(answer.into_text().unwrap(), format!("ann: {text}"));
    }
    soon(socket.close(None)).await.unwrap();
    site.events.until("closed").await;
    // The response has passed all middleware before the first message arrives.
    assert_eq!(
        site.events.take(),
        [
            "in app",
            "in route",
            "out route",
            "Ok 101",
            "out app",
            "upgraded",
            "closed"
        ]
    );
}

#[tokio::test]
async fn a_middleware_can_refuse_a_websocket_upgrade() {
    let site = Site::new(chat);
    let server = Server::start(site.app.clone()).await;
    let url = format!("ws://{}/chat", server.address);
    let tungstenite::Error::Http(response) = soon(connect_async(url)).await.unwrap_err() else {
        panic!("the upgrade was not refused");
    };
    assert_eq!(response.status(), 403);
    assert_eq!(
        response.body().as_deref(),
        Some(&br#"{"detail":"say who you are"}"#[..])
    );
    assert_eq!(
        site.events.take(),
        ["in app", "Err 403: say who you are", "out app"]
    );
}

#[tokio::test]
async fn a_request_without_an_upgrade_is_a_rejection() {
    let site = Site::new(chat);
    assert_eq!(
        site.trace("GET", "/chat?ann").await,
        [
            "in app",
            "in route",
            "out route",
            "Err 400: Connection header did not include 'upgrade'",
            "out app",
            r#"400 {"detail":"Connection header did not include 'upgrade'"}"#,
        ]
    );
}
