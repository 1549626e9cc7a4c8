//! What CORS does not guard against: the guide `cross_site`.

use axum::{
    Router,
    body::Body,
    extract::{
        State, WebSocketUpgrade,
        ws::{Message, WebSocket},
    },
    response::Response,
};
use concentric::{Request, app};
use futures_util::StreamExt;
use http::HeaderValue;
use tokio_tungstenite::{connect_async, tungstenite::client::IntoClientRequest};
use tower_http::cors::CorsLayer;

use crate::support::{Events, Server, Site, send_request, soon};

async fn transfer(State(events): State<Events>, form: String) {
    events.add(form);
}

async fn secrets(upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(async |mut socket: WebSocket| {
        let _ = socket.send(Message::Text("a secret".into())).await;
    })
}

app! {
    fn bank(state: Events) -> Router with [
        CorsLayer::new()
            .allow_origin([HeaderValue::from_static("https://bank.example")])
            .allow_credentials(true),
    ] {
        POST "/transfers" => transfer,
        GET "/secrets" => secrets,
    }
}

#[tokio::test]
async fn cors_runs_the_simple_post_of_a_refused_origin() {
    let site = Site::new(bank);
    let request = Request::post("/transfers")
        .header("origin", "https://evil.example")
        .header("content-type", "text/plain")
        .header("cookie", "session=alice")
        .body(Body::from("to=mallory"))
        .unwrap();
    let reply = send_request(&site.app, request).await;
    assert_eq!(reply.status, 200);
    assert!(reply.header("access-control-allow-origin").is_empty());
    assert_eq!(site.events.take(), ["to=mallory"]);
}

#[tokio::test]
async fn cors_lets_a_refused_origin_open_a_websocket() {
    let server = Server::start(bank(Events::default())).await;
    let url = format!("ws://{}/secrets", server.address);
    let mut request = url.into_client_request().unwrap();
    let headers = request.headers_mut();
    headers.insert("origin", HeaderValue::from_static("https://evil.example"));
    headers.insert("cookie", HeaderValue::from_static("session=alice"));
    let (mut socket, response) = soon(connect_async(request)).await.unwrap();
    assert_eq!(response.status(), 101);
    let message = soon(socket.next()).await.unwrap().unwrap();
    assert_eq!(message.to_text().unwrap(), "a secret");
}
