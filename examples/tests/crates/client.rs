//! A client of the registry.

use serde_json::Value;

use crate::support::{Server, body, builder, request};

pub(crate) const ADA: (&str, &str) = ("authorization", "ada-token");
pub(crate) const BOB: (&str, &str) = ("authorization", "Bearer bob-token");
pub(crate) const OLGA: (&str, &str) = ("authorization", "olga-token");
/// A token that can only yank versions of `ax*`.
pub(crate) const YANK: (&str, &str) = ("authorization", "yank-token");

/// Starts the registry with these settings.
pub(crate) async fn start(settings: &[(&str, &str)]) -> Server {
    Server::start_with("crates", settings).await
}

/// Sends a request without a body, and returns the status and the JSON of the response.
pub(crate) async fn send(
    server: &Server,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
) -> (u16, Value) {
    let response = server.send(request(method, path, headers)).await;
    let status = response.status().as_u16();
    (status, parse(&body(response).await))
}

/// Sends a request with a JSON body.
pub(crate) async fn send_json(
    server: &Server,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    json: &Value,
) -> (u16, Value) {
    let request = builder(method, path, headers).header("content-type", "application/json");
    let response = server.send(request.body(json.to_string()).unwrap()).await;
    let status = response.status().as_u16();
    (status, parse(&body(response).await))
}

/// Returns the body as JSON, or `null` if it is empty.
fn parse(body: &[u8]) -> Value {
    if body.is_empty() {
        return Value::Null;
    }
    serde_json::from_slice(body).unwrap_or_else(|error| {
        panic!("{error}: {}", String::from_utf8_lossy(body));
    })
}

/// Returns the response to a failed request.
pub(crate) fn error(status: u16, detail: &str) -> (u16, Value) {
    (
        status,
        serde_json::json!({ "errors": [{ "detail": detail }] }),
    )
}

/// Logs a user in, and returns the cookie of the session.
pub(crate) async fn log_in(server: &Server, login: &str) -> String {
    let path = format!("/api/private/session/authorize?code={login}");
    let response = server.send(request("GET", &path, &[])).await;
    assert_eq!(response.status(), 200);
    let cookie = response.headers()["set-cookie"].to_str().unwrap();
    cookie.split(';').next().unwrap().to_owned()
}
