//! `tests/middleware/test_errors.py`.

use std::{
    io::{self, Read, Write},
    net::TcpStream,
    sync::mpsc::{Sender, channel},
};

use axum::{
    Json, Router,
    body::Body,
    extract::WebSocketUpgrade,
    response::{IntoResponse, Response},
};
use concentric::{HttpError, Next, Request, app, debug_errors, middleware};
use futures_util::{TryStreamExt, stream};
use http::StatusCode;
use serde_json::json;
use tokio::net::TcpListener;
use tower::ServiceExt;
use tower_http::map_response_body::MapResponseBodyLayer;

use crate::support::get;

/// Answers each error as a server error.
#[middleware]
async fn server_error(req: Request, next: Next) -> Result<Response, HttpError> {
    match next.try_run(req).await {
        Err(error) => {
            let body = Json(json!({ "detail": "Server Error" }));
            Ok((error.status(), body).into_response())
        }
        result => result,
    }
}

#[expect(clippy::panic, reason = "the panic is tested")]
async fn panics() {
    panic!("out of luck");
}

async fn fails() -> Result<(), HttpError> {
    Err(io::Error::other("out of luck"))?
}

app! {
    fn handled() -> Router with [server_error] {
        GET "/panics" => panics,
        GET "/fails" => fails,
    }
}

#[tokio::test]
async fn a_handler_of_errors_answers_each_error() {
    for path in ["/panics", "/fails"] {
        let reply = get(&handled(), path).await;
        assert_eq!(
            (reply.status, reply.text()),
            (500, r#"{"detail":"Server Error"}"#)
        );
    }
}

async fn breaks_off() -> Body {
    let pieces = [Ok("first"), Err(io::Error::other("broken"))];
    Body::from_stream(stream::iter(pieces))
}

app! {
    fn broken(report: Sender<String>) -> Router with [
        debug_errors(broken::ROUTES) if cfg!(debug_assertions),
        MapResponseBodyLayer::new(move |body: Body| {
            let report = report.clone();
            let pieces = body.into_data_stream();
            Body::from_stream(pieces.inspect_err(move |error| _ = report.send(error.to_string())))
        }),
    ] {
        GET "/" => breaks_off,
    }
}

#[tokio::test]
async fn an_error_amid_the_body_leaves_the_response_and_is_reported() {
    let (report, reported) = channel();
    let request = Request::get("/").body(Body::empty()).unwrap();
    let response = broken(report).oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    let mut pieces = response.into_body().into_data_stream();
    assert_eq!(pieces.try_next().await.unwrap().unwrap(), "first");
    assert_eq!(pieces.try_next().await.unwrap_err().to_string(), "broken");
    assert_eq!(reported.recv().unwrap(), "broken");
}

#[expect(clippy::panic, reason = "the panic is tested")]
async fn socket(upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(async |_| panic!("out of luck"))
}

app! {
    fn sockets() -> Router with [debug_errors(sockets::ROUTES) if cfg!(debug_assertions)] {
        GET "/" => socket,
    }
}

#[tokio::test]
async fn an_error_in_a_websocket_ends_it_without_a_page() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async { axum::serve(listener, sockets()).await });
    let received = tokio::task::spawn_blocking(move || {
        let mut stream = TcpStream::connect(address).unwrap();
        let handshake = "GET / HTTP/1.1\r\nhost: test\r\nconnection: upgrade\r\nupgrade: websocket\r\n\
            sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        stream.write_all(handshake.as_bytes()).unwrap();
        let mut received = String::new();
        stream.read_to_string(&mut received).unwrap();
        received
    });
    let received = received.await.unwrap();
    let (head, rest) = received.split_once("\r\n\r\n").unwrap();
    assert!(
        head.starts_with("HTTP/1.1 101 Switching Protocols\r\n"),
        "{head}"
    );
    assert_eq!(rest, "");
}
