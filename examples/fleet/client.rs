//! What the proxy says about the client.

use axum::Json;
use axum_client_ip::ClientIp;
use concentric::{ProxyHeaders, Request};
use serde_json::{Value, json};

/// Shows the address of the client, and how it reached nginx.
pub(crate) async fn show_client(ClientIp(address): ClientIp, req: Request) -> Json<Value> {
    let host = ProxyHeaders::XForwarded.host(&req);
    Json(json!({
        "address": address,
        "host": host.map(|host| host.to_string()),
        "https": ProxyHeaders::XForwarded.is_https(&req),
    }))
}
