//! Handlers with all kinds of arguments and responses.

use std::{collections::HashMap, convert::Infallible, net::SocketAddr};

use axum::{
    Form, Json,
    body::{Body, Bytes},
    extract::{ConnectInfo, OriginalUri, Path, State, WebSocketUpgrade, ws::WebSocket},
    http::{HeaderMap, Method, StatusCode, Uri, header},
    response::{
        IntoResponse, Response, Sse,
        sse::{Event, KeepAlive},
    },
};
use concentric::{HttpError, Provided};
use futures_util::stream;
use serde_json::{Value, json};

use super::{
    middleware::{Language, User},
    site::url,
    state,
};

pub(super) async fn index(State(state): State<state::State>) -> Json<Value> {
    Json(json!({ "answered": state.count() }))
}

/// Builds URLs of what the client sends.
pub(super) async fn links(uri: Uri, ConnectInfo(peer): ConnectInfo<SocketAddr>) -> String {
    let text = uri.query().unwrap_or_default();
    let urls = [
        url::tenant(text),
        url::rest(text),
        url::three(text, uri.path(), peer),
    ];
    urls.join(" ")
}

pub(super) async fn language_of(language: Provided<Language>) -> String {
    format!("{:?}", *language)
}

pub(super) async fn whole_uri(
    uri: Uri,
    OriginalUri(original): OriginalUri,
    headers: HeaderMap,
) -> String {
    format!("{uri} of {original} with {}", headers.len())
}

pub(super) async fn one(Path(one): Path<String>) -> String {
    one
}

pub(super) async fn three(Path((a, b, c)): Path<(String, String, String)>) -> String {
    format!("{a} {b} {c}")
}

pub(super) async fn map(Path(map): Path<HashMap<String, String>>) -> Json<HashMap<String, String>> {
    Json(map)
}

pub(super) async fn rest(method: Method, Path(rest): Path<String>) -> String {
    format!("{method} {rest}")
}

pub(super) async fn account(user: Provided<User>, optional: Option<Provided<User>>) -> String {
    format!("{} {}", user.0.0, optional.is_some())
}

pub(super) async fn log_in(Form(form): Form<HashMap<String, String>>) -> Result<String, HttpError> {
    let name = form
        .get("name")
        .ok_or_else(|| HttpError::unprocessable("no name"))?;
    Ok(format!("Hello, {name}"))
}

pub(super) async fn missing(uri: Uri) -> HttpError {
    HttpError::not_found(format!("nothing at {uri}"))
}

pub(super) async fn not_this_method(method: Method) -> (StatusCode, String) {
    (StatusCode::METHOD_NOT_ALLOWED, format!("not with {method}"))
}

pub(super) async fn body_json(Json(value): Json<Value>) -> Json<Value> {
    Json(value)
}

pub(super) async fn body_form(
    Form(form): Form<HashMap<String, String>>,
) -> Json<HashMap<String, String>> {
    Json(form)
}

pub(super) async fn body_text(text: String) -> String {
    text
}

pub(super) async fn body_bytes(bytes: Bytes) -> Bytes {
    bytes
}

/// Sends the body back while it arrives, with its content encoding.
pub(super) async fn body_echo(headers: HeaderMap, body: Body) -> Response {
    let mut response = body.into_response();
    for name in [header::CONTENT_TYPE, header::CONTENT_ENCODING] {
        if let Some(value) = headers.get(&name) {
            response.headers_mut().insert(name, value.clone());
        }
    }
    response
}

pub(super) async fn events() -> impl IntoResponse {
    let events =
        (0..3).map(|number| Ok::<_, Infallible>(Event::default().data(number.to_string())));
    Sse::new(stream::iter(events)).keep_alive(KeepAlive::default())
}

pub(super) async fn socket(upgrade: WebSocketUpgrade) -> Response {
    let upgrade = upgrade.protocols(["echo"]).max_message_size(1024);
    upgrade.on_upgrade(async move |mut socket: WebSocket| {
        while let Some(Ok(message)) = socket.recv().await {
            if socket.send(message).await.is_err() {
                break;
            }
        }
    })
}
